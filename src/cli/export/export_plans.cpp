#include "cli/export/export_plans.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <tuple>

#include "base/say.h"
#include "calc/check/checks.h"
#include "cli/computed.h"
#include "base/hash/sha256.h"
#include "plan/source.h"

namespace saldo {

namespace fs = std::filesystem;

namespace {

// The name of the folder or file, without what tells that it is TOML: that is what people call a plan.
std::string name_of_plan(const std::string& path) {
  std::error_code error;
  fs::path full = fs::absolute(path, error).lexically_normal();
  if (!full.has_filename()) full = full.parent_path();
  return full.extension() == ".toml" ? full.stem().string() : full.filename().string();
}

// As seen from the plan, so that it is the same wherever the plan is; of a file elsewhere only its name.
std::vector<std::string> names_in(const std::string& plan, const Files& files) {
  std::vector<std::string> names;
  for (const std::string& file : files) {
    const fs::path seen = fs::path(file).lexically_relative(plan);
    const bool is_inside = !seen.empty() && *seen.begin() != ".." && seen != ".";
    names.push_back(is_inside ? seen.generic_string() : fs::path(file).filename().string());
  }
  return names;
}

// What was typed on the command line has a name of its own among the files, and the folder of a plan has one too.
bool is_on_disk(const Files& files, std::size_t at) {
  std::error_code error;
  return !files[at].starts_with("--") && !(at == 0 && fs::is_directory(files[at], error));
}

// Of everything that was read from the disk, in the order in which it was; or why it could not be read again.
std::variant<std::string, Message> hash_of(const Files& files, const std::vector<std::string>& names) {
  std::string all;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (!is_on_disk(files, i)) continue;
    const std::variant<std::string, Message> source = read_source(files[i]);
    const auto* text = std::get_if<std::string>(&source);
    if (text == nullptr) return std::get<Message>(source);
    all += names[i] + '\n' + sha256(*text) + '\n';
  }
  return sha256(all);
}

class Exporter {
 public:
  Exporter(const ExportAsked& asked, ExportWriter& writer, const Console& console)
      : asked_(asked), writer_(writer), console_(console) {}

  int run() {
    if (const std::optional<Message> trouble = writer_.begin()) return usage_error(console_, *trouble);
    for (std::size_t i = 0; i < asked_.plans.size(); ++i)
      for (const Standing standing : asked_.standings)
        if (const int code = add(i, standing); code != exit_fine) return code;
    if (const std::optional<Message> trouble = writer_.finish()) return usage_error(console_, *trouble);
    const std::size_t count = asked_.plans.size() * asked_.standings.size();
    const Message told = count == 1 ? say("written to {}", asked_.target.path)
                                    : say("{} plans written to {}", count, asked_.target.path);
    return write_output(console_, to_text(told, console_.language) + '\n');
  }

 private:
  PlanKey key_of(std::size_t plan, Standing standing) const {
    const std::string name = name_of_plan(asked_.plans[plan]);
    const std::vector<std::string>& given = asked_.organisations;
    const std::string& organisation = given.empty() ? name : given.size() == 1 ? given[0] : given[plan];
    return {organisation, name, asked_.version, std::string(to_text(standing)), asked_.changes};
  }

  // To look for them takes longer than all else.
  bool wants_findings() const {
    const std::vector<ExportTable>& tables = asked_.target.tables;
    return asked_.target.to != ExportTo::sheet &&
           std::any_of(tables.begin(), tables.end(),
                       [](const ExportTable& table) { return table.table.name == "bevinding"; });
  }

  int add(std::size_t at, Standing standing) {
    PlanAsked asked = asked_.variant;
    asked.plan = asked_.plans[at];
    asked.standing = standing;
    PlanKey key = key_of(at, standing);
    if (!seen_.insert({key.organisatie, key.plan, key.stand}).second)
      return usage_error(console_,
                         say("{} is there twice: two plans of one organisation need names of their own", key.plan));
    std::optional<Sources> sources = load_sources(asked, console_);
    if (!sources) return exit_failed;
    const std::optional<Computed> computed = compute(std::move(*sources), asked, console_);
    if (!computed) return exit_failed;
    const Worked& worked = computed->worked;
    if (const Findings large = find_too_large(worked); !large.empty()) {
      write_error(console_, show_findings(computed->files, large, error_style(console_)));
      return exit_failed;
    }
    std::vector<std::string> files = names_in(asked.plan, computed->files);
    const std::variant<std::string, Message> hash = hash_of(computed->files, files);
    if (const auto* trouble = std::get_if<Message>(&hash))
      return usage_error(console_, say("{}: {}", asked.plan, to_text(*trouble, console_.language)));
    const std::vector<Overdracht> overdrachten = find_overdrachten(worked.plan, worked.amounts);
    const Findings found = wants_findings() ? check_plan(worked) : Findings();
    const std::optional<Message> trouble = writer_.add({std::move(key), worked, overdrachten, found, std::move(files),
                                                        std::get<std::string>(hash), "saldo " SALDO_VERSION});
    return trouble ? usage_error(console_, *trouble) : exit_fine;
  }

  const ExportAsked& asked_;
  ExportWriter& writer_;
  const Console& console_;
  std::set<std::tuple<std::string, std::string, std::string>> seen_;
};

}  // namespace

int export_plans(const ExportAsked& asked, ExportWriter& writer, const Console& console) {
  return Exporter(asked, writer, console).run();
}

}  // namespace saldo
