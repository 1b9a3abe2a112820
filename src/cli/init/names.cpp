#include "cli/init/names.h"

#include <algorithm>
#include <map>
#include <utility>
#include <variant>

#include "base/say.h"
#include "base/text.h"
#include "cli/computed.h"
#include "intake/csv.h"
#include "intake/decode.h"
#include "plan/source.h"
#include "render/findings/findings.h"

namespace saldo {

namespace {

struct NamedRow {
  std::string nr, naam;
  Place place;
};

bool is_below(std::string_view nr, std::string_view above) {
  return nr.size() > above.size() + 1 && nr.starts_with(above) && nr[above.size()] == '.';
}

std::string trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return std::string(text);
}

// A row that has words where a nr should be is the head of the table.
bool is_head(std::span<const SheetCell> row) {
  return folded(row.front().text) == "nr" || folded(row.front().text) == "nummer";
}

class NamesReader {
 public:
  explicit NamesReader(const Sheet& sheet) : sheet_(sheet) {}

  void read() {
    for (std::size_t row = 0; row < sheet_.rows(); ++row)
      if (row > 0 || !is_head(sheet_.row(row))) read_row(sheet_.row(row));
    if (names_.empty() && findings_.empty())
      findings_.push_back({Rule::bestand, {sheet_.file}, say("there is no nr and naam in this file"), {}, help()});
  }
  std::vector<NamedRow> take() { return std::move(names_); }
  Findings& findings() { return findings_; }

 private:
  static Message help() { return say("write a nr and a naam on each line: 3.1;Mobility team"); }
  void tell(Rule rule, const SheetCell& cell, Message message, Message what_helps) {
    findings_.push_back({rule, sheet_.place(cell), std::move(message), {}, std::move(what_helps)});
  }

  void read_row(std::span<const SheetCell> row) {
    const std::string nr = trimmed(row.front().text);
    const std::string naam = row.size() > 1 ? trimmed(row[1].text) : "";
    if (nr.empty() || naam.empty())
      return tell(Rule::ontbrekende_sleutel, row.front(),
                  nr.empty() ? say("this row has no nr") : say("{} has no naam", nr), help());
    for (const SheetCell& cell : row.first(2))
      if (has_deceptive_character(cell.text))
        return tell(Rule::naam_teken, cell, say("in this text stands a mark that nobody sees"),
                    say("type the text again"));
    const auto [known, is_new] = lines_.emplace(nr, row.front().line);
    if (!is_new)
      return tell(Rule::dubbel_nr, row.front(),
                  say("there is a {} already, on line {}", nr, std::size_t{known->second}),
                  say("give each a nr of its own"));
    names_.push_back({nr, naam, sheet_.place(row.front())});
  }

  const Sheet& sheet_;
  std::vector<NamedRow> names_;
  std::map<std::string, std::uint32_t> lines_;
  Findings findings_;
};

// The longest of the nrs that it is below; "": none.
std::string above(const std::vector<NamedRow>& names, const std::string& nr) {
  std::string found;
  for (const NamedRow& name : names)
    if (is_below(nr, name.nr) && name.nr.size() > found.size()) found = name.nr;
  return found;
}

NewPlan plan_of(const std::vector<NamedRow>& names) {
  NewPlan plan;
  for (const NamedRow& name : names) {
    const bool is_line =
        std::any_of(names.begin(), names.end(), [&](const NamedRow& other) { return is_below(other.nr, name.nr); });
    const std::string over = above(names, name.nr);
    if (is_line) plan.programmalijnen.push_back({.id = name.nr, .naam = name.naam, .onder = over});
    else plan.projects.push_back({.nr = name.nr, .naam = name.naam, .programmalijn = over});
  }
  return plan;
}

}  // namespace

std::optional<NewPlan> read_names(const std::string& path, const Console& console) {
  const auto source = read_source(path);
  if (const auto* trouble = std::get_if<Message>(&source)) {
    usage_error(console, say("--lines {}: {}", path, to_text(*trouble, console.language)));
    return std::nullopt;
  }
  Findings findings;
  std::optional<NewPlan> plan;
  const FileId file{};
  if (std::optional<std::string> text = decode(file, std::get<std::string>(source), nullptr, findings))
    if (const std::optional<Sheet> sheet = read_csv(file, std::move(*text), std::nullopt, 0, findings)) {
      NamesReader reader(*sheet);
      reader.read();
      std::move(reader.findings().begin(), reader.findings().end(), std::back_inserter(findings));
      plan = plan_of(reader.take());
    }
  if (findings.empty()) return plan;
  sort_by_place(findings);
  write_error(console, show_findings(Files{path}, findings, error_style(console)));
  return std::nullopt;
}

}  // namespace saldo
