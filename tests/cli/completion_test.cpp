// Completion and the manual page, asked of the real shells and readers.
#include <fmt/format.h>

#include <map>

#include "cli/command.h"
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
                   {"plannen/oud/x.toml", ""},
                   {"plannen/scenarios/loon.toml", ""},
                   {"plannen/scenarios/lonen.toml", ""}});
}

// What bash offers at the end of the line, which it parts at spaces and around : and =.
std::string ask_bash(const TempPlan& folder, const std::string& line) {
  std::string words;
  for (const char c : line) words += c == ':' || c == '=' ? fmt::format(" {} ", c) : std::string(1, c);
  if (line.ends_with(' ')) words += "\"\"";
  return shell_prints("cd " + folder.path() + " && bash --norc -c 'source ./saldo.bash; COMP_LINE=\"" + line +
                      "\"; COMP_POINT=${#COMP_LINE}; COMP_WORDS=(" + words +
                      "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _saldo; printf \"%s|\" \"${COMPREPLY[@]}\"'");
}

std::string ask_fish(const TempPlan& folder, const std::string& line) {
  return shell_prints("cd " + folder.path() + " && HOME=" + folder.path() +
                      " fish --no-config -c 'source saldo.fish; complete -C \"" + line +
                      "\"' | cut -f 1 | tr '\\n' '|'");
}

// What a zsh in a terminal of its own has on its line after a tab.
std::string ask_zsh(const TempPlan& folder, const std::string& line) {
  const std::string ask = R"(zmodload zsh/zpty
zpty z 'PS1= TERM=dumb zsh -f -i'
zpty -w z 'stty -echo; autoload -U compinit; compinit -D -u; source ./saldo.zsh; zle -N show; bindkey "^X" show
show() { print -r -- "=[$BUFFER]="; BUFFER=; zle accept-line }; unsetopt auto_menu auto_list; print rea""dy'
zpty -r z said '*ready*'
zpty -w -n z $1$'\t\x18'
zpty -r z said '*\]=*'
print -rn -- ${${said##*=\[}%%\]=*}
zpty -d z
)";
  const TempPlan script({{"ask.zsh", ask}, {"empty", ""}});
  return shell_prints("cd " + folder.path() + " && zsh -f " + script.file("ask.zsh") + " '" + line + "'");
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += word + "|";
  return out;
}

}  // namespace

TEST_CASE("an option means the same in every command: it takes a value everywhere or nowhere") {
  // Fish is told once which options take a value.
  std::map<std::string_view, bool> takes_value;
  for (const saldo::Command* command : saldo::all_commands())
    for (const saldo::Option& option : saldo::options_of(*command)) {
      INFO(command->name << ' ' << option.name);
      const bool takes = option.takes != saldo::Takes::nothing;
      CHECK(takes_value.try_emplace(option.name, takes).first->second == takes);
    }
}

TEST_CASE("bash completes commands, options, fixed values and plans") {
  const TempPlan folder = playground("bash");
  std::vector<std::string> commands;
  for (const saldo::Command* command : saldo::all_commands()) commands.emplace_back(command->name);
  CHECK(ask_bash(folder, "saldo ") == joined(commands));
  CHECK(ask_bash(folder, "saldo ta") == "table|");
  CHECK(ask_bash(folder, "saldo table --cs") == "--csv-dialect|");
  CHECK(ask_bash(folder, "saldo table --by p") == "programmalijn|project|post|");
  CHECK(ask_bash(folder, "saldo table --by=pro") == "programmalijn|project|");
  CHECK(ask_bash(folder, "saldo table --csv-dialect=") == "rfc4180|excel-nl|");
  CHECK(ask_bash(folder, "saldo completion ") == "bash|zsh|fish|");
  CHECK(ask_bash(folder, "saldo table p") == "plannen|");
  CHECK(ask_bash(folder, "saldo table plannen/") ==
        "plannen/scenarios|plannen/oud|plannen/2025.toml|plannen/mijn plan.toml|");
  CHECK(ask_bash(folder, "saldo table --format csv --cents plannen/2") == "plannen/2025.toml|");
  // Only you know a project number; a plan is not asked for twice.
  CHECK(ask_bash(folder, "saldo table --without p") == "|");
  CHECK(ask_bash(folder, "saldo table plannen p") == "|");
}

TEST_CASE("bash completes behind words with a colon or = in them, and inside them") {
  const TempPlan folder = playground("bash");
  CHECK(ask_bash(folder, "saldo diff main:plannen p") == "plannen|");
  CHECK(ask_bash(folder, "saldo diff main:p") == "plannen|");
  CHECK(ask_bash(folder, "saldo table --set index.loon=4 p") == "plannen|");
  CHECK(ask_bash(folder, "saldo table --years=2026 p") == "plannen|");
  CHECK(ask_bash(folder, "saldo compare --sweep a=1..2:1 p") == "plannen|");
  CHECK(ask_bash(folder, "saldo table --scenario=plannen/o") == "plannen/oud|");
}

