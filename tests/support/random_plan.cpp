#include "support/random_plan.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace {

using Years = std::vector<int>;

std::string join(const std::vector<std::string>& parts, const std::string& between) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : between) + part;
  return out;
}

std::string in_quotes(const std::string& text) { return '"' + text + '"'; }

class Generator {
 public:
  Generator(std::uint64_t seed, const RandomOptions& options) : dice_(seed), options_(options) { plan_.seed = seed; }

  RandomPlan run() {
    plan_.first_year = static_cast<int>(dice_.between(2020, 2030));
    plan_.last_year = plan_.first_year + static_cast<int>(dice_.below(6));
    for (int year = plan_.first_year; year <= plan_.last_year; ++year) years_.push_back(year);
    make_head();
    make_lines();
    make_projects();
    return std::move(plan_);
  }

 private:
  struct Draft {
    std::string head;
    std::vector<std::string> posts;
    std::vector<std::size_t> summable;  // posts that no percentage or sluitpost is in: what a percentage may be over
    std::vector<bool> has_sluitpost;    // per year
  };

  // --- values ---

  // In the unit of the plan; what is not written in that is in euros.
  std::string money(std::int64_t cents) const { return written(cents * options_.scale / options_.eenheid); }
  std::string euros(std::int64_t cents) const { return written(cents * options_.scale); }

  static std::string written(std::int64_t cents) {
    const std::int64_t size = cents < 0 ? -cents : cents;
    std::string text = (cents < 0 ? "-" : "") + std::to_string(size / 100);
    if (size % 100 != 0) text += (size % 100 < 10 ? ".0" : ".") + std::to_string(size % 100);
    return text;
  }

