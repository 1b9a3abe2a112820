// What several tests share: a plan in a temporary folder, a plan from a text, and one run of saldo.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding/diagnostic.h"
#include "calc/wijziging/apply.h"
#include "plan/load.h"
#include "support/built.h"

// A temporary folder with these files, gone when the test ends. Names may hold folders: "projecten/3.5.toml".
struct TempPlan {
  explicit TempPlan(const std::map<std::string, std::string>& files);
  TempPlan(const TempPlan&) = delete;
  TempPlan& operator=(const TempPlan&) = delete;
  ~TempPlan();
  std::string path() const { return folder.string(); }
  std::string file(std::string_view name) const { return (folder / name).string(); }
  std::filesystem::path folder;
};

// The working folder, until the end of the block.
class InFolder {
 public:
  explicit InFolder(const std::filesystem::path& folder) : before_(std::filesystem::current_path()) {
    std::filesystem::current_path(folder);
  }
  InFolder(const InFolder&) = delete;
  InFolder& operator=(const InFolder&) = delete;
  ~InFolder() { std::filesystem::current_path(before_); }

 private:
  std::filesystem::path before_;
};

// The plan of one file, plan.toml, with this text.
saldo::LoadedPlan load_text(const std::string& text);

// A plan with its begrotingswijzigingen.
saldo::LoadedPlan load_actueel(const std::string& path);

// The ids of the rules of these findings, in their order.
std::vector<std::string> rule_ids(const saldo::Findings& findings);

// What a run of saldo inside the test came to.
struct Run {
  int code = 0;
  std::string out;
  std::string err;
};
Run run_saldo(const std::vector<std::string>& arguments, std::size_t width = 120);

// The real plan, and the rows of an RFC 4180 text.
inline std::string achterhoek() { return SALDO_SOURCE_DIR "/data/achterhoek-2025-2028"; }
std::vector<std::vector<std::string>> read_csv(std::string_view text, char separator = ',');

// All that `saldo check` finds: while loading, else in the amounts, else in the balances and controles.
saldo::Findings check_all(const saldo::LoadedPlan& loaded);

// What stands in the way of a computed plan: all of that but the checks, which plans in tests need not pass.
saldo::Findings hindrances(const saldo::LoadedPlan& loaded);

// "projecten/3.5.toml:31:18: MESSAGE [RULE]" for each, the file as seen from the plan's folder. A file as a whole has no
// line and column; the folder itself is ".".
std::vector<std::string> tell(const saldo::LoadedPlan& loaded, const saldo::Findings& findings);
std::vector<std::string> tell(const std::vector<std::string>& files, const saldo::Findings& findings);

// Whether this program is installed.
bool have(const std::string& program);

// What a shell prints, out and err together, and at the end how it ended when that was not with 0: "[exit 1]".
std::string shell_prints(const std::string& command);

// Every .toml below a folder, sorted.
std::vector<std::string> toml_files(const std::string& root);

// The bytes of a file; "" when there is none.
std::string read_text(const std::filesystem::path& file);

bool has(std::string_view text, std::string_view part);

// What a script of tests/ says that judges with tools from npm: "skipped: why" first where they cannot be had.
std::string judged_in_node(const std::string& script, const std::string& arguments);

// Runs `work`, which might crash or hang, in a process of its own: "fine", or what became of it.
std::string fate_of(const std::function<void()>& work);
