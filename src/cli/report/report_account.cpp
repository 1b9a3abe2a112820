#include "cli/report/report_account.h"

#include <iterator>

#include "base/date.h"
#include "base/say.h"

namespace saldo {

namespace {

std::string sign_words(const Style& style) {
  switch (style.teken) {
    case Voorteken::voordelig: break;
    case Voorteken::vn: return Dutch("Achter een saldo staat V (voordelig) of N (nadelig).").text();
    case Voorteken::lasten_baten: return Dutch("Een saldo is lasten min baten: onder nul is voordelig.").text();
    case Voorteken::lasten_negatief:
      return Dutch("Lasten staan onder nul; baten en lasten tellen op tot het saldo.").text();
    case Voorteken::baten_negatief: return Dutch("Baten staan onder nul; een saldo onder nul is voordelig.").text();
  }
  return Dutch("Een saldo is baten min lasten: boven nul is voordelig, onder nul nadelig.").text();
}

std::string unit_words(const Style& style) {
  if (style.cents) return Dutch("In euro's met centen.").text();
  if (style.unit == one_euro) return Dutch("In hele euro's, afgerond; gerekend is in centen.").text();
  return Dutch("In eenheden van {} euro, afgerond; gerekend is in centen.", to_dutch(style.unit, false)).text();
}

}  // namespace

std::vector<std::pair<std::string, std::string>> account_of(const ReportAsked& asked, const ReportWork& work) {
  std::string typed;
  for (const std::string& option : asked.typed) typed += (typed.empty() ? "" : " ") + option;
  std::vector<std::pair<std::string, std::string>> account{
      {Dutch("Programma").text(), "saldo " SALDO_VERSION},
      {Dutch("Opties").text(), typed.empty() ? Dutch("geen").text() : typed},
      {Dutch("Bestanden van het plan").text(), word(work.files.plan.size()).text}};
  const auto count = [&account](const Dutch& what, const std::vector<HashedFile>& files) {
    if (!files.empty()) account.emplace_back(what.text(), word(files.size()).text);
  };
  count(Dutch("Bestanden van scenario's"), work.files.scenarios);
  count(Dutch("Teksten van de auteur"), work.files.texts);
  const std::pair<std::string, std::string> others[] = {
      {Dutch("Kenmerk van die bestanden (sha256)").text(), hash_of(work.files)},
      {Dutch("Bedragen").text(), unit_words(asked.format.style)},
      {Dutch("Tekens").text(), sign_words(asked.format.style)},
      {Dutch("PM").text(),
       Dutch("Pro memorie: het bedrag is nog niet bekend en telt niet mee; het is geen nul.").text()}};
  account.insert(account.end(), std::begin(others), std::end(others));
  for (const Dutch& note : asked.format.style.notes) account.emplace_back(Dutch("Stand").text(), note.text());
  return account;
}

std::string standing_words(const ReportAsked& asked, const ReportWork& work) {
  switch (asked.plan.standing) {
    case Standing::primitief: return Dutch("primitief, zonder begrotingswijzigingen").text();
    case Standing::actueel: return Dutch("actueel, met begrotingswijzigingen").text();
    case Standing::realisatie:
      if (work.computed.worked.begroot == nullptr) break;
      return Dutch("realisatie, met wat is geboekt in afgesloten jaren").text();
    case Standing::prognose: return Dutch("prognose, met wat wordt verwacht").text();
  }
  return work.adopted.empty() ? Dutch("actueel").text() : Dutch("actueel, met begrotingswijzigingen").text();
}

std::string date_words(const ReportAsked& asked) {
  const std::optional<Date> date = read_date(asked.date);
  return date ? to_dutch(*date) : "";
}

}  // namespace saldo
