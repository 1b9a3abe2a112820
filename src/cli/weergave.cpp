#include "cli/weergave.h"

#include <algorithm>

#include "base/say.h"

namespace saldo {

ColumnChoice read_columns(Reading& reading) {
  ColumnChoice kolommen;
  if (!reading.has(option::columns)) return kolommen;
  const std::string written = reading.text(option::columns);
  for (const std::string& word : parts_of_list(written)) {
    const auto* found = std::find(std::begin(kolom_words), std::end(kolom_words), word);
    if (found == std::end(kolom_words)) continue;  // which the list of options has refused
    const auto kolom = static_cast<Kolom>(found - std::begin(kolom_words));
    if (names(kolommen, kolom)) reading.refuse(say("--columns {}: each column is there once", written));
    kolommen.push_back(kolom);
  }
  return kolommen;
}

void refuse_procent(const ColumnChoice& asked, Reading& reading) {
  if (names(asked, Kolom::procent))
    reading.refuse(say("--columns {}: procent is there when standings stand beside each other, as with {}",
                       reading.text(option::columns), "--standing actueel,realisatie"));
}

bool has_columns(const ColumnChoice& asked, const Plan& plan, const Console& console) {
  const auto missing = std::find_if(asked.begin(), asked.end(), needs_soorten);
  if (missing == asked.end() || plan.has_soorten()) return true;
  usage_error(console,
              say("--columns {}: nothing in this plan is a reserve or an exploitatie; write soort = \"reserve\" on "
                  "the project that is one",
                  to_text(*missing)));
  return false;
}

void refuse_mutaties(const ColumnChoice& asked, Reading& reading) {
  const auto found = std::find_if(asked.begin(), asked.end(), needs_soorten);
  if (found != asked.end())
    reading.refuse(
        say("--columns {}: is a column of `saldo table`; on the page of a project they are rows", to_text(*found)));
}

bool is_for_people(Format format) { return format == Format::text || format == Format::md; }

ColumnChoice kolommen_of(const ColumnChoice& asked, const Plan& plan, Format format) {
  if (!asked.empty()) return asked;
  return is_for_people(format) ? plan.weergave.kolommen : ColumnChoice();
}

void tell_euros(const Plan& plan, RenderOptions& options) {
  if (plan.unit() != one_euro)
    options.style.notes.push_back(
        Dutch("Bedragen in euro's; dit plan is geschreven in eenheden van {} euro.", to_dutch(plan.unit(), false)));
}

void dress_as(const Plan& plan, RenderOptions& options) {
  if (!options.has_own_unit) options.style.unit = plan.unit();
  options.style.teken = plan.weergave.teken;
  options.style.headings.clear();
  for (const Woord& woord : plan.weergave.woorden) {
    options.style.headings.push_back({woord.of, woord.words});
    // What stands above the posts of one project.
    if (woord.of == "post") options.style.headings.push_back({"categorie", woord.words});
  }
}

}  // namespace saldo
