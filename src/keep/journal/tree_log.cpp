#include "keep/journal/tree_log.hpp"

#include "base/require.hpp"
#include "keep/journal/checkpoint.hpp"

namespace zk::keep {

TreeLog::~TreeLog()
{
    // Whoever wants to hear of errors has called it himself.
    [[maybe_unused]] Result<> const closed = close();
}

Result<std::uint64_t> TreeLog::append(EntryMaker& maker)
{
    EntryMaker* const makers[] = { &maker };
    return append_all(makers);
}

Result<std::uint64_t> TreeLog::append_all(std::span<EntryMaker* const> makers)
{
    if (makers.empty() || makers.size() > k_group_entries_max)
        return fail(Fault::wrong_use, "journal-bad-group-size");
    Entries ticket(makers);
    if (m_queue.wait(ticket) == Queue::Turn::lead)
        lead(ticket);
    return ticket.outcome;
}

// An exception would leave the others waiting for ever: better to stop the process, which the log survives.
void TreeLog::lead(Entries& own) noexcept
{
    Batch batch;
    for (Entries* ticket = &own; ticket != nullptr;) {
        batch.tickets.push_back(ticket);
        ticket->outcome = make_entries(batch.entries, ticket->makers);
        bool const room
            = batch.entries.size() < k_group_entries_max && batch.entries.bytes().size() < k_frame_bytes_goal;
        ticket = room ? m_queue.next() : nullptr;
    }
    if (!batch.entries.empty()) {
        if (Result<> const written = write(batch.entries); !written) {
            m_state = State::stopped;
            for (Entries* ticket : batch.tickets) {
                if (ticket->outcome)
                    ticket->outcome = std::unexpected(written.error());
            }
        }
    }
    for (Entries* ticket : batch.tickets)
        m_queue.finish(*ticket);
    // The batch is durable, whatever comes of this; lay_out() stops the log when it fails.
    [[maybe_unused]] Result<> const laid_out = lay_out(LayOut::when_due);
    m_queue.hand_over();
    write_tiles_ahead();
}

Result<std::uint64_t> TreeLog::make_entries(EncodedEntries& entries, std::span<EntryMaker* const> makers)
{
    ZK_CHECK(usable());
    std::uint64_t const first = m_range.size();
    for (EntryMaker* maker : makers) {
        std::uint64_t const index = m_range.size();
        ZK_TRY(Bytes const entry, maker->make(index));
        if (entry.size() > k_entry_bytes_max)
            return fail(Fault::wrong_use, "journal-entry-too-long");
        Digest const leaf = leaf_hash(entry);
        m_range.add(leaf);
        entries.add(entry, leaf);
        maker->placed(index, leaf);
    }
    return first;
}

Result<> TreeLog::write(EncodedEntries const& entries)
{
    TreeHead const head = m_range.head();
    std::string checkpoint = sign_checkpoint(head, m_key, m_signer);
    Bytes const frame = encode_frame(head.size - entries.size(), entries.size(), entries.bytes(), checkpoint);
    ZK_CHECK(m_file->append(frame));
    ZK_CHECK(m_file->sync());
    std::lock_guard const lock(m_mutex);
    m_head = head;
    m_checkpoint = std::move(checkpoint);
    m_tail.add(entries);
    m_tail_file_bytes += frame.size();
    return {};
}

Result<> TreeLog::usable() const
{
    switch (m_state.load()) {
    case State::running:
        return {};
    case State::stopped:
        return fail(Fault::storage, "journal-stopped");
    case State::closed:
        return fail(Fault::wrong_use, "journal-closed");
    }
    ZK_REQUIRE(false);
}

Result<> TreeLog::lay_out(LayOut when)
{
    ZK_CHECK(usable());
    auto const reached = [&](std::size_t times) {
        return m_tail.size() >= times * m_limits.tail_entries || m_tail.bytes().size() >= times * m_limits.tail_bytes;
    };
    if (m_tail.empty() || (when == LayOut::when_due && !reached(1)))
        return {};
    std::unique_lock tiles(m_tiles, std::defer_lock);
    if (when == LayOut::now || reached(k_tail_overdue))
        tiles.lock();
    else if (!tiles.try_lock())
        return {};
    // Who wrote tiles ahead until now may have failed: then the edge is half of what it should be.
    ZK_CHECK(usable());
    Result<> const done = lay_out_tail();
    if (!done)
        m_state = State::stopped;
    return done;
}

// In this order, so that a log which crashed in between opens and verifies: nothing is named before it is durable, and
// the tail stays until nothing needs it.
Result<> TreeLog::lay_out_tail()
{
    std::uint64_t const size_before = m_laid_out.size;
    for (auto i = static_cast<std::size_t>(m_edge.size() - size_before); i < m_tail.size(); ++i)
        ZK_CHECK(m_edge.add(m_tail.entry(i), m_tail.leaf(i)));
    ZK_CHECK(m_edge.write_partial_tiles());
    ZK_REQUIRE(m_edge.size() == m_head.size);
    ZK_CHECK(m_disk.write_durably(path_in(m_folder, k_checkpoint_file), as_bytes(m_checkpoint)));
    {
        std::lock_guard const lock(m_mutex);
        m_laid_out = m_head;
        m_laid_out_checkpoint = m_checkpoint;
        m_tail = {};
    }
    ZK_CHECK(m_edge.remove_partial_tiles(size_before));
    return start_tail();
}

void TreeLog::write_tiles_ahead() noexcept
{
    std::unique_lock const tiles(m_tiles, std::try_to_lock);
    if (!tiles || m_state != State::running)
        return;
    EncodedEntries full;
    {
        std::lock_guard const lock(m_mutex);
        std::uint64_t const from = m_edge.size();
        std::uint64_t const to = m_head.size - m_head.size % k_tile_width;
        if (to < from + m_limits.ahead_entries)
            return;
        for (std::uint64_t entry = from; entry < to; ++entry) {
            auto const i = static_cast<std::size_t>(entry - m_laid_out.size);
            full.add(m_tail.entry(i), m_tail.leaf(i));
        }
    }
    for (std::size_t i = 0; i < full.size(); ++i) {
        if (!m_edge.add(full.entry(i), full.leaf(i))) {
            m_state = State::stopped;
            return;
        }
    }
}

Result<> TreeLog::start_tail()
{
    std::string const path = path_in(m_folder, k_tail_file);
    Bytes const header = tail_header(m_edge.size());
    ZK_CHECK(m_disk.write_durably(path, header));
    ZK_TRY(m_file, m_disk.open_append(path, header.size()));
    std::lock_guard const lock(m_mutex);
    m_tail_file_bytes = header.size();
    return {};
}

Result<> TreeLog::settle(State after)
{
    Entries ticket({}, Ticket::Kind::alone);
    ZK_REQUIRE(m_queue.wait(ticket) == Queue::Turn::lead);
    Result<> done;
    if (m_state != State::closed) {
        done = lay_out(LayOut::now);
        if (done)
            m_state = after;
    }
    m_queue.hand_over();
    return done;
}

Result<> TreeLog::close()
{
    return settle(State::closed);
}

} // namespace zk::keep
