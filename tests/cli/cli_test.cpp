// The command line: exit codes, what is said when something is wrong, streams that cannot be written, and the terminal.
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <map>
#include <sstream>

#include "cli/command.h"
#include "cli/run.h"
#include "support/catch.h"
#include "support/support.h"

using namespace saldo;

namespace {

const std::string klein = SALDO_SOURCE_DIR "/examples/klein";

// Arguments with which each command has something to print. A new command needs a row.
const std::map<std::string, std::vector<std::string>> good_arguments = {
    {"table", {"table", klein}},
    {"project", {"project", klein, "2.2"}},
    {"overlap", {"overlap", klein}},
    {"changes", {"changes", klein}},
    {"carryover", {"carryover", klein}},
    {"compare", {"compare", klein, "--set", "index.loon=5"}},
    {"check", {"check", klein}},
    {"close",
     {"close", SALDO_SOURCE_DIR "/examples/jaareinde/begroting", "2025", "--actuals",
      SALDO_SOURCE_DIR "/examples/jaareinde/grootboek/2025.csv", "--koppeling", "grootboek"}},
    {"export", {"export", klein, "-o", build_folder() + "/klein-export.csv"}},
    {"import", {"import", SALDO_SOURCE_DIR "/examples/import/overzicht.csv"}},
    {"why", {"why", klein, "2.2/5/2027"}},
    {"diff", {"diff", klein, achterhoek()}},
    {"risk", {"risk", SALDO_SOURCE_DIR "/examples/risico", "--runs", "1000"}},
    {"schema", {"schema"}},
    {"init", {"init", "nieuw", "--years", "2026-2029"}},
    {"report", {"report", SALDO_SOURCE_DIR "/examples/klein", "-o", "-", "--format", "html"}},
    {"goals", {"goals", SALDO_SOURCE_DIR "/examples/doelen"}},
    {"goal", {"goal", SALDO_SOURCE_DIR "/examples/doelen", "stadspas", "--table", "geld"}},
    {"explain", {"explain", "controle"}},
    {"completion", {"completion", "bash"}},
    {"man", {"man"}}};

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

struct Shell {
  int code = 0;
  std::string said;
};

// A line for the shell, in a folder of its own; `saldo` is the built program.
Shell shell(const std::string& line) {
  const TempPlan folder({});
  const std::string script =
      "cd '" + folder.path() + "' && export LC_ALL=C.UTF-8 && saldo() { '" + saldo_program() + "' \"$@\"; }\n" + line;
  const TempPlan file({{"line.sh", script + '\n'}});
  std::FILE* pipe = ::popen(("sh '" + file.file("line.sh") + "' 2>&1").c_str(), "r");
  std::string said;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) said += static_cast<char>(c);
  const int status = ::pclose(pipe);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), said};
}

// The same in a terminal of `columns` wide, where out and err are one.
Shell terminal(const std::string& line, unsigned short columns) {
  winsize size{};
  size.ws_col = columns;
  size.ws_row = 50;
  int master = -1;
  const pid_t child = ::forkpty(&master, nullptr, nullptr, &size);
  if (child == 0) {
    ::execl("/bin/sh", "sh", "-c", line.c_str(), nullptr);
    ::_exit(127);
  }
  std::string said;
  char buffer[4096];
  for (ssize_t n = 0; (n = ::read(master, buffer, sizeof buffer)) > 0 || (n < 0 && errno == EINTR);)
    if (n > 0) said.append(buffer, static_cast<std::size_t>(n));
  int status = 0;
  ::waitpid(child, &status, 0);
  ::close(master);
  return {WEXITSTATUS(status), replaced(said, "\r\n", "\n")};
}

std::string first_rule(const std::string& text) {
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);)
    if (line.starts_with("─")) return line;
  return "";
}

std::size_t columns_of(const std::string& rule) { return rule.size() / std::string("─").size(); }

// One csv holds one table.
const std::map<std::string, std::string> first_table = {
    {"overlap", "netto"}, {"carryover", "open_einden"}, {"risk", "oorzaken"}, {"compare", "eindsaldo"},
    {"diff", "posten"},   {"close", "aansluiting"},     {"import", "rijen"}};