TEST_CASE("bash completes scenarios and the ids of rules") {
  const TempPlan folder = playground("bash");
  CHECK(ask_bash(folder, "saldo compare plannen plannen/2") == "plannen/2025.toml|");
  CHECK(ask_bash(folder, "saldo compare plannen plannen/2025.toml plannen/o") == "plannen/oud|");
  CHECK(ask_bash(folder, "saldo compare plannen loo") == "loon|");
  CHECK(ask_bash(folder, "saldo compare plannen/ loon lon") == "lonen|");
  CHECK(ask_bash(folder, "saldo table plannen --scenario lo") == "lonen|loon|");
  CHECK(ask_bash(folder, "saldo table plannen --scenario=loo") == "loon|");
  CHECK(ask_bash(folder, "saldo explain overdracht-v") == "overdracht-verschil|");
  CHECK(ask_bash(folder, "saldo check --only saldo-op") == "saldo-opening|");
  CHECK(ask_bash(folder, "saldo check --ignore=saldo-op") == "saldo-opening|");
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
  CHECK(ask_fish(folder, "saldo table --csv-") == "--csv-dialect|");  // fish 4 finds --cents and --columns for --cs
  CHECK(ask_fish(folder, "saldo table --by p") == "post|programmalijn|project|");
  CHECK(ask_fish(folder, "saldo table --by=pro") == "--by=programmalijn|--by=project|");
  CHECK(ask_fish(folder, "saldo completion ") == "bash|fish|zsh|");
  CHECK(ask_fish(folder, "saldo table plannen/2") == "plannen/2025.toml|");
  CHECK(ask_fish(folder, "saldo table --by project plannen/2") == "plannen/2025.toml|");
  CHECK(ask_fish(folder, "saldo table --without ") == "");
  CHECK(ask_fish(folder, "saldo table --years=2026 plannen/2") == "plannen/2025.toml|");
  CHECK(ask_fish(folder, "saldo compare plannen plannen/2") == "plannen/2025.toml|");
  CHECK(ask_fish(folder, "saldo compare plannen loo") == "loon|");
  CHECK(ask_fish(folder, "saldo table plannen --scenario loo") == "loon|");
  CHECK(ask_fish(folder, "saldo explain overdracht-v") == "overdracht-verschil|");
  CHECK(ask_fish(folder, "saldo check --only saldo-op") == "saldo-opening|");
}

TEST_CASE("zsh reads the script and knows the function") {
  if (!have("zsh")) SKIP("zsh is not installed");
  const TempPlan folder = playground("zsh");
  CHECK(shell_prints("zsh -f -n " + folder.file("saldo.zsh")) == "");
  CHECK(shell_prints("zsh -f -c 'compdef() { print $* }; source " + folder.file("saldo.zsh") + "; whence -w _saldo'") ==
        "_saldo saldo\n_saldo: function\n");
}

TEST_CASE("zsh completes in a terminal of its own") {
  if (!have("zsh")) SKIP("zsh is not installed");
  const TempPlan folder = playground("zsh");
  CHECK(ask_zsh(folder, "saldo ta") == "saldo table ");
  CHECK(ask_zsh(folder, "saldo table plannen/2") == "saldo table plannen/2025.toml ");
  CHECK(ask_zsh(folder, "saldo table --set index.loon=4 plannen/m") ==
        "saldo table --set index.loon=4 plannen/mijn\\ plan.toml ");
  CHECK(ask_zsh(folder, "saldo diff main:plannen plannen/2") == "saldo diff main:plannen plannen/2025.toml ");
  CHECK(ask_zsh(folder, "saldo diff main:plannen/2") == "saldo diff main:plannen/2025.toml ");
  CHECK(ask_zsh(folder, "saldo compare plannen loo") == "saldo compare plannen loon ");
  CHECK(ask_zsh(folder, "saldo table plannen --scenario loo") == "saldo table plannen --scenario loon ");
  CHECK(ask_zsh(folder, "saldo explain overdracht-v") == "saldo explain overdracht-verschil ");
  CHECK(ask_zsh(folder, "saldo check --only saldo-op") == "saldo check --only saldo-opening ");
  CHECK(ask_zsh(folder, "saldo check --ignore=saldo-op") == "saldo check --ignore=saldo-opening ");
}

TEST_CASE("the manual page has every command and option, and its readers have no remark on it") {
  const Run run = run_saldo({"man"});
  CHECK(run.code == 0);
  CHECK(run.err.empty());
  for (const saldo::Command* command : saldo::all_commands()) {
    INFO(command->name);
    CHECK(run.out.find(fmt::format(".SS \\fBsaldo {}\\fR", command->name)) != std::string::npos);
    for (const saldo::Option& option : saldo::options_of(*command)) {
      std::string name;
      for (const char c : option.name) name += c == '-' ? "\\-" : std::string(1, c);
      INFO(name);
      CHECK(run.out.find((option.is_argument() ? "\\fI" : "\\fB") + name + "\\fR") != std::string::npos);
    }
  }
  const TempPlan folder({{"saldo.1", run.out}});
  if (!have("groff") && !have("mandoc") && !have("man")) SKIP("groff, mandoc and man are not installed");
  if (have("groff")) CHECK(shell_prints("groff -man -ww -Tutf8 " + folder.file("saldo.1") + " >/dev/null") == "");
  if (have("mandoc")) CHECK(shell_prints("mandoc -T lint -W warning " + folder.file("saldo.1")) == "");
  if (have("man")) CHECK(shell_prints("man --warnings -l " + folder.file("saldo.1") + " >/dev/null") == "");
}
