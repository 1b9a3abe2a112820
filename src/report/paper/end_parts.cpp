// What no paper leaves out: what was found, and what the figures were made with.
#include <fmt/format.h>

#include <map>
#include <utility>

#include "base/say.h"
#include "report/paper/parts.h"

namespace saldo {

namespace {

constexpr std::size_t around = 60;  // characters of a line on either side of what it is about

std::string place_text(const PaperInput& in, const Place& place) {
  const std::string file = in.file_name(place.file);
  if (place.line == 0) return file;
  return place.column == 0 ? fmt::format("{}:{}", file, place.line)
                           : fmt::format("{}:{}:{}", file, place.line, place.column);
}

std::string user_line(const PaperInput& in, const Place& place) {
  if (place.line == 0) return "";
  const std::optional<LinePart> line = in.line(place, around);
  if (!line) return "";
  return fmt::format("{} | {}{}{}", place.line, line->first > 1 ? "…" : "", line->text, line->ends ? "" : "…");
}

PageFinding as_part(const PaperInput& in, const Diagnostic& finding) {
  PageFinding part{finding.severity,
                   std::string(info(finding.rule).id),
                   place_text(in, finding.place),
                   to_text(finding.message, in.language),
                   user_line(in, finding.place),
                   {},
                   finding.help.empty() ? "" : to_text(finding.help, in.language)};
  for (const Related& related : finding.related) {
    const std::string place = place_text(in, related.place), message = to_text(related.message, in.language);
    part.notes.push_back(message + (message.empty() || place.empty() ? "" : ", ") + place);
  }
  return part;
}

// What to do is told once, above the findings, where it is the same for some of one rule.
void gather_help(std::vector<PageFinding>& findings, Page& page) {
  constexpr int some = 3;
  std::map<std::pair<std::string, std::string>, int> helps;
  for (const PageFinding& finding : findings)
    if (!finding.help.empty()) ++helps[{finding.rule, finding.help}];
  PageList list;
  for (const auto& [help, times] : helps)
    if (times >= some) list.items.push_back({strong(help.first), plain(": " + help.second)});
  if (list.items.empty()) return;
  page.add(PageText{{plain(Dutch("Wat te doen bij wat hieronder vaker staat:").text())}});
  page.add(std::move(list));
  for (PageFinding& finding : findings)
    if (const auto found = helps.find({finding.rule, finding.help}); found != helps.end() && found->second >= some)
      finding.help.clear();
}

}  // namespace

void add_findings(PaperMaking& making) {
  begin_section(making, Dutch("Bevindingen"), "bevindingen");
  if (making.in.findings.empty()) {
    making.page.add(PageText{{plain(Dutch("Er zijn geen bevindingen.").text())}});
    return;
  }
  making.page.add(PageText{{plain(Dutch("Alles wat bij het narekenen van de begroting is gevonden, met de regel waar "
                                        "het staat. Er is niets weggelaten.")
                                      .text())}});
  const Dutch titles[] = {Dutch("Fouten"), Dutch("Waarschuwingen"), Dutch("Opmerkingen")};
  const Severity worst_first[] = {Severity::error, Severity::warning, Severity::note};
  for (std::size_t i = 0; i < std::size(worst_first); ++i) {
    PageFindings part{{}, making.in.language};
    for (const Diagnostic& finding : making.in.findings)
      if (finding.severity == worst_first[i]) part.findings.push_back(as_part(making.in, finding));
    if (part.findings.empty()) continue;
    making.page.add(PageHeading{3, fmt::format("{} ({})", titles[i].text(), part.findings.size()),
                                "bevindingen-" + titles[i].text()});
    gather_help(part.findings, making.page);
    making.page.add(std::move(part));
  }
}

void add_account(PaperMaking& making) {
  begin_section(making, Dutch("Verantwoording"), "verantwoording");
  Table table{"verantwoording", Dutch("Waarmee deze cijfers zijn gemaakt"), {}, {}};
  table.columns = {{"naam", Dutch("Wat"), ColumnType::text}, {"waarde", Dutch("Hoe"), ColumnType::text}};
  for (const auto& [what, how] : making.in.account) table.rows.push_back({RowKind::item, 0, {what, how}, false});
  making.page.add(PageTable{std::move(table)});
}

}  // namespace saldo
