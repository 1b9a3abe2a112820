// Completion and the manual page, asked of the real shells and readers.
#include <stdexcept>

#include "cli/shape.h"
#include "support/catch.h"
#include "support/support.h"

namespace {

// A folder with what a completion meets: the script, a plan and something that is none.
TempPlan playground(const std::string& shell_name) {
  const Run run = run_saldo({"completion", shell_name});
  REQUIRE(run.code == 0);
  return TempPlan({{"saldo." + shell_name, run.out},
                   {"plannen/2025.toml", ""},
                   {"plannen/een notitie.txt", ""},
                   {"plannen/mijn plan.toml", ""},
                   {"plannen/oud/x.toml", ""}});
}

// What bash offers when the words, as bash parts them, end at the cursor.
std::string ask_bash(const TempPlan& folder, const std::string& words) {
  return shell_prints("cd " + folder.path() + " && bash --norc -c 'source ./saldo.bash; COMP_WORDS=(" + words +
                      "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _saldo; printf \"%s|\" \"${COMPREPLY[@]}\"'");
}

std::string ask_fish(const TempPlan& folder, const std::string& line) {
  return shell_prints("cd " + folder.path() + " && HOME=" + folder.path() +
                      " fish --no-config -c 'source saldo.fish; complete -C \"" + line +
                      "\"' | cut -f 1 | tr '\\n' '|'");
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += word + "|";
  return out;
}

const saldo::CommandShape& command_of(const saldo::ProgramShape& shape, std::string_view name) {
  for (const saldo::CommandShape& command : shape.commands)
    if (command.name == name) return command;
  throw std::runtime_error("no command " + std::string(name));
}

}  // namespace

TEST_CASE("the shape of a command is what it declared: kinds of arguments, fixed values, repetition") {
  const saldo::ProgramShape shape = saldo::program_shape();
  CHECK(shape.program.name == "saldo");
  const saldo::CommandShape& table = command_of(shape, "table");
  REQUIRE(table.positionals.size() == 1);
  CHECK(table.positionals[0].takes == saldo::Takes::plan);
  CHECK(table.positionals[0].required);
  const auto option = [&](const std::string& name) {
    for (const saldo::Argument& argument : table.options)
      if (argument.names.back() == name) return argument;
    return saldo::Argument{};
  };
  CHECK(option("--by").takes == saldo::Takes::one_of);
  CHECK(option("--by").values == std::vector<std::string>{"programmalijn", "project", "post"});
  CHECK(option("--cents").takes == saldo::Takes::nothing);
  CHECK(option("--years").takes == saldo::Takes::text);
  CHECK(option("--without").repeated);
  CHECK_FALSE(option("--years").repeated);
}

TEST_CASE("an option means the same in every command: it takes a value everywhere or nowhere") {
  // Fish is told once which options take a value.
  std::map<std::string, bool> takes_value;
  const saldo::ProgramShape shape = saldo::program_shape();
  for (const saldo::CommandShape& command : shape.commands)
    for (const saldo::Argument& option : command.options)
      for (const std::string& name : option.names) {
        INFO(command.name << ' ' << name);
        CHECK(takes_value.try_emplace(name, !option.label.empty()).first->second == !option.label.empty());
      }
}

TEST_CASE("bash completes commands, options, fixed values and plans") {
  const TempPlan folder = playground("bash");
  std::vector<std::string> commands;
  for (const saldo::CommandShape& command : saldo::program_shape().commands) commands.push_back(command.name);
  CHECK(ask_bash(folder, "saldo \"\"") == joined(commands));
  CHECK(ask_bash(folder, "saldo ta") == "table|");
  CHECK(ask_bash(folder, "saldo table --cs") == "--csv-dialect|");
  CHECK(ask_bash(folder, "saldo table --by p") == "programmalijn|project|post|");
  CHECK(ask_bash(folder, "saldo table --by = pro") == "programmalijn|project|");
  CHECK(ask_bash(folder, "saldo table --csv-dialect =") == "rfc4180|excel-nl|");
  CHECK(ask_bash(folder, "saldo completion \"\"") == "bash|zsh|fish|");
  CHECK(ask_bash(folder, "saldo table p") == "plannen|");
  CHECK(ask_bash(folder, "saldo table plannen/") == "plannen/oud|plannen/2025.toml|plannen/mijn plan.toml|");
  CHECK(ask_bash(folder, "saldo table --format csv --cents plannen/2") == "plannen/2025.toml|");
  // Only you know a project number; a plan is not asked for twice.
  CHECK(ask_bash(folder, "saldo table --without p") == "|");
  CHECK(ask_bash(folder, "saldo table plannen p") == "|");
}

TEST_CASE("the bash script passes shellcheck") {
  if (!have("shellcheck")) SKIP("shellcheck is not installed");
  const TempPlan folder = playground("bash");
  CHECK(shell_prints("shellcheck --shell=bash " + folder.file("saldo.bash")) == "");
}

TEST_CASE("fish completes commands, options, fixed values and plans") {
  if (!have("fish")) SKIP("fish is not installed");
  const TempPlan folder = playground("fish");
  CHECK(ask_fish(folder, "saldo ta") == "table|");
  CHECK(ask_fish(folder, "saldo table --cs") == "--csv-dialect|");
  CHECK(ask_fish(folder, "saldo table --by p") == "post|programmalijn|project|");
  CHECK(ask_fish(folder, "saldo table --by=pro") == "--by=programmalijn|--by=project|");
  CHECK(ask_fish(folder, "saldo completion ") == "bash|fish|zsh|");
  CHECK(ask_fish(folder, "saldo table plannen/2") == "plannen/2025.toml|");
  CHECK(ask_fish(folder, "saldo table --by project plannen/2") == "plannen/2025.toml|");
  CHECK(ask_fish(folder, "saldo table --without ") == "");
}

TEST_CASE("zsh reads the script and knows the function") {
  if (!have("zsh")) SKIP("zsh is not installed");
  const TempPlan folder = playground("zsh");
  CHECK(shell_prints("zsh -f -n " + folder.file("saldo.zsh")) == "");
  CHECK(shell_prints("zsh -f -c 'compdef() { print $* }; source " + folder.file("saldo.zsh") + "; whence -w _saldo'") ==
        "_saldo saldo\n_saldo: function\n");
}

TEST_CASE("the manual page has every command and option, and its readers have no remark on it") {
  const Run run = run_saldo({"man"});
  CHECK(run.code == 0);
  CHECK(run.err.empty());
  for (const saldo::CommandShape& command : saldo::program_shape().commands) {
    INFO(command.name);
    CHECK(run.out.find(".SS \\fBsaldo " + command.name + "\\fR") != std::string::npos);
    for (const saldo::Argument& option : command.options) {
      std::string name;
      for (const char c : option.names.back()) name += c == '-' ? "\\-" : std::string(1, c);
      CHECK(run.out.find("\\fB" + name + "\\fR") != std::string::npos);
    }
  }
  const TempPlan folder({{"saldo.1", run.out}});
  if (!have("groff") && !have("mandoc") && !have("man")) SKIP("groff, mandoc and man are not installed");
  if (have("groff")) CHECK(shell_prints("groff -man -ww -Tutf8 " + folder.file("saldo.1") + " >/dev/null") == "");
  if (have("mandoc")) CHECK(shell_prints("mandoc -T lint -W warning " + folder.file("saldo.1")) == "");
  if (have("man")) CHECK(shell_prints("man --warnings -l " + folder.file("saldo.1") + " >/dev/null") == "");
}
