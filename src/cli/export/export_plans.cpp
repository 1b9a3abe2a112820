#include "cli/export/export_plans.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <tuple>
#include <utility>

#include "base/hash/sha256.h"
#include "base/say.h"
#include "calc/check/checks.h"
#include "cli/computed.h"
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

// What was typed on the command line has a name of its own among the files, and the folder of a plan has one too.
bool is_on_disk(const Files& files, std::size_t at) {
  std::error_code error;
  return !files[at].starts_with("--") && !(at == 0 && fs::is_directory(files[at], error));
}

// Of everything that was read from the disk, in the order in which it was; or why it could not be read again.
std::variant<std::string, Message> hash_of(const Files& files, const std::vector<std::string>& names,
                                           const std::vector<std::string>& known) {
  std::string all;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (!is_on_disk(files, i)) continue;
    std::string hash = i < known.size() ? known[i] : "";
    if (hash.empty()) {
      const std::variant<std::string, Message> source = read_source(files[i]);
      const auto* text = std::get_if<std::string>(&source);
      if (text == nullptr) return std::get<Message>(source);
      hash = sha256(*text);
    }
    all += names[i] + '\n' + hash + '\n';
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
      if (const int code = add_plan(i); code != exit_fine) return code;
    if (const std::optional<Message> trouble = writer_.finish()) return usage_error(console_, *trouble);
    const std::size_t count = asked_.plans.size() * asked_.standings.size();
    const Message told = count == 1 ? say("written to {}", asked_.target.path)
                                    : say("{} plans written to {}", count, asked_.target.path);
    return write_output(console_, shown_line(told, console_.language));
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

  // Read once, however many standings are asked of it.
  int add_plan(std::size_t at) {
    for (const Standing standing : asked_.standings) {
      const PlanKey key = key_of(at, standing);
      if (!seen_.insert({key.organisatie, key.plan, key.stand}).second)
        return usage_error(console_,
                           say("{} is there twice: two plans of one organisation need names of their own", key.plan));
    }
    HashedPlan read = load_hashed(asked_.plans[at]);  // files that are read later, for a scenario, have no hash
    for (const Standing& standing : asked_.standings) {
      const bool is_last = &standing == &asked_.standings.back();
      const int code = add(at, standing, is_last ? std::move(read.base) : read.base, read.hashes);
      if (code != exit_fine) return code;
    }
    return exit_fine;
  }

  int add(std::size_t at, Standing standing, PlanBase base, const std::vector<std::string>& hashes) {
    PlanAsked asked = asked_.variant;
    asked.plan = asked_.plans[at];
    asked.standing = standing;
    PlanKey key = key_of(at, standing);
    std::optional<Sources> sources = load_sources(std::move(base), asked, console_);
    if (!sources) return exit_failed;
    const std::optional<Computed> computed = compute(std::move(*sources), asked, console_);
    if (!computed) return exit_failed;
    const Worked& worked = computed->worked;
    if (const Findings large = find_too_large(worked); !large.empty()) {
      write_error(console_, show_findings(computed->files, large, error_style(console_)));
      return exit_failed;
    }
    std::vector<std::string> files = names_from_plan(asked.plan, computed->files);
    const std::variant<std::string, Message> hash = hash_of(computed->files, files, hashes);
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