const std::string run_table = "'" + saldo_program() + "' table '" SALDO_SOURCE_DIR "/data/achterhoek-2025-2028'";

}  // namespace

TEST_CASE("every command has arguments in this test") {
  for (const Command* command : all_commands()) CHECK(good_arguments.contains(std::string(command->name)));
}

TEST_CASE("a command that cannot write its output says so and exits 2") {
  const TempPlan folder({});
  const InFolder in(folder.folder);
  std::vector<std::vector<std::string>> runs = {{"--help"}, {"--version"}};
  for (const auto& [name, arguments] : good_arguments) {
    runs.push_back(arguments);
    runs.push_back({name, "--help"});
    if (name == "report" || !has(run_saldo({name, "--help"}).out, "--format")) continue;  // it is no table
    for (const char* format : {"csv", "md", "json"}) {
      runs.push_back(arguments);
      runs.back().insert(runs.back().end(), {"--format", format});
      if (format == std::string("csv") && first_table.contains(name))
        runs.back().insert(runs.back().end(), {"--table", first_table.at(name)});
    }
  }
  runs.push_back({"table", achterhoek(), "--by", "post", "--format", "json"});  // more than a buffer
  for (const auto& arguments : runs) {
    INFO(arguments[0] << " " << arguments.back());
    char* bytes = nullptr;
    std::size_t size = 0;
    std::FILE* full = std::fopen("/dev/full", "w");
    std::FILE* err = ::open_memstream(&bytes, &size);
    CHECK(run_cli(arguments, Console{full, err}) == exit_failed);
    std::fclose(full);
    std::fclose(err);
    CHECK(std::string(bytes, size) == "saldo: cannot write the output: No space left on device\n");
    std::free(bytes);
  }
}

TEST_CASE("a table chosen by its name is told, or is said not to be there") {
  for (const Command* command : all_commands())
    for (const Option& option : options_of(*command)) {
      if (option.name != std::string_view("--table")) continue;
      for (const std::string_view word : words_of(option)) {
        std::vector<std::string> arguments = good_arguments.at(std::string(command->name));
        std::erase_if(arguments,
                      [](const std::string& argument) { return argument == "--table" || argument == "geld"; });
        arguments.push_back("--table=" + std::string(word));
        INFO(command->name << " " << arguments.back());
        const Run run = run_saldo(arguments);
        CHECK(run.out.empty() == (run.code == exit_failed));
        CHECK((run.code != exit_failed || !run.err.empty()));
      }
    }
}

TEST_CASE("findings that cannot be told still exit 2, also when the err stream is full") {
  std::FILE* full = std::fopen("/dev/full", "w");
  CHECK(run_cli(std::vector<std::string>{"check", achterhoek()}, Console{full, full}) == exit_failed);
  CHECK(run_cli(std::vector<std::string>{"table", "nergens"}, Console{full, full}) == exit_failed);
  std::fclose(full);
}

TEST_CASE("exit code 0 is fine, 1 is findings of check, 2 is that it could not be done") {
  const std::vector<std::pair<std::vector<std::string>, int>> runs = {
      {{"table", klein}, 0},
      {{"check", klein}, 0},
      {{"check", achterhoek()}, 1},
      {{"check", achterhoek(), "--format", "json"}, 1},
      {{"table", achterhoek()}, 0},  // a controle that does not hold never stops a table
      {{"project", achterhoek(), "3.18"}, 0},
      {{"table", "nergens"}, 2},
      {{"check", "nergens"}, 2},
      {{"check", "nergens", "--format", "json"}, 2},
      {{"project", klein}, 2},
      {{"table", klein, klein}, 2},
      {{"table", klein, "--cents", "--unit", "1000"}, 2},
      {{"table", klein, "--width", "0"}, 2},
      {{}, 2},
      {{""}, 2},
      {{"--help"}, 0},
      {{"table", "--help"}, 0},
      {{"--version"}, 0},
  };
  for (const auto& [arguments, code] : runs) {
    const Run run = run_saldo(arguments);
    INFO((arguments.empty() ? "" : arguments.front() + " ... " + arguments.back()));
    CHECK(run.code == code);
    const bool json = !arguments.empty() && arguments.back() == "json";
    if (code == 2 && !json) CHECK(run.out == "");
    CHECK(run.err.empty() == (code != 2 || json));
    CHECK((run.err.empty() || run.err.ends_with('\n')));
  }
}

