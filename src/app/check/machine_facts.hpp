// machine_facts: what the machine itself tells for the check: system, updates, folder, process.
// Used by the fact reader.
// Always: it looks and changes nothing; what it cannot read it says it cannot.
// An attacker gains nothing: it reads what any program can.
#pragma once

#include "app/check/listening.hpp"
#include "care/check/facts.hpp"

#include <filesystem>

namespace zk::app {

[[nodiscard]] Result<care::check::SystemFacts> read_system();
[[nodiscard]] Result<care::check::FolderFacts> read_folder_rights(std::filesystem::path const& folder);
[[nodiscard]] Result<care::check::ProcessFacts> read_process(std::optional<ListensAt> const& listens);
// Connects to every port at which this process listens.
[[nodiscard]] Result<care::check::TransportFacts> read_transport();
[[nodiscard]] Result<care::check::SoftwareFacts> read_software();

} // namespace zk::app
