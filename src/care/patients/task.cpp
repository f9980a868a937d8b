#include "care/patients/task.hpp"

namespace zk::care {

Result<std::vector<keep::Stored<TaskRecord>>> open_tasks_of_identity(keep::Vault const& vault, PatientId const& patient)
{
    ZK_TRY(auto tasks, vault.read_practice<TaskRecord>());
    std::erase_if(tasks, [&](auto const& stored) {
        TaskRecord const& task = stored.record;
        return task.task_kind.get() != TaskKind::verify_identity || task.subject.get() != patient
            || task.done_at.get().has_value();
    });
    return tasks;
}

void close_tasks(
    keep::Vault const& vault, keep::Change& change, std::vector<keep::Stored<TaskRecord>> tasks, Instant now)
{
    for (auto& [id, version, task] : tasks) {
        task.done_at = now;
        vault.update_practice(change, id, version, task);
    }
}

} // namespace zk::care