TEST_CASE("a misspelt word gets the one that was likely meant") {
  const std::vector<std::pair<std::vector<std::string>, std::string>> runs = {
      {{"tabel", klein}, "did you mean `table`?"},
      {{"Project", klein}, "did you mean `project`?"},
      {{"chekc", klein}, "did you mean `check`?"},
      {{"table", klein, "--witout", "2.1"}, "did you mean `--without`?"},
      {{"table", klein, "--foramt=csv"}, "did you mean `--format`?"},
      {{"check", klein, "--formt", "json"}, "did you mean `--format`?"},
      {{"project", klein, "2.2", "--year", "2026"}, "did you mean `--years`?"},
      {{"project", achterhoek(), "3.7-fase"}, "did you mean one of 3.7-fase1, 3.7-fase2?"},
      {{"table", achterhoek(), "--only", "3.12-rode-loper"}, "did you mean 3.12-rodeloper?"},
  };
  for (const auto& [arguments, suggestion] : runs) {
    const Run run = run_saldo(arguments);
    INFO(run.err);
    CHECK(run.code == 2);
    CHECK(has(run.err, suggestion));
  }
}

TEST_CASE("a part of project numbers names the projects that it could be") {
  const Run run = run_saldo({"project", achterhoek(), "3.7"});
  INFO(run.err);
  CHECK(run.code == 2);
  CHECK(has(run.err, "3.7-fase1"));  // not the 3.1 that differs in one letter
}

TEST_CASE("years are four digits each, first to last, within the plan") {
  for (const char* years : {"2025", "2028", "2025-2028", "2026-2026", "2025-2025"}) {
    INFO(years);
    CHECK(run_saldo({"table", achterhoek(), "--years", years}).code == 0);
  }
  for (const char* years : {"02025", "0x7EB", "2025-2024",      "2024",        "2029",  "2024-2026", "2025-2029",
                            "2025-", "-2025", "2025-2026-2027", "2025 - 2026", "25",    "2025,2026", "2025..2026",
                            "20²5",  " 2025", "2025.0",         "+2025",       "MMXXV", "alle"}) {
    const Run run = run_saldo({"table", achterhoek(), std::string("--years=") + years});
    INFO(years << ": " << run.err);
    CHECK(run.code == 2);
    CHECK(run.out == "");
    CHECK(has(run.err, "2025-2028"));
  }
}

TEST_CASE("the columns for machines are those of the contract, with the saldo of each year") {
  std::string expected = "nr,naam,opening";
  for (const std::string year : {"2026", "2027", "2028"})
    for (const char* figure : {".baten", ".lasten", ".saldo", ".eindsaldo"}) expected += "," + year + figure;
  for (const char* by : {"programmalijn", "project", "post"}) {
    const std::string out = run_saldo({"table", klein, "--by", by, "--format", "csv"}).out;
    CHECK(out.substr(0, out.find('\r')) == expected);
  }
}

TEST_CASE("the help of every command holds its examples") {
  for (const Command* command : all_commands()) {
    const Run run = run_saldo({std::string(command->name), "--help"});
    INFO(command->name);
    CHECK(run.code == 0);
    CHECK(run.err == "");
    CHECK(has(run.out, "\nExamples:\n  saldo " + std::string(command->name) + " "));
  }
}

// A plan in a git repository.
const std::string committed_begroting = "git init -q -b main . && cp -r '" + achterhoek() +
                                        "' begroting && git add begroting &&\n"
                                        "git -c user.name=a -c user.email=a@example.com commit -q -m begroting &&\n";

