// A command is one row: its name, what help says of it, its options and what it does. Each lives in a file of its own.
#pragma once

#include <CLI/CLI.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/console.h"

namespace saldo {

// What the user asked for, as written. Every command reads what it declared in `add_options`.
struct Request {
  Language language = Language::en;  // known before the options are read, as their descriptions are in it
  std::string lang;
  std::string plan;
  std::string new_plan;  // diff: `plan` is the old one
  std::string nr;
  std::string by = "programmalijn";
  std::vector<std::string> scenarios;
  std::vector<std::string> variants;  // compare: scenarios beside the plan
  std::vector<std::string> sweeps;
  std::string sweep_figure;
  bool stack = false;
  std::vector<std::string> sets;
  std::string standing = "actueel";
  std::string as_of;
  std::string years;
  std::vector<std::string> without;
  std::vector<std::string> only;    // projects; for check, rules
  std::vector<std::string> ignore;  // rules
  std::string baseline;
  std::string write_baseline;
  bool strict = false;
  bool summary = false;
  std::string unit = "1";
  bool cents = false;
  bool tidy = false;
  bool matrix = false;
  bool suspects = false;
  std::string floor;
  std::string runs = "100000";
  std::string seed = "1";
  std::string certainty = "90%";
  std::string cell;
  std::string rule;
  bool frame = false;
  int depth = 2;
  bool bridge = false;
  std::string figure;  // of the bridge
  std::string year;
  std::size_t top = 10;
  bool all = false;
  bool exit_code = false;
  std::string shell;
  std::string table;  // one of the tables of a command that has more
  std::string format = "text";
  std::string csv_dialect = "rfc4180";
  std::string hover = "en";  // language of the descriptions in the schema
  std::size_t width = 0;     // 0: that of the console
};

struct Command {
  std::string_view name;
  Marked summary;
  Marked examples;  // with their remarks: what is typed is the same in every language
  void (*add_options)(CLI::App&, Request&);
  int (*run)(const Request&, const Console&);
};

extern const Command table_command;
extern const Command project_command;
extern const Command overlap_command;
extern const Command carryover_command;
extern const Command changes_command;
extern const Command risk_command;
extern const Command compare_command;
extern const Command check_command;
extern const Command why_command;
extern const Command diff_command;
extern const Command schema_command;
extern const Command explain_command;
extern const Command completion_command;
extern const Command man_command;

// All commands, in the order help shows them.
std::span<const Command* const> all_commands();

// Names the program and declares its options and those of every command; `apps` are the commands, in the order of help.
void describe(CLI::App& app, std::vector<CLI::App*>& apps, Request& request);

}  // namespace saldo
