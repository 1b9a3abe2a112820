// Options that several commands have: how they are declared, what they mean, and what to say when they mean nothing.
#pragma once

#include <optional>
#include <string_view>

#include "base/table.h"
#include "cli/command.h"
#include "plan/model.h"
#include "render/format.h"

namespace saldo {

// Which variant of a plan: --scenario, --set, --standing, --as-of. `both` standings side by side are for a command that
// can show them.
enum class Standings { one, both };
void add_variant(CLI::App& app, Request& request, Standings standings = Standings::one);
// The plan, and which variant of it.
void add_plan(CLI::App& app, Request& request, Standings standings = Standings::one);
// The formats of a table, and `more`, for which the command itself knows what to do.
struct MoreFormat {
  std::string_view name;
  std::string_view description;
};
void add_format(CLI::App& app, Request& request, std::span<const MoreFormat> more = {});
void add_years(CLI::App& app, Request& request);
CLI::Option* add_table(CLI::App& app, Request& request, const std::vector<std::string>& ids);
void add_figures(CLI::App& app, Request& request);

// Each turns what was written into what it means, or tells on err what is wrong.
std::optional<RenderOptions> read_format(const Request& request, const Console& console);
std::optional<Years> read_years(const Request& request, const Plan& plan, const Console& console);
std::optional<ProjectId> read_project(std::string_view nr, const Plan& plan, const Console& console);

int usage_error(const Console& console, const Message& message);

int write_table(const Table& table, const RenderOptions& options, const Console& console);

// All of them, or the one the user chose with --table.
int write_tables(std::vector<Table> tables, const Request& request, const RenderOptions& options,
                 const Console& console);

}  // namespace saldo
