// task: something that a person has to do about a patient, such as to see who he is.
// Raised by the import, by splitting a patient and by enrolling one without a BSN; closed by the act that does it.
// Always: it names the patient by id and holds nothing else of him.
// An attacker who opens these knows of which ids something is left to do.
#pragma once

#include "catalogue/record.hpp"
#include "keep/vault/vault.hpp"

namespace zk::care {

enum class TaskKind : std::uint8_t { verify_identity = 1 };
constexpr TaskKind last_of(TaskKind)
{
    return TaskKind::verify_identity;
}
[[nodiscard]] constexpr std::string_view text_of(TaskKind)
{
    return "identiteit vaststellen";
}

struct TaskRecord {
    static constexpr auto kind = catalogue::record_kind(catalogue::RetentionClass::practice, 4);
    catalogue::Open<"task.kind", TaskKind> task_kind;
    catalogue::Open<"task.subject", PatientId> subject;
    catalogue::Open<"task.raised_at", Instant> raised_at;
    catalogue::Open<"task.done_at", Instant> done_at;
    static constexpr auto members
        = std::tuple(&TaskRecord::task_kind, &TaskRecord::subject, &TaskRecord::raised_at, &TaskRecord::done_at);

    [[nodiscard]] static TaskRecord verify_identity(PatientId const& patient, Instant now)
    {
        TaskRecord out;
        out.task_kind = TaskKind::verify_identity;
        out.subject = patient;
        out.raised_at = now;
        return out;
    }
};

// Who he is still has to be seen.
[[nodiscard]] Result<std::vector<keep::Stored<TaskRecord>>> open_tasks_of_identity(
    keep::Vault const& vault, PatientId const& patient);
// Into the change: it was seen.
void close_tasks(
    keep::Vault const& vault, keep::Change& change, std::vector<keep::Stored<TaskRecord>> tasks, Instant now);

} // namespace zk::care