const std::string closable =
    "cp -r examples/jaareinde/begroting . && sed -i /toelichting/d begroting/plan.toml && "
    "cp examples/jaareinde/grootboek/2025.csv grootboek.csv && "
    "printf 'project,post,jaar,baten,lasten\\n1,2,2026,,100\\n' > juni.csv &&\n"
    "saldo close begroting 2025 --actuals grootboek.csv --koppeling grootboek --write >/dev/null 2>&1 &&\n";

// An example is what a person copies: everything up to the remark, which stands two or more spaces to the right of it.
TEST_CASE("every example in a help text works when it is typed") {
  // They name data/ and examples/ as who stands in the sources does.
  const std::string beside = "ln -s '" SALDO_SOURCE_DIR "/data' '" SALDO_SOURCE_DIR
                             "/examples' . && printf '3;Werk\\n3.1;Advies\\n' > namen.csv &&\n";
  bool without_git = false;
  for (const Command* command : all_commands()) {
    const std::string help = run_saldo({std::string(command->name), "--help"}).out;
    std::istringstream examples(help.substr(help.find("Examples:")));
    std::size_t count = 0;
    for (std::string line; std::getline(examples, line);) {
      if (!line.starts_with("  saldo ")) continue;
      line.erase(0, 2);
      line.erase(std::min(line.size(), line.find("  ")));
      ++count;
      std::string typed = replaced(line, "PLAN", "data/achterhoek-2025-2028");
      typed = replaced(replaced(typed, "OLD", "examples/klein"), "NEW", "data/achterhoek-2025-2028");
      if (has(typed, "main:begroting")) typed = committed_begroting + typed;
      if (has(typed, "git ") && !have("git")) {
        without_git = true;
        continue;
      }
      // A year is closed in a plan of one's own, and what was kept can be adopted.
      if (has(typed, "saldo close")) typed = closable + replaced(typed, "data/achterhoek-2025-2028", "begroting");
      const Shell run = shell(beside + typed);
      INFO(line << "\n" << run.said);
      CHECK((run.code == 0 || run.code == 1));
      CHECK_FALSE(has(run.said, "saldo: "));
    }
    CHECK(count >= 2);
  }
  if (without_git) SKIP("git is not installed: all examples but those of a plan in git were tried");
}

TEST_CASE("a reader that has seen enough ends a table quietly") {
  const Shell run = shell("saldo table '" + achterhoek() + "' --by post --format json | head -n 1");
  CHECK(run.said == "{\n");
  CHECK(run.code == 0);
  // The reader is gone before the first byte, so that the write does fail.
  const Shell gone = shell("{ sleep 0.2; saldo table '" + achterhoek() + "' --by post --format json; } | :");
  CHECK(gone.said == "");
  const Shell ignored =
      shell("trap '' PIPE; { sleep 0.2; saldo table '" + achterhoek() + "'; echo \"code $?\" >&2; } | :");
  CHECK(ignored.said == "code 2\n");
}

TEST_CASE("with its output closed saldo exits 2 and says why") {
  for (const std::string command : {"table", "check"}) {
    const Shell run = shell("saldo " + command + " '" + klein + "' >&-");
    CHECK(run.code == 2);
    CHECK(run.said == "saldo: cannot write the output: Bad file descriptor\n");
  }
  CHECK(shell("saldo --version >/dev/full").code == 2);
}

TEST_CASE("into a pipe COLUMNS is the width, 120 without it or when it is no number") {
  const auto width = [](const std::string& before) {
    return columns_of(first_rule(shell(before + run_table + " --by post").said));
  };
  CHECK(width("unset COLUMNS; ") > 100);
  CHECK(width("unset COLUMNS; ") <= 120);
  CHECK(width("COLUMNS=80 ") <= 80);
  CHECK(width("COLUMNS=200 ") > 120);
  for (const std::string bad :
       {"COLUMNS= ", "COLUMNS=0 ", "COLUMNS=-5 ", "COLUMNS=80x ", "COLUMNS=99999999999999999999 "}) {
    INFO(bad);
    CHECK(width(bad) == width("unset COLUMNS; "));
  }
}

