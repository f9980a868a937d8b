// line: one line of the log, with the fields of NEN 7513, and how it is sealed into an entry of the journal.
// Used by gate::Policy and the commands that write lines; care and app read them.
// Always: each patient in a line has his own next number and the hash of his line before: a gap in his lines shows.
// An attacker who reads the journal's files sees how many lines there are and roughly how long each is.
#pragma once

#include "catalogue/record.hpp"
#include "crypto/hash.hpp"
#include "keep/access_log/words.hpp"
#include "keep/keyring/slot.hpp"

#include <vector>

namespace zk::keep {

// A patient in a line: the how-manieth line of his this is, and the leaf of the one before (zeros at the first).
struct LineSubject {
    PatientId patient;
    std::uint64_t number;
    crypto::Digest previous;
};

// What the writer of a line says; the log adds when, where and the chain.
struct LineDraft {
    LogEvent event {};
    LogAction action {};
    LogOutcome outcome = LogOutcome::success;
    LogActor actor = LogActor::program;
    std::string system_user; // of the command line
    std::optional<AccountId> on_behalf_of;
    std::optional<catalogue::Role> role;
    std::optional<catalogue::Purpose> purpose;
    std::string access_point; // which desk or address; of ours, never typed by a patient
    std::vector<catalogue::Category> categories;
    std::vector<PatientId> patients;
    std::optional<LogRelation> relation;
    std::optional<LogReason> reason;
    std::optional<LogSearch> search;
    std::optional<std::uint64_t> count;
    std::string object; // an id or a key of ours, when it is no patient
    std::optional<crypto::Digest> digest;
};

struct Line;

// Seals and opens entries; the one besides the vault that may turn elements into bytes.
class JournalCodec {
public:
    [[nodiscard]] static Bytes encode(Line const& line);
    [[nodiscard]] static Result<Line> decode(ByteView bytes);
};

} // namespace zk::keep

namespace zk::catalogue {

template<>
struct Codec<zk::keep::LineSubject> {
    static void encode(Writer& out, zk::keep::LineSubject const& value);
    static Result<zk::keep::LineSubject> decode(ByteView bytes);
    static std::string text(zk::keep::LineSubject const& value) { return value.patient.text(); }
};

} // namespace zk::catalogue

namespace zk::keep {

// A line as it stands in the log.
struct Line {
    static constexpr auto kind = catalogue::record_kind(catalogue::RetentionClass::access_log, 1);
    catalogue::Open<"log.event", LogEvent> event;
    catalogue::Open<"log.action", LogAction> action;
    catalogue::Open<"log.at", Instant> at;
    catalogue::Open<"log.outcome", LogOutcome> outcome;
    catalogue::Open<"log.actor", LogActor> actor;
    catalogue::Open<"log.actor_system_user", std::string> system_user;
    catalogue::Open<"log.on_behalf_of", AccountId> on_behalf_of;
    catalogue::Open<"log.role", catalogue::Role> role;
    catalogue::Open<"log.purpose", catalogue::Purpose> purpose;
    catalogue::Open<"log.access_point", std::string> access_point;
    catalogue::Open<"log.categories", std::vector<catalogue::Category>> categories;
    catalogue::Open<"log.subjects", std::vector<LineSubject>> subjects;
    catalogue::Open<"log.relation", LogRelation> relation;
    catalogue::Open<"log.reason", LogReason> reason;
    catalogue::Open<"log.search", LogSearch> search;
    catalogue::Open<"log.count", std::uint64_t> count;
    catalogue::Open<"log.continues", std::uint64_t> continues;
    catalogue::Open<"log.object", std::string> object;
    catalogue::Open<"log.digest", Bytes> digest;
    catalogue::Open<"log.site", PracticeId> site;
    catalogue::Open<"log.program", std::string> program;
    static constexpr auto members = std::tuple(&Line::event, &Line::action, &Line::at, &Line::outcome, &Line::actor,
        &Line::system_user, &Line::on_behalf_of, &Line::role, &Line::purpose, &Line::access_point, &Line::categories,
        &Line::subjects, &Line::relation, &Line::reason, &Line::search, &Line::count, &Line::continues, &Line::object,
        &Line::digest, &Line::site, &Line::program);
};

// All but the patients and the chain, which the log fills in.
[[nodiscard]] Line line_of(LineDraft const& draft);

} // namespace zk::keep
