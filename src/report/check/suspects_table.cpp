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

Dutch reason(const Suspect& suspect) {
  const bool sum = suspect.zendt.size() + suspect.ontvangt.size() > 2;
  const Dutch same(sum ? "zelfde som" : "zelfde bedrag");
  return suspect.names_other ? Dutch("{}, en de naam noemt het andere project", same) : same;
}

}  // namespace

Table report_suspects(const Plan& plan, const Suspects& suspects) {
  Table table{"verdacht", Dutch("Mogelijke overdrachten die niemand heeft aangegeven"), {}, {}};
  table.columns = {{"van", Dutch("Van"), ColumnType::text},
                   {"naar", Dutch("Naar"), ColumnType::text},
                   {"jaar", Dutch("Jaar"), ColumnType::integer},
                   {"ontvangen_in", Dutch("Ontvangen in"), ColumnType::integer},
                   {"bedrag", Dutch("Bedrag")},
                   {"posten_van", Dutch("Lasten van"), ColumnType::text},
                   {"posten_naar", Dutch("Baten van"), ColumnType::text},
                   {"reden", Dutch("Waarom verdacht"), ColumnType::text}};
  for (const Suspect& suspect : suspects.found)
    for (const SuspectYear& year : suspect.years)
      table.rows.push_back({RowKind::item,
                            0,
                            {plan.project(suspect.van).nr, plan.project(suspect.naar).nr, std::int64_t{year.jaar.value},
                             std::int64_t{year.ontvangen_in.value}, Amount(year.bedrag),
                             post_names(plan.project(suspect.van), suspect.zendt),
                             post_names(plan.project(suspect.naar), suspect.ontvangt), reason(suspect)}});
  table.when_empty = Dutch("Niets gevonden dat op een overdracht lijkt en niet is aangegeven.");
  if (suspects.stopped)
    table.footnotes.push_back(Dutch(
        "Er zijn te veel posten of te veel gelijke bedragen om alles te proberen: er is maar voor een deel gezocht."));
  return table;
}

}  // namespace saldo
