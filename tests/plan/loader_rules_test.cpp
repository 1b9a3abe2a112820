// The many ways to break a rule: the place and words of the finding, and the repaired twin. The plain way stands on the
// page of the rule, which explain_test.cpp tries.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "base/text.h"
#include "calc/carryover/floor.h"
#include "calc/resolve.h"
#include "support/catch.h"
#include "support/support.h"

using namespace saldo;

namespace {

using Files = std::map<std::string, std::string>;

const std::string head =
    "[plan]\nnaam = \"Proef\"\neerste_jaar = 2025\nlaatste_jaar = 2027\n\n"
    "[[programmalijn]]\nid = \"a\"\nnaam = \"A\"\n\n";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

std::string project(const std::string& nr, const std::string& keys = "", const std::string& line = "a") {
  return "[[project]]\nnr = \"" + nr + "\"\nnaam = \"Project " + nr + "\"\nprogrammalijn = \"" + line + "\"\n" + keys +
         "\n";
}

// A post with nothing to find but what its keys bring: a naam of its own, and an amount where they have none.
std::string post(const std::string& keys) {
  std::string naam = "Post";
  std::copy_if(keys.begin(), keys.end(), std::back_inserter(naam),
               [](unsigned char c) { return c < 0x80 && std::isalnum(c); });
  const auto has = [&keys](const char* key) { return keys.find(key) != std::string::npos; };
  const std::string amount = has("baten") || has("lasten") || has("index") ? "" : "baten = { 2025 = 1 }\n";
  return "[[project.post]]\n" + keys + "\nnaam = \"" + naam + "\"\n" + amount;
}

std::string post_plan(const std::string& keys) { return head + project("1") + post(keys); }
std::string lasten(const std::string& amounts) { return post_plan("lasten = { " + amounts + " }"); }
std::string index(const std::string& keys) {
  return post_plan("lasten = { 2025 = 1_000 }\nindex = \"loon\"") + "[index]\n" + keys + "\n";
}

// Two projects, the first of which pays the second.
std::string transfer(const std::string& sent, const std::string& received) {
  return head + project("1") + post(sent) + project("2") + post(received);
}

// A plan whose investeringsbudget is 9.
std::string with_rib(const std::string& projects, const std::string& keys = "") {
  return replaced(head, "[plan]\n", "[plan]\ninvesteringsbudget = \"9\"\n") + projects + project("9", keys);
}

const std::string ends = "einde = 2026\nrestant = \"investeringsbudget\"";
const std::string by_itself =
    "the restant of project 1 goes to the investeringsbudget by itself, and here it is typed as well";

// The same, where the first has money to pay it from, and both may have more keys.
std::string suspects(const std::string& sent, const std::string& received, const std::string& keys) {
  return head + project("1", keys) + post("baten = { 2025 = 500_000 }") + post(sent) +
         project("2", keys.empty() ? keys : replaced(keys, "2", "1")) + post(received);
}

// A project without posts; `nr` as TOML.
std::string named(const std::string& nr, const std::string& naam) {
  return "[[project]]\nnr = " + nr + "\nnaam = \"" + naam + "\"\nprogrammalijn = \"a\"\n";
}

// In `text`, «» mark where the finding points. The repair puts `to` in the place of `from`, or of what is marked.
struct Pair {
  Rule rule;
  std::string message;
  std::string text;
  std::string to;
  std::string from = {};
};

// For what takes more than one file. `where` is the place as tell() shows it.
struct FilesPair {
  Rule rule;
  std::string where;
  std::string message;
  Files wrong;
  Files right;
};

const std::string open_mark = "«";
const std::string close_mark = "»";

std::string unmarked(const std::string& text) { return replaced(replaced(text, open_mark, ""), close_mark, ""); }

std::string marked(const std::string& text) {
  const std::size_t begin = text.find(open_mark) + open_mark.size();
  return text.substr(begin, text.find(close_mark) - begin);
}

std::string repaired(const Pair& pair) {
  if (!pair.from.empty()) return replaced(unmarked(pair.text), pair.from, pair.to);
  return replaced(pair.text, open_mark + marked(pair.text) + close_mark, pair.to);
}

Place marked_place(const std::string& text) {
  const std::string before = text.substr(0, text.find(open_mark));
  const std::size_t line_start = before.rfind('\n') + 1;
  return {FileId{}, static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n') + 1),
          static_cast<std::uint32_t>(count_code_points(before.substr(line_start)) + 1),
          static_cast<std::uint32_t>(count_code_points(marked(text)))};
}

const std::vector<Pair> pairs_of_files = {
    {Rule::toml_syntax, "there is no value behind pm-open =", head + "[check]\n«pm-open» =", "", "pm-open ="},
    {Rule::verkeerde_waarde, "a [[wijziging]] belongs to a scenario or a begrotingswijziging",
     head + "«[[wijziging]]»\nproject = \"1\"\n", "", "[[wijziging]]\nproject = \"1\"\n"},
    {Rule::onbekende_sleutel, "[[project]] has no key `begroot`", head + project("1", "«begroot» = 5"), "budget"},
    {Rule::onbekende_sleutel, "[plan] has no key `nam`", replaced(head, "[plan]\n", "[plan]\n«nam» = \"x\"\n"), "",
     "nam = \"x\"\n"},
    {Rule::onbekende_sleutel, "[[project.post]] has no key `nummer`", post_plan("«nummer» = 1"), "nr"},
    {Rule::onbekende_sleutel, "[[programmalijn]] has no key `boven`", head + "«boven» = \"b\"\n", "", "boven = \"b\""},
    {Rule::onbekende_sleutel, "[controle] has no key `eindstand`",
     head + project("1") + "[project.controle]\n«eindstand» = { 2025 = 0 }\n", "eindsaldo"},
    {Rule::onbekende_sleutel, "a plan has no key `projecten`", head + "[[«projecten»]]\n", "", "[[projecten]]"},
    {Rule::onbekende_sleutel, "baten or lasten has no key `total`", lasten("«total» = 500, 2025 = 500"), "",
     "total = 500, "},
    {Rule::onbekende_sleutel, "afronding has no key `naar`",
     post_plan("afronding = { eenheid = 100, «naar» = \"boven\" }"), "op"},
    {Rule::onbekende_sleutel, "a line of an onderbouwing has no key `tarief`",
     post_plan("onderbouwing = [ { naam = \"x\", factoren = [1], «tarief» = 2 } ]"), "", ", tarief = 2"},
    {Rule::ontbrekende_sleutel, "[plan] has no `laatste_jaar`", "«[plan]»\nnaam = \"Proef\"\neerste_jaar = 2025\n",
     "eerste_jaar = 2025\nlaatste_jaar = 2025\n", "eerste_jaar = 2025\n"},
    {Rule::ontbrekende_sleutel, "[[project]] has no `naam`",
     head + "«[[project]]»\nnr = \"1\"\nprogrammalijn = \"a\"\n", "nr = \"1\"\nnaam = \"Een\"", "nr = \"1\""},
    {Rule::ontbrekende_sleutel, "[[project]] has no `nr`",
     head + "«[[project]]»\nnaam = \"Een\"\nprogrammalijn = \"a\"\n", "naam = \"Een\"\nnr = 1", "naam = \"Een\""},
    {Rule::ontbrekende_sleutel, "[[programmalijn]] has no `id`", head + "«[[programmalijn]]»\nnaam = \"B\"\n",
     "naam = \"B\"\nid = \"b\"", "naam = \"B\""},
    {Rule::ontbrekende_sleutel, "afronding has no `eenheid`", post_plan("afronding = «{ op = \"boven\" }»"),
     "{ op = \"boven\", eenheid = 100 }"},
    {Rule::ontbrekende_sleutel, "this line has neither `factoren` nor a `bedrag`",
     post_plan("onderbouwing = [ «{ naam = \"x\" }» ]"), "{ naam = \"x\", factoren = [1] }"},
    {Rule::ontbrekende_sleutel, "`percentage` and `over` go together", lasten("percentage = «5.0»"), "5.0, over = []"},
    {Rule::ontbrekende_sleutel, "`percentage` and `over` go together", lasten("over = «\"1\"»"),
     "[], percentage = 5.0"},
    {Rule::ontbrekende_sleutel, "`percentage` and `over` go together", lasten("kant = «\"lasten\"»"),
     "\"lasten\", over = [], percentage = 5.0"},
    {Rule::ontbrekende_sleutel,
     "the posts of this percentage have no baten in any year, only lasten: `kant` says which are meant",
     post_plan("lasten = { 2025 = 1_000 }") + post("baten = { percentage = «60», over = 1 }"), "60, kant = \"lasten\""},
    {Rule::ontbrekende_sleutel,
     "the posts of this percentage have no lasten in any year, only baten: `kant` says which are meant",
     post_plan("baten = { 2025 = \"PM\" }") + post("lasten = { percentage = «60», over = \"1..1\" }"),
     "60, kant = \"baten\""},
    {Rule::ontbrekende_sleutel,
     "the posts of this percentage have no baten in any year, only lasten: `kant` says which are meant",
     post_plan("lasten = { 2025 = 1_000 }") + post("lasten = { percentage = «60», over = 1, kant = \"baten\" }"), "",
     ", kant = \"baten\""},
    {Rule::ontbrekende_sleutel, "post 1 has no `onderbouwing` to take this amount from",
     lasten("2025 = «\"onderbouwing\"»"), "500"},
    {Rule::ontbrekende_sleutel, "post 1 has no `onderbouwing` to take this amount from",
     lasten("totaal = «\"onderbouwing\"», 2025 = \"80%\""), "500"},
    {Rule::ontbrekende_sleutel, "`naar` sends lasten, and this post has none",
     transfer("baten = { 2025 = 5 }\nnaar = «\"2\"»", ""), "lasten = { 2025 = 5 }", "baten = { 2025 = 5 }"},
    {Rule::ontbrekende_sleutel, "`van` receives baten, and this post has none",
     transfer("", "lasten = { 2025 = 5 }\nvan = «\"1\"»"), "baten = { 2025 = 5 }", "lasten = { 2025 = 5 }"},
    {Rule::verkeerd_type, "expected a text in quotes, found a whole number", replaced(head, "\"Proef\"", "«5»"),
     "\"5\""},
    {Rule::verkeerd_type, "expected amounts per year, found a whole number", post_plan("lasten = «1_500»"),
     "{ 2025 = 1_500 }"},
    {Rule::verkeerd_type, "expected an amount, found true/false", lasten("2025 = «true»"), "5"},
    {Rule::verkeerd_type, "expected an amount, found a list", lasten("2025 = «[5]»"), "5"},
    {Rule::verkeerd_type, "expected an amount, found a date", head + project("1", "budget = «2025-01-01»"), "5"},
    {Rule::verkeerd_type, "expected a whole number, found a decimal number",
     transfer("lasten = { 2025 = 5 }\nnaar = \"2\"", "baten = { 2026 = 5 }\nvan = \"1\"\nvertraging = «1.5»"), "1"},
    {Rule::verkeerd_type, "expected a number, found a text", index("loon = «\"5,1\"»"), "5.1"},
    {Rule::verkeerd_type, "expected a number, found a text",
     post_plan("onderbouwing = [ { naam = \"x\", factoren = [1, «\"2\"»] } ]\nbaten = { 2025 = 2 }"), "2"},
    {Rule::verkeerd_type, "expected a list of numbers, found a whole number",
     post_plan("onderbouwing = [ { naam = \"x\", factoren = «12» } ]\nbaten = { 2025 = 12 }"), "[12]"},
    {Rule::verkeerd_type, "expected a list of project numbers, found a text",
     head + project("1", "dubbeling_met = «\"2\"»") + project("2"), "[\"2\"]"},
    {Rule::verkeerd_type, "expected a line { naam, factoren }, found a whole number",
     post_plan("onderbouwing = [ «5» ]\nbaten = { 2025 = 5 }"), "{ naam = \"x\", factoren = [5] }"},
    {Rule::verkeerd_type, "a number such as 3.10 must be a text, or 3.10 would be 3.1",
     head + "[[project]]\nnr = «3.10»\nnaam = \"Een\"\nprogrammalijn = \"a\"\n", "\"3.10\""},
    {Rule::verkeerd_type, "expected [[project]], found a table", head + "«[project]»\n", "", "[project]"},
    {Rule::verkeerd_type, "expected a table [index], found a whole number", "index = «5»\n" + head, "{}"},
    {Rule::verkeerd_type, "expected a table [plan], found a whole number", "plan = «5»\n",
     "{ naam = \"Proef\", eerste_jaar = 2025, laatste_jaar = 2025 }"},
    {Rule::verkeerd_type, "expected [[project.post]], found a whole number", head + project("1", "post = [ «5» ]"), ""},
    {Rule::verkeerde_waarde, "this text is empty", replaced(head, "\"Proef\"", "«\"\"»"), "\"Proef\""},
    {Rule::verkeerde_waarde, "-1 is not between 0 and 99",
     transfer("lasten = { 2025 = 5 }\nnaar = \"2\"", "baten = { 2026 = 5 }\nvan = \"1\"\nvertraging = «-1»"), "0"},
    {Rule::verkeerde_waarde, "100 is not between 0 and 99",
     transfer("lasten = { 2025 = 5 }\nnaar = \"2\"", "baten = { 2026 = 5 }\nvan = \"1\"\nvertraging = «100»"), "99"},
    {Rule::verkeerde_waarde, "PM is no amount that can stand here", lasten("totaal = «\"PM\"», 2025 = \"80%\""), "5"},
    {Rule::verkeerde_waarde, "PM is no amount that can stand here",
     head + project("1", "controle = { baten = { 2025 = «\"PM\"» } }"), "0"},
    {Rule::verkeerde_waarde, "`1e2` is not a plain decimal number", index("loon = «1e2»"), "100.0"},
    {Rule::verkeerde_waarde, "`0x7fffffffffffffff` is not a plain decimal number", index("loon = «0x7fffffffffffffff»"),
     "100"},
    {Rule::verkeerde_waarde, "`1/0` is not a share", lasten("totaal = 5, 2025 = «\"1/0\"»"), "\"1/1\""},
    {Rule::verkeerde_waarde, "`omhoog` is not known here",
     post_plan("afronding = { eenheid = 100, op = «\"omhoog\"» }"), "\"boven\""},
    {Rule::verkeerde_waarde, "`houden` is not known here", head + project("1", "restant = «\"houden\"»"),
     "\"meenemen\""},
    {Rule::verkeerde_waarde, "a rounding unit is more than zero", post_plan("afronding = «0»"), "0.01"},
    {Rule::verkeerde_waarde, "a rounding unit is more than zero", post_plan("afronding = «{ eenheid = -100 }»"), "100"},
    {Rule::verkeerde_waarde, "a rounding unit is more than zero", head + project("1", "controle = { afronding = «0» }"),
     "1"},
    {Rule::verkeerde_waarde, "an index cannot take away 100% or more", index("loon = «-100»"), "-99.99"},
    {Rule::verkeerde_waarde, "an index has rates per year or is a blend of others, not both",
     index("prijs = 2\nloon = «{ 2026 = 5, 2027 = 5, prijs = 1 }»"), "{ prijs = 1 }"},
    {Rule::verkeerde_waarde, "`mengsel` is a blend itself; a blend mixes plain indexes",
     index("prijs = 2\nmengsel = { prijs = 1 }\nloon = { «mengsel» = 1 }"), "mengsel = 3",
     "prijs = 2\nmengsel = { prijs = 1 }"},
    {Rule::verkeerde_waarde, "there is nothing to multiply here",
     post_plan("onderbouwing = [ { naam = \"x\", factoren = «[]» } ]"), "[1]"},
    {Rule::verkeerde_waarde, "`vertraging` belongs to a post that receives: it has no `van` here",
     post_plan("vertraging = «1»"), "", "vertraging = 1"},
    {Rule::verkeerde_waarde, "there is no amount per year for this index to go on from",
     post_plan("index = «\"loon\"»") + "[index]\nloon = 5\n", "lasten = { 2026 = 5 }\nindex", "index"},
    {Rule::verkeerde_waarde, "amounts are parts of a total or a percentage of posts, not both",
     lasten("totaal = «500», percentage = 5, over = [], 2025 = \"80%\""), "", ", percentage = 5, over = []"},
    {Rule::bedrag, "`12.3456` has more than two decimals; an amount is exact to the cent", lasten("2025 = «12.3456»"),
     "12.34"},
    {Rule::bedrag, "`1e3` is written with an exponent; an amount is written out", lasten("2025 = «1e3»"), "1_000"},
    {Rule::bedrag, "`nan` is not an amount", lasten("2025 = «nan»"), "5"},
    {Rule::bedrag, "`-inf` is not an amount", lasten("2025 = «-inf»"), "0"},
    {Rule::bedrag, "`90_000_000_000_000_001` is beyond ±90.000.000.000.000.000,00 euro",
     lasten("2025 = «90_000_000_000_000_001»"), "90_000_000_000_000_000"},
    {Rule::bedrag, "`90_000_000_000_000_000.01` is beyond ±90.000.000.000.000.000,00 euro",
     lasten("2025 = «90_000_000_000_000_000.01»"), "90_000_000_000_000_000.00"},
    {Rule::bedrag, "`1.234,567` has more than two decimals; an amount is exact to the cent",
     lasten("2025 = «\"1.234,567\"»"), "\"1.234,56\""},
    {Rule::bedrag, "`veel` is not an amount", lasten("2025 = «\"veel\"»"), "\"€ 5\""},
    {Rule::bedrag, "`sluitpsot` is not an amount",
     transfer("lasten = { 2025 = «\"sluitpsot\"» }\nnaar = \"2\"", "baten = { 2025 = 0 }\nvan = \"1\""),
     "\"sluitpost\""},
    {Rule::bedrag, "`duizend` is not an amount",
     post_plan("lasten = { 2025 = «\"duizend\"» }\nindex = \"loon\"") + "[index]\nloon = 5\n", "1_000"},
    {Rule::jaar, "this is not a year", head + project("1", "einde = «\"2026\"»"), "2026"},
    {Rule::jaar, "this is not a year", head + project("1", "einde = «999»"), "2025"},
    {Rule::jaar, "this is not a year", head + project("1", "einde = «10000»"), "9999"},
    {Rule::jaar_buiten_plan, "project 1 has ended before the plan begins in 2025",
     head + project("1", "einde = «2024»"), "2025"},
    {Rule::jaar, "`20255` is not a year", lasten("«20255» = 5"), "2025"},
    {Rule::jaar, "`25` is not a year", head + project("1", "controle = { baten = { «25» = 0 } }"), "2025"},
    {Rule::jaar, "the last year 2024 is before the first, 2025", replaced(head, "2027", "«2024»"), "2025"},
    {Rule::jaar, "a plan covers at most 100 years", replaced(head, "2027", "«2125»"), "2124"},
    {Rule::jaar_buiten_plan, "2024 is outside the plan, which runs from 2025 to 2027", lasten("«2024» = 5"), "2025"},
    {Rule::jaar_buiten_plan, "2028 is outside the plan, which runs from 2025 to 2027", lasten("«2028» = 5"), "2027"},
    {Rule::jaar_buiten_plan, "2028 is outside the plan, which runs from 2025 to 2027",
     head + project("1", "controle = { eindsaldo = { 2028 = «0» } }"), "2027", "2028"},
    {Rule::dubbel_nr, "project `1` is there twice",
     head + project("1") + "[[project]]\nnr = «1»\nnaam = \"Een\"\nprogrammalijn = \"a\"\n", "2"},
    {Rule::dubbel_nr, "programmalijn `a` is there twice", head + "[[programmalijn]]\nid = «\"a\"»\nnaam = \"B\"\n",
     "\"b\""},
    {Rule::dubbel_nr, "project 1 has two posts with nr 2",
     head + project("1") + post("nr = 2") + "«[[project.post]]»\nnaam = \"Post\"\nbaten = { 2025 = 1 }\n", "nr = 3",
     "nr = 2"},
    {Rule::onbekende_programmalijn, "there is no programmalijn `b`", head + "onder = «\"b\"»\n", "", "onder = \"b\""},
    {Rule::onbekend_project, "there is no project `2`", head + project("1", "dubbeling_met = [«2»]"), ""},
    {Rule::onbekend_project, "there is no project `2`",
     replaced(head, "[plan]\n", "[plan]\ninvesteringsbudget = «\"2\"»\n") + project("1"), "\"1\""},
    {Rule::onbekende_index, "there is no index `prijs`", index("loon = { «prijs» = 1 }"), "2026 = 1, 2027", "prijs"},
    {Rule::onbekende_post, "project 1 has no post 7",
     post_plan("") + post("baten = { percentage = 5, over = [1, «\"1..7\"»] }"), "\"1..1\""},
    {Rule::onbekende_post, "post 1 stands before post 2",
     post_plan("") + post("baten = { 2025 = 2 }") + post("baten = { percentage = 5, over = «\"2..1\"» }"), "\"1..2\""},
    {Rule::delen, "the parts of this total add up to 101%, more than the whole",
     lasten("totaal = «500», 2025 = \"80%\", 2026 = \"21%\""), "20%", "21%"},
    {Rule::delen, "this total is not divided over any year", lasten("totaal = «500», 2025 = 500"), "",
     "totaal = 500, "},
    {Rule::delen, "a part of what? There is no total here", lasten("2025 = «\"80%\"»"), "500"},
    {Rule::delen, "the weights of this blend add up to 11/12, not to 1",
     index("prijs = 2\nnul = 0\nloon = «{ prijs = \"2/3\", nul = \"1/4\" }»"), "{ prijs = \"2/3\", nul = \"1/3\" }"},
    {Rule::spiegel, "a spiegel among the lasten takes what another project receives, and none is named",
     lasten("2025 = «\"spiegel\"»"), "5"},
    {Rule::spiegel, "project 1 has no post that sends to 2",
     transfer("", "baten = { 2025 = «\"spiegel\"» }\nvan = \"1\""), "5"},
    {Rule::spiegel, "project 2 has no post that receives from 1",
     transfer("lasten = { 2025 = «\"spiegel\"» }\nnaar = \"2\"", ""), "5"},
    {Rule::spiegel, "this was sent in 2024, before the plan begins",
     transfer("lasten = { 2025 = 5 }\nnaar = \"2\"", "baten = { 2025 = «\"spiegel\"» }\nvan = \"1\"\nvertraging = 1"),
     "5"},
    {Rule::spiegel, "a second spiegel for what 1 and 2 exchange",
     transfer("lasten = { 2025 = 5 }\nnaar = \"2\"", "baten = { 2025 = \"spiegel\" }\nvan = \"1\"") +
         post("van = \"1\"\nbaten = { 2025 = «\"spiegel\"» }"),
     "5"},
    {Rule::restant, "project 1 does not say when it ends, so its restant has no year",
     with_rib(project("1", "restant = «\"investeringsbudget\"»")), "\"investeringsbudget\"\neinde = 2026"},
    {Rule::restant, "the investeringsbudget cannot send its restant to itself",
     with_rib("", "einde = 2026\nrestant = «\"investeringsbudget\"»"), "\"meenemen\""},
    {Rule::restant_dubbel, by_itself, with_rib(project("1", ends) + post("lasten = { 2026 = «\"sluitpost\"» }")), "5"},
    {Rule::restant_dubbel, by_itself, with_rib(project("1", ends) + post("lasten = { 2026 = «5» }\nnaar = \"9\"")), "",
     "\nnaar = \"9\""},
    {Rule::restant_dubbel, by_itself, with_rib(project("1", ends)) + post("baten = { 2026 = «5» }\nvan = \"1\""), "",
     "\nvan = \"1\""},
    {Rule::kring,
     "these amounts wait for each other in a circle: 1/1/2025 -> 1/2/2025 -> 2/1/2025 -> 2/2/2025 -> 1/1/2025",
     head + project("1") + post("lasten = { 2025 = «\"sluitpost\"» }\nnaar = \"2\"") +
         post("baten = { 2025 = \"spiegel\" }\nvan = \"2\"") + project("2") +
         post("lasten = { 2025 = \"sluitpost\" }\nnaar = \"1\"") + post("baten = { 2025 = \"spiegel\" }\nvan = \"1\""),
     "5"},
    {Rule::kring, "these amounts wait for each other in a circle: 1/1/2025 -> 1/2/2025 -> 1/1/2025",
     replaced(head, "2027", "2025") + project("1") + post("lasten = { percentage = «5», over = 2 }") +
         post("lasten = { percentage = 5, over = 1 }"),
     "over = []", "over = 2"},
    {Rule::kring, "programmalijn `b` is, by way of others, under itself",
     head + "[[programmalijn]]\nid = \"b\"\nnaam = \"B\"\nonder = «\"b\"»\n", "\"a\""},
    {Rule::overloop,
     "the lasten of post 2 in 2025 are beyond ±90.000.000.000.000.000,00 euro or need more than 38 digits",
     replaced(head, "2027", "2025") + project("1") + post("lasten = { 2025 = 45_000_000_000_000_000 }") +
         post("lasten = { percentage = «200.01», over = 1 }"),
     "100"},
    {Rule::ontbrekende_sleutel, "[[negeer]] has no `reden`", post_plan("") + "«[[negeer]]»\nregel = \"pm-open\"\n",
     "2025 = \"PM\" }\n[[negeer]]\nreden = \"nog geen besluit\"", "2025 = 1 }\n[[negeer]]"},
    {Rule::verkeerde_waarde, "this text is empty",
     post_plan("baten = { 2025 = \"PM\" }") + "[[negeer]]\nregel = \"pm-open\"\nreden = «\"\"»\n",
     "\"nog geen besluit\""},
    {Rule::verkeerde_waarde, "there is no rule `pm-opne`", head + "[check]\n«pm-opne» = \"uit\"\n", "pm-open"},
    {Rule::verkeerde_waarde, "`aan` is not known here", head + "[check]\npm-open = «\"aan\"»\n", "\"waarschuwing\""},
    {Rule::verkeerde_waarde, "what `bedrag` finds stops the calculation, so it cannot be set aside",
     head + "[check]\n«bedrag» = \"uit\"\n", "pm-open"},
    {Rule::index_afwijking,
     "baten 2026 of post 1 of 1 are 1.052, but from 1.000 in 2025 the index `loon` gives 1.051: a difference of 1",
     post_plan("baten = { 2025 = 1_000, 2026 = «1_052» }\nindex = \"loon\"\nafronding = 1") + "[index]\nloon = 5.1\n",
     "1_051"},
    {Rule::index_afwijking,  // from the rounded 1.100 of 2026 it would be 1.200
     "baten 2027 of post 1 of 1 are 1.200, but from 1.040 in 2025 the index `loon` gives 1.100: a difference of 100",
     post_plan("baten = { 2025 = 1_040, 2027 = «1_200» }\nindex = \"loon\"\nafronding = { eenheid = 100, keten = "
               "\"exact\" }") +
         "[index]\nloon = 5.1\n[check]\nafronding-groei = \"uit\"\n",
     "1_100"},
    {Rule::percentage_afwijking, "baten 2025 of post 2 of 1 are 51, but 5% of 1.000 gives 50: a difference of 1",
     post_plan("baten = { 2025 = 1_000 }") + post("baten = { percentage = 5.0, over = 1, 2025 = «51» }"), "50"},
    {Rule::onderbouwing_afwijking,
     "baten 2025 of post 1 of 1 are 499, but the lines of its onderbouwing add up to 500: a difference of -1",
     post_plan("baten = { 2025 = «499» }\nonderbouwing = [ { naam = \"x\", factoren = [100, 4] }, { naam = \"y\", "
               "factoren = [100] } ]"),
     "500"},
    {Rule::verdacht_dubbel,
     "402.217 leaves 1 in 2025 and enters 2 in 2026: this looks like an overdracht that nobody declared",
     suspects("lasten = { 2025 = «402_217» }", "baten = { 2026 = 402_217 }", ""),
     suspects("lasten = { 2025 = 402_217 }\nnaar = \"2\"", "baten = { 2026 = 402_217 }\nvan = \"1\"\nvertraging = 1",
              "dubbeling_met = [\"2\"]"),
     suspects("lasten = { 2025 = 402_217 }", "baten = { 2026 = 402_217 }", "")},
    {Rule::verdacht_getal, "baten 2026 of post 1 of 1 are 11.000, some 10 times the 1.000 of 2025",
     post_plan("baten = { 2025 = 1_000, 2026 = «11_000», 2027 = 1_000 }"), "11_000.01"},
    {Rule::verdacht_getal, "lasten 2025 of post 1 of 1 are -0,01, below zero",
     post_plan("baten = { 2025 = 1_000 }\nlasten = { 2025 = «-0.01» }"), "0"},
    {Rule::verdacht_getal,
     "baten 2027 of post 1 of 1 are 522.282, but the lasten of post 2 are 522.252: 30 apart, while in 2025 both are "
     "313.369",
     post_plan("baten = { 2025 = 313_369, 2027 = «522_282» }") + post("lasten = { 2025 = 313_369, 2027 = 522_252 }"),
     "522_252"},
    {Rule::naam_dubbel, "programmalijn b has the same naam as programmalijn a: A",
     head + "[[programmalijn]]\nid = «\"b\"»\nnaam = \"A\"\n", "id = \"b\"\nnaam = \"B\"", "id = \"b\"\nnaam = \"A\""},
    {Rule::naam_dubbel, "post 1/2 has the same naam as post 1/1: Lesgeld",
     head + project("1") + "[[project.post]]\nnaam = \"Lesgeld\"\nbaten = { 2025 = 1 }\n" +
         "«[[project.post]]»\nnaam = \"Lesgeld\"\nbaten = { 2025 = 2 }\n",
     "naam = \"Lesgeld 2\"\nbaten = { 2025 = 2 }", "naam = \"Lesgeld\"\nbaten = { 2025 = 2 }"},
    {Rule::naam_lijkt,
     "the naam of project 2 differs from that of project 1 only in case, accents or spaces: `CAFE Taal` and `Café  "
     "taal`",
     head + named("\"1\"", "Café  taal") + named("«\"2\"»", "CAFE Taal"), named("\"2\"", "CAFE Taal 2"),
     named("\"2\"", "CAFE Taal")},
    {Rule::naam_lijkt, "the naam of project 2 looks like that of project 1, in other characters: `Fase l` and `Fase 1`",
     head + named("\"1\"", "Fase 1") + named("«\"2\"»", "Fase l"), named("\"2\"", "Fase 2"), named("\"2\"", "Fase l")},
    {Rule::controle, "baten 2025 of project 1 are 500,50, but the controle says 501,50: a difference of -1",
     head + project("1") + "controle = { baten = { 2025 = «501.50» } }\n" + post("baten = { 2025 = 500.50 }"),
     "500.50"},
    {Rule::controle, "opening 2025 of project 1 is 5, but tabel 4 says 6: a difference of -1",
     head + project("1", "budget = 5\ncontrole = { bron = \"tabel 4\", opening = «6» }"), "5"},
    {Rule::controle, "lasten 2026 of project 1 are -, but the controle says 1: a difference of -1",
     head + project("1", "controle = { lasten = { 2026 = «1» } }"), "0"},
};

const std::string line_b = "[[programmalijn]]\nid = \"b\"\nnaam = \"B\"\n";
const std::string largest = "budget = 90_000_000_000_000_000";

std::string project_of_b(const std::string& nr, int budget) {
  return "[[project]]\nnr = \"" + nr +
         "\"\nnaam = \"Project\"\nprogrammalijn = \"b\"\nbudget = " + std::to_string(budget) + "\n";
}

// For what a command finds when it is asked: the floor that is not kept, and the one that is.
struct FloorPair {
  Rule rule;
  std::string message;
  std::string text;
  Money floor;
  Money kept;
};

const std::vector<FloorPair> pairs_of_floors = {
    {Rule::saldo_ondergrens, "the investeringsbudget stands at 40,50 on 31 december 2026, 0,50 below the floor of 41",
     with_rib("", "budget = 50") + post("lasten = { 2026 = 9.50 }\nbaten = { 2027 = 0.50 }"), Money::of_euros(41),
     Money::of_cents(4050)},
};

Findings floor_findings(const LoadedPlan& loaded, Money floor) {
  Worked worked{loaded.plan, resolve(loaded.plan).amounts, {}};
  worked.balances = work_out_balances(worked.plan, worked.amounts);
  const std::vector<Overdracht> overdrachten = find_overdrachten(worked.plan, worked.amounts);
  return check_floor(worked.plan, work_out_carryover(worked, overdrachten), floor);
}

const std::vector<FilesPair> pairs_of_folders = {
    {Rule::utf8,
     "namen.toml:1:16",
     "this byte is not UTF-8",
     {{"plan.toml", head}, {"namen.toml", "[index]  # caf\xc3\xa9\xe9\n"}},
     {{"plan.toml", head}, {"namen.toml", "[index]  # caf\xc3\xa9\n"}}},
    {Rule::dubbel_nr,
     "twee.toml:2:6",
     "project `1` is there twice",
     {{"plan.toml", head}, {"een.toml", project("1")}, {"twee.toml", project("1")}},
     {{"plan.toml", head}, {"een.toml", project("1")}, {"twee.toml", project("2")}}},
    {Rule::dubbel_nr,
     "prijs.toml:2:1",
     "index `loon` is there twice",
     {{"plan.toml", head}, {"loon.toml", "[index]\nloon = 5\n"}, {"prijs.toml", "[index]\nloon = 2\n"}},
     {{"plan.toml", head + "[check]\nindex-ongebruikt = \"uit\"\n"},
      {"loon.toml", "[index]\nloon = 5\n"},
      {"prijs.toml", "[index]\nprijs = 2\n"}}},
    {Rule::overloop,
     "plan.toml:7:6",
     "the balance of programmalijn a goes beyond ±90.000.000.000.000.000,00 euro",
     {{"plan.toml", head + line_b + project_of_b("0", -1) + project("1", largest) + project("2", "budget = 0.01")}},
     {{"plan.toml", head + line_b + project_of_b("0", -1) + project("1", largest) + project("2", "budget = 0.00")}}},
    {Rule::overloop,
     "plan.toml:1:1",
     "the balance of the plan goes beyond ±90.000.000.000.000.000,00 euro",
     {{"plan.toml", head + line_b + project_of_b("0", 1) + project("1", largest)}},
     {{"plan.toml", head + line_b + project_of_b("0", 0) + project("1", largest)}}},
};

// What a repaired plan still has to say. One that only has to load may well have a balance below zero.
Findings left_in(const LoadedPlan& repaired, Rule rule) {
  return rule < Rule::controle ? hindrances(repaired) : check_all(repaired);
}

}  // namespace