TEST_CASE("an explicit --width goes before COLUMNS") {
  CHECK(columns_of(first_rule(shell("COLUMNS=200 " + run_table + " --width 80").said)) <= 80);
}

TEST_CASE("a terminal gives its own width and colour, but no colour with NO_COLOR, when it is dumb or into a pipe") {
  const std::string normal = "export TERM=xterm; unset NO_COLOR COLUMNS; ";
  const Shell wide = terminal(normal + run_table, 120), narrow = terminal(normal + "COLUMNS=200 " + run_table, 80);
  CHECK(wide.code == 0);
  CHECK(columns_of(first_rule(narrow.said)) <= 80);
  CHECK(columns_of(first_rule(wide.said)) > 80);
  CHECK(has(wide.said, "\x1b["));
  CHECK_FALSE(has(terminal(normal + "NO_COLOR=1 " + run_table, 120).said, "\x1b["));
  CHECK(has(terminal(normal + "NO_COLOR= " + run_table, 120).said, "\x1b["));
  CHECK_FALSE(has(terminal(normal + "TERM=dumb " + run_table, 120).said, "\x1b["));
  CHECK_FALSE(has(terminal(normal + run_table + " | cat", 120).said, "\x1b["));
}

TEST_CASE("in a terminal the text is the same but for its colours") {
  std::string plain = terminal("export TERM=xterm; unset NO_COLOR; " + run_table, 120).said;
  for (std::size_t at = plain.find("\x1b["); at != std::string::npos; at = plain.find("\x1b["))
    plain.erase(at, plain.find('m', at) + 1 - at);
  CHECK(plain == run_saldo({"table", achterhoek()}, 120).out);
}

TEST_CASE("NO_COLOR goes first, then what forces colour, then the terminal, CLICOLOR=0 and TERM") {
  const std::string check = "'" + saldo_program() + "' check '" SALDO_SOURCE_DIR "/examples/klein'";
  const std::string none = "unset NO_COLOR CLICOLOR CLICOLOR_FORCE FORCE_COLOR; ";
  const auto coloured = [&](const std::string& variables, bool in_terminal) {
    const std::string line = none + "TERM=xterm " + variables + check;
    return has((in_terminal ? terminal(line, 120) : shell(line)).said, "\x1b[");
  };
  CHECK(coloured("", true));
  CHECK_FALSE(coloured("", false));
  CHECK_FALSE(coloured("CLICOLOR=0 ", true));
  CHECK(coloured("CLICOLOR=1 ", true));
  CHECK_FALSE(coloured("CLICOLOR=1 ", false));
  for (const std::string term : {"TERM= ", "TERM=dumb ", "-u TERM "})
    CHECK_FALSE(coloured(term.starts_with('-') ? "env " + term : term, true));
  for (const std::string force : {"CLICOLOR_FORCE", "FORCE_COLOR"}) {
    INFO(force);
    CHECK(coloured(force + "=1 ", false));
    CHECK(coloured(force + "=1 CLICOLOR=0 TERM=dumb ", false));
    CHECK_FALSE(coloured(force + "=0 ", false));
    CHECK_FALSE(coloured(force + "= ", false));
    CHECK_FALSE(coloured("NO_COLOR=1 " + force + "=1 ", false));
  }
}

