#include "keep/access_log/access_log.hpp"

#include "base/amsterdam.hpp"
#include "crypto/seal.hpp"
#include "keep/journal/proof_file.hpp"

#include <algorithm>

namespace zk::keep {

namespace {

constexpr std::uint8_t k_entry_version = 1;
// An entry holds at most 65,535 bytes; a patient takes at most 16 + 10 + 32 + 1.
constexpr std::size_t k_patients_per_line_max = 1000;
static_assert(k_patients_per_line_max * 59 < k_entry_bytes_max - 4096);
// Many at a time: each is a row at a place of chance, and a page that is written once for many is cheap.
constexpr std::size_t k_waiting_lines_max = 8192;

std::string origin_of(Keyring const& keyring)
{
    return "zorgkluis/" + keyring.practice().text();
}

// The month whose key seals an entry stands in the open before its box.
Result<Period> read_period(Reader& entry, Place const& place)
{
    auto const version = entry.u8();
    if (!version || *version != k_entry_version)
        return fail(Fault::tampered, "log-entry-of-another-version", place);
    auto const period = entry.u32();
    if (!period)
        return fail(Fault::tampered, "log-entry-too-short", place);
    return *period;
}

} // namespace

Result<VerifierKey> journal_key(Keyring const& keyring)
{
    return VerifierKey::make(origin_of(keyring), keyring.journal_signer().public_key());
}

// Makes one entry: numbers the patients' lines, seals, and remembers the heads once the leaf is known.
class AccessLog::Maker final : public EntryMaker {
public:
    Maker(AccessLog& log, Line line, std::span<PatientId const> patients)
        : m_log(log)
        , m_line(std::move(line))
        , m_patients(patients)
    {
    }

    void continues(Maker const* first) { m_first = first; }

    Result<Bytes> make(std::uint64_t index) override
    {
        m_entry = index;
        Instant const now = m_log.m_parts.clock.now();
        m_line.at = now;
        m_line.site = m_log.m_parts.keyring.practice();
        m_line.program = m_log.m_parts.program;
        if (m_first != nullptr)
            m_line.continues = m_first->m_entry;
        ZK_CHECK(number_subjects());
        Period const period = month_of(amsterdam_date(now));
        ZK_TRY(crypto::Key const* key, m_log.m_keys.for_writing(period));
        Bytes plain = JournalCodec::encode(m_line);
        Writer out;
        out.u8(k_entry_version).u32(period);
        out.raw(crypto::seal(*key, m_log.place_of_entry(period, index), plain, m_log.m_parts.random));
        crypto::wipe(plain);
        if (out.size() > k_entry_bytes_max)
            return fail(Fault::internal, "log-line-too-long");
        return out.take();
    }

    void placed(std::uint64_t index, crypto::Digest const& leaf) override
    {
        IndexedLine indexed = m_log.indexed(index, leaf, m_line);
        std::lock_guard const lock(m_log.m_state_mutex);
        for (IndexedLine::Who const& who : indexed.subjects)
            m_log.m_heads[who.subject] = { who.number, leaf };
        m_log.m_waiting.push_back(std::move(indexed));
    }

private:
    Result<> number_subjects()
    {
        std::vector<LineSubject> subjects;
        subjects.reserve(m_patients.size());
        for (PatientId const& patient : m_patients) {
            Subject const subject = m_log.m_parts.keyring.journal_subject_of(patient);
            std::lock_guard const lock(m_log.m_state_mutex);
            auto known = m_log.m_heads.find(subject);
            if (known == m_log.m_heads.end()) {
                ZK_TRY(LogHead const stored, m_log.m_index->head(subject));
                known = m_log.m_heads.emplace(subject, stored).first;
            }
            subjects.push_back({ patient, known->second.number + 1, known->second.leaf });
        }
        if (!subjects.empty())
            m_line.subjects = std::move(subjects);
        return {};
    }

