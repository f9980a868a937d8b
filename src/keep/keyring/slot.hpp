// slot: the key of one patient's one retention class (and period), with a digest of the rows it seals.
// Used by keyring and vault.
// Always: the digest and count cover every row under the key, so an older, missing or added row is seen when read.
// An attacker who holds a slot's box without the practice key holds nothing; who destroys it has erased that class.
#pragma once

#include "catalogue/grant.hpp"
#include "catalogue/retention.hpp"
#include "crypto/hash.hpp"
#include "keep/engine.hpp"

namespace zk::keep {

// Names a slot on disk: a keyed function of whose it is, the class and the period. It tells nothing.
using SlotId = Id<struct SlotTag>;

// 0 for a class as a whole, 2026 for a year, 202611 for a month.
using Period = std::uint32_t;
// The years in which a record can lie whose key has a year.
inline constexpr Period k_first_year = 1990;
inline constexpr Period k_last_year = 2100;

// The set of rows under a key: MSet-XOR-Hash (Clarke et al., 2003) over (kind, id, version, tag of the box).
// Adding and removing a row are the same operation.
struct RowSet {
    std::uint64_t count = 0;
    crypto::Digest digest {};
    friend bool operator==(RowSet const&, RowSet const&) = default;
};

class Slot {
public:
    [[nodiscard]] static Slot create(catalogue::RetentionClass which, Period period, Random& random);
    [[nodiscard]] static Result<Slot> decode(ByteView bytes);
    [[nodiscard]] Bytes encode() const;

    [[nodiscard]] crypto::Key const& key() const { return m_key; }
    [[nodiscard]] catalogue::RetentionClass retention_class() const { return m_class; }
    [[nodiscard]] Period period() const { return m_period; }
    [[nodiscard]] std::uint64_t generation() const { return m_generation; }
    [[nodiscard]] RowSet const& rows() const { return m_rows; }
    void set_rows(RowSet rows)
    {
        m_rows = rows;
        ++m_generation;
    }

    void add(RowSet& set, RowKey const& key, std::uint64_t version, ByteView box) const;
    void remove(RowSet& set, RowKey const& key, std::uint64_t version, ByteView box) const;

    [[nodiscard]] Slot copy() const;

private:
    Slot() = default;
    void toggle(RowSet& set, RowKey const& key, std::uint64_t version, ByteView box) const;

    crypto::Key m_key;
    crypto::Key m_digest_key;
    catalogue::RetentionClass m_class {};
    Period m_period = 0;
    std::uint64_t m_generation = 0;
    RowSet m_rows;
};

} // namespace zk::keep