  // Mostly whole euros, now and then with cents, below zero or nothing.
  std::int64_t cents() {
    if (dice_.chance(5)) return 0;
    const std::int64_t euros = dice_.between(1, dice_.chance(30) ? 2'000'000 : 90'000);
    const std::int64_t sign = dice_.chance(8) ? -1 : 1;
    return sign * (100 * euros + (dice_.chance(20) ? dice_.between(0, 99) : 0));
  }

  std::string amount() { return dice_.chance(12) ? in_quotes("PM") : money(cents()); }

  std::string unit() { return euros(dice_.pick<std::int64_t>({1, 100, 5'000, 10'000, 100'000})); }

  std::string rounding() {
    if (dice_.chance(30)) return "";
    if (dice_.chance(50)) return "afronding = " + unit() + '\n';
    const std::string op = dice_.pick<std::string>({"half", "boven", "beneden"});
    const std::string keten = dice_.pick<std::string>({"afgerond", "exact"});
    return "afronding = { eenheid = " + unit() + ", op = " + in_quotes(op) + ", keten = " + in_quotes(keten) + " }\n";
  }

  std::string rate() {
    if (options_.indexes_of_zero) return dice_.pick<std::string>({"0", "0.0"});
    return std::to_string(dice_.between(-3, 9)) + '.' + std::to_string(dice_.below(100));
  }

  std::string direction() { return dice_.pick<std::string>({"baten", "lasten", "lasten"}); }

  Years some_years(std::size_t percent) {
    Years some;
    for (const int year : years_)
      if (dice_.chance(percent)) some.push_back(year);
    if (some.empty()) some.push_back(dice_.pick(years_));
    return some;
  }

  std::string side(const Years& years) {
    std::vector<std::string> terms;
    for (const int year : years) terms.push_back(std::to_string(year) + " = " + amount());
    dice_.shuffle(terms);
    return "{ " + join(terms, ", ") + " }";
  }

  // --- posts; each gives the lines after nr and naam ---

  std::string written() {
    if (dice_.chance(15)) return "baten = " + side(some_years(60)) + "\nlasten = " + side(some_years(60)) + '\n';
    return direction() + " = " + side(some_years(70)) + '\n';
  }

  std::string indexed() {
    const std::string index = dice_.pick<std::string>({"loon", "prijs", "mengsel"});
    return direction() + " = " + side(some_years(30)) + "\nindex = " + in_quotes(index) + '\n' +
           (options_.indexes_of_zero ? "" : rounding());
  }

  std::vector<std::string> shares() {
    return dice_.pick<std::vector<std::string>>({{"80%", "20%"},
                                                 {"37.5%", "62.5%"},
                                                 {"1/3", "1/3", "1/3"},
                                                 {"7/12"},
                                                 {"100%"},
                                                 {"5/7", "2/7"},
                                                 {"10%", "0.5/2"},
                                                 {"12,5%", "1/8"}});
  }

  std::string onderbouwing() {
    std::vector<std::string> rows;
    for (std::size_t i = 1 + dice_.below(3); i > 0; --i)
      rows.push_back("{ naam = \"Uren\", factoren = [" + euros(100 * dice_.between(1, 900)) + ", " +
                     std::to_string(dice_.between(1, 40)) + ", " + std::to_string(dice_.between(10, 120)) + '.' +
                     std::to_string(dice_.below(1000)) + (dice_.chance(40) ? ", 1.21" : "") + "] }");
    return "onderbouwing = [" + join(rows, ", ") + "]\n";
  }

  std::string in_parts() {
    const bool from_onderbouwing = dice_.chance(25);
    std::vector<std::string> parts = shares();
    Years years = years_;
    dice_.shuffle(years);
    std::vector<std::string> terms = {"totaal = " + (from_onderbouwing ? in_quotes("onderbouwing") : money(cents()))};
    if (parts.size() > years.size()) parts = {"100%"};
    for (std::size_t i = 0; i < parts.size(); ++i)
      terms.push_back(std::to_string(years[i]) + " = " + in_quotes(parts[i] == "0.5/2" ? "1/4" : parts[i]));
    return direction() + " = { " + join(terms, ", ") + " }\n" + (from_onderbouwing ? onderbouwing() : "") + rounding();
  }

  std::string calculated() {
    return direction() + " = { " + std::to_string(dice_.pick(years_)) + " = \"onderbouwing\" }\n" + onderbouwing() +
           rounding();
  }

  std::string percentage(const Draft& project) {
    std::vector<std::string> over;
    for (const std::size_t post : project.summable)
      if (dice_.chance(60)) over.push_back(std::to_string(post + 1));
    if (over.empty()) over.push_back(std::to_string(dice_.pick(project.summable) + 1));
    std::string list = '[' + join(over, ", ") + ']';
    std::size_t one = std::stoul(over.front()) - 1;
    const std::size_t first = project.summable.front();
    const bool is_run = project.summable.back() - first + 1 == project.summable.size();
    if (is_run && dice_.chance(50)) {
      list = in_quotes(std::to_string(first + 1) + ".." + std::to_string(project.summable.back() + 1));
      one = first;
    }
    // Of a side that one of them has, or there would be nothing to take a percentage of.
    const std::string kant = project.posts[one].find("baten = ") == std::string::npos ? "lasten" : "baten";
    const std::string own = direction();
    return own + " = { percentage = " + std::to_string(dice_.between(1, 30)) + '.' + std::to_string(dice_.below(10)) +
           ", over = " + list + (kant == own ? "" : ", kant = " + in_quotes(kant)) + " }\n" + rounding();
  }

  std::string sluitpost(Draft& project) {
    std::vector<std::string> terms;
    for (std::size_t y = 0; y < years_.size(); ++y) {
      if (project.has_sluitpost[y] || !dice_.chance(50)) continue;
      project.has_sluitpost[y] = true;
      terms.push_back(std::to_string(years_[y]) + " = \"sluitpost\"");
    }
    return terms.empty() ? "" : direction() + " = { " + join(terms, ", ") + " }\n";
  }

  static void add_post(Draft& project, const std::string& body, bool summable) {
    if (body.empty()) return;
    if (summable) project.summable.push_back(project.posts.size());
    const std::string nr = std::to_string(project.posts.size() + 1);
    project.posts.push_back("[[project.post]]\nnr = " + nr + "\nnaam = \"Post " + nr + "\"\n" + body);
  }

  void add_own_posts(Draft& project) {
    for (std::size_t i = dice_.below(7); i > 0; --i) {
      const std::size_t kind = dice_.below(5);
      if (kind == 0) add_post(project, indexed(), true);
      else if (kind == 1) add_post(project, in_parts(), true);
      else if (kind == 2) add_post(project, calculated(), true);
      else add_post(project, written(), true);
    }
  }

  // --- transfers: money only goes to a project that comes later, and a sender mirrors only amounts that are written ---

  void add_transfer(Draft& from, Draft& to, const std::string& from_nr, const std::string& to_nr) {
    const std::string naar = "naar = " + in_quotes(to_nr) + '\n', van = "van = " + in_quotes(from_nr) + '\n';
    const int delay = dice_.chance(30) && years_.size() > 1 ? 1 : 0;
    const std::string vertraging = delay > 0 ? "vertraging = 1\n" : "";
    Years received = some_years(60);
    std::erase_if(received, [&](int year) { return year - delay < plan_.first_year; });
    if (received.empty()) received.push_back(plan_.last_year);
    if (dice_.chance(25)) {  // the sender mirrors what the other receives, which is written
      add_post(to, "baten = " + side(received) + '\n' + van + vertraging, true);
      add_post(from, "lasten = " + words(some_years(50), "spiegel") + '\n' + naar, true);
      return;
    }
    add_post(from, sender(from) + naar, false);
    if (dice_.chance(20))
      add_post(to, "baten = { " + std::to_string(received[0]) + " = " + amount() + " }\n" + van + vertraging, true);
    if (dice_.chance(75)) add_post(to, "baten = " + words(received, "spiegel") + '\n' + van + vertraging, false);
  }

  std::string sender(Draft& from) {
    if (dice_.chance(40)) {
      const int year = dice_.pick(years_);
      const auto at = static_cast<std::size_t>(year - plan_.first_year);
      if (!from.has_sluitpost[at]) {
        from.has_sluitpost[at] = true;
        return "lasten = { " + std::to_string(year) + " = \"sluitpost\" }\n";
      }
    }
    return "lasten = " + side(some_years(50)) + '\n';
  }

  static std::string words(const Years& years, const std::string& word) {
    std::vector<std::string> terms;
    for (const int year : years) terms.push_back(std::to_string(year) + " = " + in_quotes(word));
    return "{ " + join(terms, ", ") + " }";
  }

  // --- any overdracht at all: typed amounts wait for nothing, so they may go in every direction ---

  int delay() { return dice_.chance(60) ? 0 : static_cast<int>(dice_.below(4)); }

  std::string receiver(const std::string& amounts, const std::string& from_nr) {
    const int years = delay();
    return "baten = " + amounts + "\nvan = " + in_quotes(from_nr) + '\n' +
           (years > 0 ? "vertraging = " + std::to_string(years) + '\n' : "");
  }

  void add_typed_legs(Draft& from, Draft& to, const std::string& from_nr, const std::string& to_nr) {
    if (years_.size() > 1 && dice_.chance(30)) {  // a shift of years that nobody declares
      const int year = plan_.first_year + static_cast<int>(dice_.below(years_.size() - 1));
      const std::string money = amount();
      add_post(from, "lasten = { " + std::to_string(year) + " = " + money + " }\nnaar = " + in_quotes(to_nr) + '\n',
               true);
      add_post(to, "baten = { " + std::to_string(year + 1) + " = " + money + " }\nvan = " + in_quotes(from_nr) + '\n',
               true);
      return;
    }
    const std::string same = side(some_years(60));
    if (dice_.chance(70)) add_post(from, "lasten = " + same + "\nnaar = " + in_quotes(to_nr) + '\n', true);
    if (dice_.chance(30))
      add_post(from, "lasten = " + side(some_years(30)) + "\nnaar = " + in_quotes(to_nr) + '\n', true);
    if (dice_.chance(60)) add_post(to, receiver(same, from_nr), true);  // equal, shifted, or too long on its way
    if (dice_.chance(30)) add_post(to, receiver(side(some_years(40)), from_nr), true);
  }

  void add_any_transfers(std::vector<Draft>& drafts) {
    for (std::size_t i = 2 * drafts.size(); i > 0; --i) {
      const std::size_t from = dice_.below(drafts.size()), to = dice_.below(drafts.size());
      if (from != to && !is_restant(from, to)) add_typed_legs(drafts[from], drafts[to], plan_.nrs[from], plan_.nrs[to]);
    }
  }

  // Money goes to later projects, so only those before the investeringsbudget can leave it their restant.
  void choose_restanten(std::vector<Draft>& drafts) {
    rib_ = dice_.below(drafts.size());
    plan_.head.insert(plan_.head.find("naam = "), "investeringsbudget = \"3." + std::to_string(*rib_ + 1) + "\"\n");
    for (std::size_t p = 0; p < drafts.size(); ++p) {
      const bool ends = dice_.chance(40);
      const int year = dice_.pick(years_) + (dice_.chance(10) ? 3 : 0);
      const std::string word =
          dice_.pick<std::string>({"meenemen", "terugbetalen", "investeringsbudget", "investeringsbudget"});
      restant_.push_back(p < *rib_ && ends && word == "investeringsbudget");
      einde_.push_back(ends ? "einde = " + std::to_string(year) + '\n' : "");
      if (word != "investeringsbudget" && dice_.chance(70)) einde_.back() += "restant = " + in_quotes(word) + '\n';
      if (restant_.back())
        einde_.back() += "restant = \"investeringsbudget\"\nvertraging = " + std::to_string(delay()) + '\n';
      if (restant_.back() && year <= plan_.last_year)
        drafts[p].has_sluitpost[static_cast<std::size_t>(year - plan_.first_year)] = true;
    }
  }

  bool is_restant(std::size_t from, std::size_t to) const { return rib_ == to && restant_[from]; }

  std::string dubbelingen(std::size_t project) {
    std::vector<std::string> others;
    for (std::size_t p = 0; p < plan_.nrs.size(); ++p)
      if (p != project && dice_.chance(20)) others.push_back(in_quotes(plan_.nrs[p]));
    return "dubbeling_met = [" + join(others, ", ") + "]\n";
  }

  // --- kinds ---

  bool is_exploitatie(std::size_t p) const { return options_.soorten && exploitatie_[p]; }
  std::string soort(std::size_t p) const { return is_exploitatie(p) ? "soort = \"exploitatie\"\n" : ""; }

  // What goes to a reserve or comes from one is typed in the project, and in one of two reserves.
  void add_reserves(std::vector<Draft>& drafts) {
    std::vector<std::string> nrs;
    for (std::size_t i = 0; i < 1 + dice_.below(3); ++i) nrs.push_back("R" + std::to_string(i + 1));
    for (Draft& draft : drafts)
      for (std::size_t i = dice_.below(3); i > 0; --i) {
        const bool pays = dice_.chance(50);
        const std::string grows = dice_.chance(30) && !options_.indexes_of_zero ? "index = \"prijs\"\n" : "";
        add_post(draft,
                 (pays ? "lasten = " : "baten = ") + side(some_years(50)) + '\n' + (pays ? "naar = " : "van = ") +
                     in_quotes(dice_.pick(nrs)) + '\n' + grows,
                 true);
      }
    for (std::size_t i = 0; i < nrs.size(); ++i) {
      Draft reserve;
      if (dice_.chance(40)) add_post(reserve, written(), true);
      if (i > 0 && dice_.chance(50))
        add_post(reserve, "lasten = " + side(some_years(40)) + "\nnaar = " + in_quotes(nrs[i - 1]) + '\n', true);
      plan_.projects.push_back(
          "[[project]]\nnr = " + in_quotes(nrs[i]) + "\nnaam = \"Reserve " + std::to_string(i + 1) +
          "\"\nprogrammalijn = \"lijn-" + std::to_string(dice_.below(plan_.lines.size())) +
          "\"\nsoort = \"reserve\"\nbudget = " + money(cents()) + '\n' + join(reserve.posts, "\n"));
    }
  }

  // --- the plan ---

  void make_head() {
    const auto year = [](int y) { return std::to_string(y); };
    std::vector<std::string> rates;
    for (const int y : years_) rates.push_back(year(y) + " = " + rate());
    plan_.head = "[plan]\nnaam = \"Plan van zaad " + std::to_string(plan_.seed) +
                 "\"\neerste_jaar = " + year(plan_.first_year) + "\nlaatste_jaar = " + year(plan_.last_year) +
                 (options_.eenheid == 1 ? "" : "\neenheid = " + std::to_string(options_.eenheid)) +
                 "\nafronding = " + euros(options_.indexes_of_zero ? 1 : dice_.pick<std::int64_t>({1, 1, 100})) +
                 "\n\n[index]\nloon = " + rate() + "\nprijs = { " + join(rates, ", ") +
                 " }\nmengsel = { loon = \"2/3\", prijs = \"1/3\" }\n";
  }

  void make_lines() {
    for (std::size_t i = 0; i < 1 + dice_.below(5); ++i) {
      const std::string id = "lijn-" + std::to_string(i);
      const std::string onder =
          i > 0 && dice_.chance(40) ? "onder = \"lijn-" + std::to_string(dice_.below(i)) + "\"\n" : "";
      plan_.lines.push_back("[[programmalijn]]\nid = " + in_quotes(id) + "\nnaam = \"Lijn " + std::to_string(i) +
                            "\"\n" + onder);
    }
  }

  void make_projects() {
    const std::size_t count = options_.fewest_projects + dice_.below(7);
    std::vector<Draft> drafts(count);
    for (std::size_t p = 0; p < count; ++p) plan_.nrs.push_back("3." + std::to_string(p + 1));
    for (Draft& draft : drafts) draft.has_sluitpost.resize(years_.size());
    if (options_.any_transfers) choose_restanten(drafts);
    for (std::size_t p = 0; options_.soorten && p < count; ++p) exploitatie_.push_back(dice_.chance(50));
    for (std::size_t p = 0; p < count; ++p) {
      drafts[p].head = "[[project]]\nnr = " + in_quotes(plan_.nrs[p]) + "\nnaam = \"Project " + std::to_string(p + 1) +
                       "\"\nprogrammalijn = \"lijn-" + std::to_string(dice_.below(plan_.lines.size())) + "\"\n" +
                       soort(p) +
                       (is_exploitatie(p)  ? ""
                        : dice_.chance(70) ? "budget = " + money(cents()) + '\n'
                        : dice_.chance(20) ? "budget = \"PM\"\n"
                                           : "") +
                       (options_.any_transfers ? einde_[p] + dubbelingen(p)
                        : dice_.chance(20)     ? "einde = " + std::to_string(dice_.pick(years_)) + '\n'
                                               : "");
      add_own_posts(drafts[p]);
    }
    for (std::size_t from = 0; from < count; ++from)
      for (std::size_t to = from + 1; to < count; ++to)
        if (!is_restant(from, to) && dice_.chance(120 / count))
          add_transfer(drafts[from], drafts[to], plan_.nrs[from], plan_.nrs[to]);
    if (options_.any_transfers) add_any_transfers(drafts);
    if (options_.soorten) add_reserves(drafts);
    for (Draft& draft : drafts) {
      if (!draft.summable.empty() && dice_.chance(40)) add_post(draft, percentage(draft), false);
      if (dice_.chance(30)) add_post(draft, sluitpost(draft), false);
      plan_.projects.push_back(draft.head + '\n' + join(draft.posts, "\n"));
    }
  }

  Dice dice_;
  RandomOptions options_;
  RandomPlan plan_;
  Years years_;
  std::optional<std::size_t> rib_;  // and who leaves it a restant, and what is said of each project's end
  std::vector<bool> restant_;
  std::vector<std::string> einde_;
  std::vector<bool> exploitatie_;
};

}  // namespace

std::string RandomPlan::text() const { return head + '\n' + join(lines, "\n") + '\n' + join(projects, "\n"); }

std::map<std::string, std::string> RandomPlan::spread(Dice& dice, std::size_t files) const {
  std::vector<std::string> tables = {head};
  tables.insert(tables.end(), lines.begin(), lines.end());
  tables.insert(tables.end(), projects.begin(), projects.end());
  dice.shuffle(tables);
  std::map<std::string, std::string> spread;
  for (const std::string& table : tables) {
    const std::size_t file = dice.below(files);
    spread[(file % 3 == 0 ? "map/" : "") + std::to_string(files - file) + ".toml"] += table + '\n';
  }
  return spread;
}

RandomPlan random_plan(std::uint64_t seed, const RandomOptions& options) { return Generator(seed, options).run(); }