    AccessLog& m_log;
    Line m_line;
    std::span<PatientId const> m_patients;
    Maker const* m_first = nullptr;
    std::uint64_t m_entry = 0;
};

AccessLog::AccessLog(Parts parts)
    : m_parts(std::move(parts))
    , m_keys(m_parts.keyring, m_parts.random)
{
}

AccessLog::~AccessLog()
{
    // What cannot be written now is replayed from the tail at the next start.
    [[maybe_unused]] Result<> const closed = close();
}

Result<std::unique_ptr<AccessLog>> AccessLog::create(Parts parts)
{
    std::unique_ptr<AccessLog> log(new AccessLog(std::move(parts)));
    Parts& own = log->m_parts;
    ZK_TRY(log->m_index, LogIndex::create(own.index_path));
    ZK_TRY(
        log->m_tree, TreeLog::create(own.disk, k_journal_folder, origin_of(own.keyring), own.keyring.journal_signer()));
    return log;
}

Result<std::unique_ptr<AccessLog>> AccessLog::open(Parts parts)
{
    std::unique_ptr<AccessLog> log(new AccessLog(std::move(parts)));
    Parts& own = log->m_parts;
    ZK_TRY(
        log->m_tree, TreeLog::open(own.disk, k_journal_folder, origin_of(own.keyring), own.keyring.journal_signer()));
    ZK_CHECK(log->note_newest_month());
    ZK_TRY(std::uint64_t const known, own.keyring.journal_size());
    if (log->size() < known)
        return fail(Fault::tampered, "journal-shorter-than-known", Place::of("journal"));
    auto index = LogIndex::open(own.index_path);
    if (index) {
        log->m_index = std::move(*index);
        ZK_CHECK(log->catch_up());
    } else {
        ZK_CHECK(log->reindex());
    }
    return log;
}

std::uint64_t AccessLog::size() const
{
    return m_tree->head().size;
}

std::uint64_t AccessLog::torn_bytes_dropped() const
{
    return m_tree->report().torn_bytes_dropped;
}

Result<std::uint64_t> AccessLog::append(LineDraft const& draft)
{
    // A patient stands in a line once.
    std::vector<PatientId> patients = draft.patients;
    std::ranges::sort(patients);
    patients.erase(std::ranges::unique(patients).begin(), patients.end());
    std::vector<std::unique_ptr<Maker>> makers;
    std::span<PatientId const> left(patients);
    do {
        std::size_t const some = std::min(left.size(), k_patients_per_line_max);
        makers.push_back(std::make_unique<Maker>(*this, line_of(draft), left.first(some)));
        if (makers.size() > 1)
            makers.back()->continues(makers.front().get());
        left = left.subspan(some);
    } while (!left.empty());
    std::vector<EntryMaker*> all;
    all.reserve(makers.size());
    for (auto const& maker : makers)
        all.push_back(maker.get());
    ZK_TRY(std::uint64_t const first, m_tree->append_all(all));
    bool full = false;
    {
        std::lock_guard const lock(m_state_mutex);
        full = m_waiting.size() >= k_waiting_lines_max;
    }
    if (full)
        ZK_CHECK(flush_index());
    return first;
}

Result<> AccessLog::flush_index()
{
    std::lock_guard const flushing(m_flush_mutex);
    std::vector<IndexedLine> ready;
    {
        std::lock_guard const lock(m_state_mutex);
        // Only what is durable: the rest of a batch may still be on its way.
        std::uint64_t const durable = size();
        auto const end
            = std::ranges::find_if(m_waiting, [&](IndexedLine const& line) { return line.entry >= durable; });
        ready.assign(std::move_iterator(m_waiting.begin()), std::move_iterator(end));
        m_waiting.erase(m_waiting.begin(), end);
    }
    if (ready.empty())
        return {};
    Result<> const added = m_index->add(ready, ready.back().entry + 1);
    if (!added) {
        std::lock_guard const lock(m_state_mutex);
        m_waiting.insert(m_waiting.begin(), std::move_iterator(ready.begin()), std::move_iterator(ready.end()));
    }
    return added;
}

Result<> AccessLog::catch_up()
{
    ZK_TRY(std::uint64_t const read, m_index->size());
    if (read > size())
        return fail(Fault::tampered, "journal-shorter-than-known", Place::of("journal"));
    std::vector<IndexedLine> lines;
    ZK_CHECK(m_tree->for_each(
        read, size(), [&](std::uint64_t entry, ByteView bytes, crypto::Digest const& leaf) -> Result<> {
            auto const line = open_entry(entry, bytes);
            // Past its term the line's key is gone: it stays in the tree and is in nobody's overview any more.
            if (!line && line.error().fault() == Fault::not_found)
                return {};
            ZK_CHECK(line);
            lines.push_back(indexed(entry, leaf, *line));
            if (lines.size() < k_waiting_lines_max)
                return {};
            ZK_CHECK(m_index->add(lines, entry + 1));
            lines.clear();
            return {};
        }));
    if (read == size())
        return {};
    return m_index->add(lines, size());
}

Result<> AccessLog::reindex()
{
    m_index.reset();
    for (char const* suffix : { "", "-wal", "-shm" }) {
        std::error_code ignored;
        std::filesystem::remove(m_parts.index_path.string() + suffix, ignored);
    }
    {
        std::lock_guard const lock(m_state_mutex);
        m_heads.clear();
        m_waiting.clear();
    }
    ZK_TRY(m_index, LogIndex::create(m_parts.index_path));
    return catch_up();
}

Result<AccessLog::IndexCheck> AccessLog::check_index()
{
    ZK_CHECK(flush_index());
    IndexCheck out {};
    ZK_TRY(out.rows_in_index, m_index->subject_rows());
    ZK_CHECK(for_each(0, [&](std::uint64_t, Line const& line) -> Result<> {
        if (auto const& subjects = line.subjects.get())
            out.rows_in_journal += subjects->size();
        return {};
    }));
    return out;
}

IndexedLine AccessLog::indexed(std::uint64_t entry, crypto::Digest const& leaf, Line const& line) const
{
    IndexedLine out { entry, line.event.get_or(LogEvent::opened), leaf, {} };
    if (auto const& subjects = line.subjects.get()) {
        for (LineSubject const& one : *subjects)
            out.subjects.push_back({ m_parts.keyring.journal_subject_of(one.patient), one.number });
    }
    return out;
}

Bytes AccessLog::place_of_entry(Period period, std::uint64_t entry) const
{
    Writer out;
    out.sized(std::string_view("zorgkluis journal entry 1")).raw(m_parts.keyring.practice().bytes());
    out.u32(period).u64(entry);
    return out.take();
}

Result<> AccessLog::make_keys_ahead()
{
    Date const today = amsterdam_date(m_parts.clock.now());
    // From the first of the month, so that no month is skipped for want of a 31st.
    Date const first = today.plus_days(1 - static_cast<int>(today.day()));
    for (unsigned ahead = 0; ahead <= k_months_ahead; ++ahead)
        ZK_CHECK(m_keys.for_writing(month_of(first.plus_months(static_cast<int>(ahead)))));
    return {};
}

Result<> AccessLog::note_newest_month()
{
    if (size() == 0)
        return {};
    std::uint64_t const last = size() - 1;
    ZK_TRY(Bytes const entry, m_tree->entry(last));
    Reader reader(entry);
    ZK_TRY(Period const period, read_period(reader, Place::of("journal entry").number(last)));
    return m_keys.note_used(period);
}

Result<Line> AccessLog::open_entry(std::uint64_t entry, ByteView bytes) const
{
    Place const place = Place::of("journal entry").number(entry);
    Reader reader(bytes);
    ZK_TRY(Period const period, read_period(reader, place));
    ZK_TRY(ByteView const box, reader.raw(reader.left()));
    ZK_TRY(crypto::Key const* key, m_keys.find(period));
    auto plain = crypto::open(*key, place_of_entry(period, entry), box);
    if (!plain)
        return std::unexpected(plain.error().at(place));
    auto line = JournalCodec::decode(*plain);
    crypto::wipe(*plain);
    if (!line)
        return std::unexpected(line.error().at(place));
    return line;
}

Result<Line> AccessLog::line(std::uint64_t entry) const
{
    ZK_TRY(Bytes const bytes, m_tree->entry(entry));
    return open_entry(entry, bytes);
}

Result<std::vector<ReadLine>> AccessLog::lines_of(PatientId const& patient)
{
    ZK_CHECK(flush_index());
    ZK_TRY(auto const entries, m_index->entries_of(m_parts.keyring.journal_subject_of(patient)));
    std::vector<ReadLine> out;
    for (std::uint64_t const entry : entries) {
        ZK_TRY(Line found, line(entry));
        out.push_back({ entry, std::move(found) });
    }
    return out;
}

Result<std::vector<ReadLine>> AccessLog::lines_of(LogEvent event)
{
    ZK_CHECK(flush_index());
    ZK_TRY(auto const entries, m_index->entries_of(event));
    std::vector<ReadLine> out;
    for (std::uint64_t const entry : entries) {
        ZK_TRY(Line found, line(entry));
        out.push_back({ entry, std::move(found) });
    }
    return out;
}

Result<AccessLog::Chain> AccessLog::chain_of(PatientId const& patient)
{
    ZK_CHECK(flush_index());
    Subject const subject = m_parts.keyring.journal_subject_of(patient);
    // The head before the lines: what others append meanwhile is more than the head knows, never less.
    ZK_TRY(LogHead const known, m_index->head(subject));
    ZK_TRY(auto const entries, m_index->entries_of(subject));
    LogHead last;
    for (std::uint64_t const entry : entries) {
        ZK_TRY(Bytes const bytes, m_tree->entry(entry));
        ZK_TRY(Line const line, open_entry(entry, bytes));
        std::vector<LineSubject> const subjects = line.subjects.get_or({});
        auto const own = std::ranges::find(subjects, patient, &LineSubject::patient);
        if (own == subjects.end() || own->number != last.number + 1 || own->previous != last.leaf)
            return Chain::broken;
        last = { own->number, leaf_hash(bytes) };
    }
    return last.number < known.number ? Chain::broken : Chain::whole;
}

Result<> AccessLog::for_each(std::uint64_t from, Visit const& visit) const
{
    return m_tree->for_each(from, size(), [&](std::uint64_t entry, ByteView bytes, crypto::Digest const&) -> Result<> {
        auto line = open_entry(entry, bytes);
        // A line whose key was destroyed at the end of its term stays in the tree and is skipped here.
        if (!line && line.error().fault() == Fault::not_found)
            return {};
        ZK_CHECK(line);
        return visit(entry, *line);
    });
}

Result<std::uint64_t> AccessLog::lines_without_key() const
{
    std::uint64_t const end = size();
    std::uint64_t without = 0;
    ZK_CHECK(m_tree->for_each(0, end, [&](std::uint64_t entry, ByteView bytes, crypto::Digest const&) -> Result<> {
        Reader reader(bytes);
        ZK_TRY(Period const period, read_period(reader, Place::of("journal entry").number(entry)));
        auto const key = m_keys.find(period);
        if (!key && key.error().fault() != Fault::not_found)
            return std::unexpected(key.error());
        if (!key)
            ++without;
        return {};
    }));
    return without;
}

Result<TreeHead> AccessLog::verify() const
{
    return m_tree->verify();
}

Result<TreeHead> AccessLog::export_to(Disk& to, std::string const& folder) const
{
    return m_tree->export_to(to, folder);
}

Result<std::string> AccessLog::prove(std::uint64_t entry)
{
    ZK_TRY(EntryProof const proof, m_tree->prove(entry));
    ZK_TRY(Bytes const sealed, m_tree->entry(entry));
    return write_proof(entry, sealed, proof);
}

Result<> AccessLog::close()
{
    if (!m_tree)
        return {};
    ZK_CHECK(flush_index());
    return m_tree->close();
}

} // namespace zk::keep
