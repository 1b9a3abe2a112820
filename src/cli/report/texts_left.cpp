#include "cli/report/texts_left.h"

#include <algorithm>
#include <iterator>

#include "base/say.h"

namespace saldo {

namespace {

// Why a part is not there though it was wanted; nothing of one that always is.
Marked why_not(PaperPart part) {
  switch (part) {
    case PaperPart::kern:
    case PaperPart::tabellen: break;
    case PaperPart::rib: return marked("the plan has no investeringsbudget and no reserve");
    case PaperPart::overdrachten: return marked("no project of the plan pays another");
    case PaperPart::aansluiting: return marked("give the earlier budget with --from");
    case PaperPart::scenarios: return marked("give a scenario with --scenario or --set");
    case PaperPart::risico: return marked("no post of the plan has a kans or bandbreedte");
    case PaperPart::doelen: return marked("the plan has no goals");
    case PaperPart::afsluiting: return marked("no year of the plan is closed");
    case PaperPart::onderbouwing: return marked("in Markdown it is there when --parts asks for it");
  }
  return {};
}

bool has_section(const Page& page, std::string_view part) {
  return std::any_of(page.parts.begin(), page.parts.end(), [part](const PagePart& one) {
    const auto* heading = std::get_if<PageHeading>(&one.what);
    return heading != nullptr && heading->level == 2 && heading->anchor == part;
  });
}

}  // namespace

void tell_texts_left(const ReportAsked& asked, const ReportWork& work, const Page& page, const Console& console) {
  for (std::size_t i = 0; i < work.texts.size(); ++i) {
    const std::string& part = work.texts[i].part;
    const auto* word = std::find(std::begin(paper_part_words), std::end(paper_part_words), part);
    if (has_section(page, part) || word == std::end(paper_part_words)) continue;
    const auto which = static_cast<PaperPart>(word - std::begin(paper_part_words));
    if (asked.chose_parts && !asked.wants(which)) continue;
    tell_line(console, say("note: {} is not in the report, as that has no part {}: {}", work.files.texts[i].name, part,
                           phrase(why_not(which))));
  }
}

}  // namespace saldo
