#include "intake/realisatie/ledger_keys.h"

#include <algorithm>

#include "base/say.h"
#include "base/text.h"
#include "intake/excel.h"
#include "intake/realisatie/row_words.h"
#include "plan/glob.h"

namespace saldo {

std::optional<std::size_t> Regels::find(const std::string& key) {
  const auto known = found_.find(key);
  if (known != found_.end()) return known->second;
  const auto& regels = koppeling_.regels;
  const auto first = std::find_if(regels.begin(), regels.end(),
                                  [&key](const KoppelingRegel& regel) { return fits(regel.sleutel.name, key); });
  std::optional<std::size_t> regel;
  if (first != regels.end()) regel = static_cast<std::size_t>(first - regels.begin());
  found_.emplace(key, regel);
  return regel;
}

std::optional<std::string> Regels::before_spreadsheet(const std::string& key) {
  for (std::size_t at = 0; at <= key.size(); at = std::min(key.find('/', at), key.size()) + 1) {
    const std::size_t end = std::min(key.find('/', at), key.size());
    for (const std::string& part : before_excel(std::string_view(key).substr(at, end - at))) {
      const std::string whole = key.substr(0, at) + part + key.substr(end);
      const std::optional<std::size_t> regel = find(whole);
      // A wide one, such as 0*, fits whatever is put in front.
      if (regel && koppeling_.regels[*regel].sleutel.name.find(part) != std::string::npos) return whole;
    }
  }
  return std::nullopt;
}

UnmappedKeys::UnmappedKeys(const Plan& plan, const Koppeling& koppeling, const LedgerRows& rows, Regels& regels,
                           Gathering& gathering)
    : plan_(plan), koppeling_(koppeling), rows_(rows), regels_(regels), gathering_(gathering) {}

void UnmappedKeys::keep(std::size_t row, const std::string& key, bool adds_up_others) {
  const auto [number, is_new] = numbers_.try_emplace(key, keys_.size());
  if (is_new) keys_.push_back({key, rows_.naam(row), rows_.key_place(row), 0, adds_up_others});
  ++keys_[number->second].rows;
}

void UnmappedKeys::tell() {
  constexpr std::size_t shown_of_naam = 60;
  for (const Key& one : keys_) {
    const std::string shown = one.naam.empty() ? one.key : one.key + " " + shortened(one.naam, shown_of_naam);
    gathering_.report(Rule::realisatie_zonder_koppeling, one.place,
                      one.rows == 1
                          ? say("no regel of koppeling {} fits `{}`", koppeling_.naam, shown)
                          : say("no regel of koppeling {} fits `{}`, in {} rows", koppeling_.naam, shown, one.rows),
                      help_for(one));
  }
}

Message UnmappedKeys::help_for(const Key& one) {
  if (one.adds_up_others)
    return say("it is what the rows above add up to: write totaalregel = {{ kolom = \"…\", waarde = \"…\" }}");
  if (const std::optional<std::string> before = regels_.before_spreadsheet(one.key)) return excel_help(*before);
  const auto [project, post] = likely_post(one.naam);
  return say(
      "write [[koppeling.regel]] with sleutel = \"{}\", project = \"{}\", post = \"{}\", kant = \"lasten\"; or with "
      "overslaan = \"why\"",
      one.key, project, post);
}

std::pair<std::string, std::string> UnmappedKeys::likely_post(const std::string& naam) const {
  const std::pair<std::string, std::string> none{"…", "…"};
  std::pair<std::string, std::string> likely = none;
  std::size_t found = 0;
  const std::string wanted = folded(naam);
  for (const Project& project : plan_.projects)
    for (const Post& post : project.posts)
      if (!wanted.empty() && folded(post.naam) == wanted && ++found == 1) likely = {project.nr, post.nr};
  return found == 1 ? likely : none;
}

}  // namespace saldo