TEST_CASE("each mistake gives one finding at its own place, and the repaired plan none") {
  for (const Pair& pair : pairs_of_files) {
    const std::string wrong = unmarked(pair.text);
    INFO(info(pair.rule).id << ": " << pair.message << "\n" << wrong);
    const LoadedPlan loaded = load_text(wrong);
    const Findings findings = check_all(loaded);
    const Place place = marked_place(pair.text);
    CHECK(tell(loaded, findings) ==
          std::vector<std::string>{
              fmt::format("plan.toml:{}:{}: {} [{}]", place.line, place.column, pair.message, info(pair.rule).id)});
    if (findings.size() == 1) CHECK(findings[0].place.length == std::max(1u, place.length));
    const LoadedPlan right = load_text(repaired(pair));
    INFO(repaired(pair));
    CHECK(tell(right, left_in(right, pair.rule)) == std::vector<std::string>{});
  }
}

TEST_CASE("a mistake that takes a folder to make gives one finding, and the repaired plan none") {
  for (const FilesPair& pair : pairs_of_folders) {
    INFO(info(pair.rule).id << ": " << pair.message);
    const TempPlan wrong(pair.wrong);
    const LoadedPlan loaded = load_plan(wrong.path());
    CHECK(tell(loaded, check_all(loaded)) ==
          std::vector<std::string>{fmt::format("{}: {} [{}]", pair.where, pair.message, info(pair.rule).id)});
    const TempPlan right(pair.right);
    const LoadedPlan twin = load_plan(right.path());
    CHECK(tell(twin, left_in(twin, pair.rule)) == std::vector<std::string>{});
  }
}

TEST_CASE("a floor that is not kept gives one finding for the year, and the floor that is kept none") {
  for (const FloorPair& pair : pairs_of_floors) {
    INFO(info(pair.rule).id << ": " << pair.message);
    const LoadedPlan loaded = load_text(pair.text);
    CHECK(tell(loaded, check_all(loaded)) == std::vector<std::string>{});
    CHECK(tell(loaded, floor_findings(loaded, pair.floor)) ==
          std::vector<std::string>{fmt::format("plan.toml:12:6: {} [{}]", pair.message, info(pair.rule).id)});
    CHECK(tell(loaded, floor_findings(loaded, pair.kept)) == std::vector<std::string>{});
  }
}

TEST_CASE("rule ids are kebab-case words that no two rules share") {
  std::set<std::string_view> ids;
  for (const RuleInfo& rule : rules) {
    CAPTURE(rule.id);
    CHECK(ids.insert(rule.id).second);
    CHECK(rule.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos);
  }
}
