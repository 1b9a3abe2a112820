#include "report/check/suspects_table.h"

#include <fmt/format.h>

#include "base/say.h"

namespace saldo {

namespace {

std::string post_names(const Project& project, const std::vector<std::uint32_t>& posts) {
  std::string text;
  for (const std::uint32_t post : posts)
    text += fmt::format("{}{} {}", text.empty() ? "" : " + ", project.posts[post].nr, project.posts[post].naam);
  return text;
}

std::string reason(const Suspect& suspect) {
  const bool sum = suspect.zendt.size() + suspect.ontvangt.size() > 2;
  return fmt::format("{}{}", sum ? "zelfde som" : "zelfde bedrag",
                     suspect.names_other ? ", en de naam noemt het andere project" : "");
}

}  // namespace

Table report_suspects(const Plan& plan, const Suspects& suspects) {
  Table table{"verdacht", "Mogelijke overdrachten die niemand heeft aangegeven", {}, {}};
  table.columns = {{"van", "Van", ColumnType::text},
                   {"naar", "Naar", ColumnType::text},
                   {"jaar", "Jaar", ColumnType::integer},
                   {"ontvangen_in", "Ontvangen in", ColumnType::integer},
                   {"bedrag", "Bedrag"},
                   {"posten_van", "Lasten van", ColumnType::text},
                   {"posten_naar", "Baten van", ColumnType::text},
                   {"reden", "Waarom verdacht", ColumnType::text}};
  for (const Suspect& suspect : suspects.found)
    for (const SuspectYear& year : suspect.years)
      table.rows.push_back({RowKind::item,
                            0,
                            {plan.project(suspect.van).nr, plan.project(suspect.naar).nr, std::int64_t{year.jaar.value},
                             std::int64_t{year.ontvangen_in.value}, Amount(year.bedrag),
                             post_names(plan.project(suspect.van), suspect.zendt),
                             post_names(plan.project(suspect.naar), suspect.ontvangt), reason(suspect)}});
  if (suspects.found.empty())
    table.footnotes.push_back(say("Niets gevonden dat op een overdracht lijkt en niet is aangegeven."));
  if (suspects.stopped)
    table.footnotes.push_back(say(
        "Er zijn te veel posten of te veel gelijke bedragen om alles te proberen: er is maar voor een deel gezocht."));
  return table;
}

}  // namespace saldo