TEST_CASE("what was typed comes back printable: no escape codes, marks of direction or line breaks") {
  for (const std::string mark : {"\x1b[31mx", "a\nb", "\u202Ex", "\xFF\x07"}) {
    const std::vector<std::vector<std::string>> lines = {{mark},
                                                         {"table", klein, mark},
                                                         {"table", mark},
                                                         {"table", klein, "--years", mark},
                                                         {"table", klein, "--by", mark},
                                                         {"table", klein, "--only", mark},
                                                         {"table", klein, "--set", mark},
                                                         {"table", klein, "--set", "index." + mark + "=4"},
                                                         {"table", klein, "--scenario", mark},
                                                         {"table", klein, "--as-of", mark},
                                                         {"table", klein, "--unit", mark},
                                                         {"table", klein, "--width", mark},
                                                         {"table", klein, "--lang", mark},
                                                         {"table", klein, "--" + mark},
                                                         {"project", klein, mark},
                                                         {"why", klein, "1/" + mark + "/2025"},
                                                         {"explain", mark},
                                                         {"carryover", klein, "--floor", mark},
                                                         {"compare", klein, "--sweep", mark},
                                                         {"compare", klein, "--set", "index.loon=4", "--figure", mark},
                                                         {"compare", klein, mark},
                                                         {"diff", mark + ":plan", klein},
                                                         {"risk", klein, "--certainty", mark},
                                                         {"check", klein, "--baseline", mark},
                                                         {"check", klein, "--only", mark},
                                                         {"completion", mark}};
    for (const std::vector<std::string>& line : lines) {
      const Run run = run_saldo(line);
      INFO(run.err);
      CHECK(run.code == 2);
      for (const std::string bad : {"\x1b", "\u202E", "\xFF", "\x07", "a\nb"}) CHECK_FALSE(has(run.err, bad));
    }
  }
}

// Azure Pipelines looks for ##vso[ in the whole of a line, and GitHub for ##[ beside what begins one with ::.
TEST_CASE("nothing in a plan is a command to a server that runs jobs, wherever it stands in a line") {
  for (const std::string command :
       {"##vso[task.setvariable variable=x]y", "##[set-output name=x]y", "a ###[add-mask]b"}) {
    INFO(command);
    const auto plan_with = [&](const std::string& naam, const std::string& more) {
      return "[plan]\nnaam = \"" + naam +
             "\"\neerste_jaar = 2025\nlaatste_jaar = 2025\n[[programmalijn]]\nid = \"a\"\n" + "naam = \"A\" # " +
             command + "\n" + more;
    };
    const TempPlan plan({{"naam/plan.toml", plan_with(command, "")},
                         {"sleutel/plan.toml", plan_with("P", "[index]\n\"" + command + "\" = 2.0\n")},
                         {"regel/plan.toml", plan_with("P", "[[project]] # " + command + "\n")},
                         {"bestand/" + command + ".toml", plan_with("P", "[[project]]\n")}});
    for (const char* folder : {"naam", "sleutel", "regel", "bestand"})
      for (const char* format : {"text", "md"}) {
        INFO(folder << ' ' << format);
        const Run run = run_saldo({"check", plan.file(folder), "--format", format});
        CHECK(run.code > 0);
        CHECK_FALSE(has(run.out + run.err, "##vso["));
        CHECK_FALSE(has(run.out + run.err, "##["));
      }
    CHECK(run_saldo({"table", plan.file("naam")}).code == 2);
    CHECK(run_saldo({"table", plan.file("sleutel")}).code == 2);
  }
}

TEST_CASE("where something was written is told printable") {
  const TempPlan folder({});
  const std::string mark = folder.file("a\x1b[31m\u202E\nb");
  const std::vector<std::vector<std::string>> lines = {{"export", klein, "-o", mark + ".sql"},
                                                       {"export", klein, "-o", mark, "--to", "csv"},
                                                       {"report", klein, "-o", mark + ".html"},
                                                       {"table", klein, "--output", mark},
                                                       {"init", mark + ".begroting", "--years", "2026-2029"}};
  for (const std::vector<std::string>& line : lines) {
    const Run run = run_saldo(line);
    INFO(run.out << run.err);
    CHECK(run.code == 0);
    CHECK(has(run.out + run.err, "a\uFFFD[31m\uFFFD b"));
    for (const std::string bad : {"\x1b", "\u202E", "\nb"}) CHECK_FALSE(has(run.out + run.err, bad));
  }
}

TEST_CASE("a baseline with line breaks in its name is told on one line") {
  const TempPlan folder({});
  const Run run = run_saldo({"check", klein, "--write-baseline", folder.file("a\x1b[31m\nb")});
  CHECK(run.code == 0);
  CHECK_FALSE(has(run.out, "\x1b"));
  CHECK_FALSE(has(run.out, "[31m\nb"));
}
