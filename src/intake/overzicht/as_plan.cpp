#include "intake/overzicht/as_plan.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/text.h"
#include "intake/overzicht/words.h"

namespace saldo {

namespace {

using PartAmounts = BothSides<YearAmounts>;

// Without breaks of lines and double spaces.
std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool space = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (!space) line += c;
    else if (!line.empty() && line.back() != ' ') line += ' ';
  }
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

// A number as an address can have it: a slash parts what stands there.
std::string as_nr(std::string_view text) {
  std::string nr = one_line(text);
  std::replace(nr.begin(), nr.end(), '/', '-');
  return nr;
}

// "Sociaal domein & zorg" as an id: sociaal-domein-zorg.
std::string slug(std::string_view text) {
  std::string id;
  for (const char c : text) {
    const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    if ((small >= 'a' && small <= 'z') || is_digit(small)) id += small;
    else if (!id.empty() && id.back() != '-' && static_cast<unsigned char>(c) < 0x80) id += '-';
  }
  while (id.ends_with('-')) id.pop_back();
  return id.empty() ? "lijn" : id;
}

std::optional<Figure> figure_of(ColumnKind kind) {
  switch (kind) {
    case ColumnKind::opening: return Figure::opening;
    case ColumnKind::lasten: return Figure::lasten;
    case ColumnKind::baten: return Figure::baten;
    case ColumnKind::saldo: return Figure::saldo;
    case ColumnKind::eindsaldo: return Figure::eindsaldo;
    case ColumnKind::toevoeging: return Figure::toevoeging;
    case ColumnKind::onttrekking: return Figure::onttrekking;
    case ColumnKind::resultaat: return Figure::resultaat;
    default: return std::nullopt;
  }
}

std::string take_name(std::unordered_set<std::string>& taken, std::string name) {
  std::string unique = name;
  for (std::size_t number = 2; !taken.insert(unique).second; ++number) unique = name + "-" + std::to_string(number);
  return unique;
}

constexpr std::uint32_t no_place = static_cast<std::uint32_t>(-1);

class PlanMaker {
 public:
  PlanMaker(const Sheet& sheet, const Overzicht& overzicht, const PlanNames& names)
      : sheet_(sheet), overzicht_(overzicht), names_(names), years_(*overzicht.head.years) {}

  NewPlan make();

 private:
  bool has(ColumnKind kind) const;
  void find_soort();
  PartAmounts* amounts_of(std::size_t part);
  std::string* comment_of(std::size_t part);
  Amount& cell(PartAmounts& amounts, Direction direction, Year year);
  void take_figure(std::size_t part, PrintedSide side, const PrintedFigure& figure, Amount amount);
  void take_amounts();
  void keep_formula(std::size_t row, std::size_t part, const PrintedFigure& figure);
  bool is_sum_of_nothing(std::size_t row, std::size_t column, Amount amount) const;
  void add_up();
  std::string key_of(std::size_t part) const;
  bool is_live(std::size_t at) const;
  void make_parts();
  void make_line(const PrintedPart& part, std::string id);
  void make_project(const PrintedPart& part, std::string nr);
  void make_post(const PrintedPart& part);
  std::size_t project_of_post(const PrintedPart& part) const;
  // --- totals ---

  std::vector<NewControle>* controles_of(std::size_t part);
  std::string bron(std::size_t row) const;
  void add(NewControle& controle, Figure figure, Year year, Amount amount);
  bool covers_all(const PrintedTotal& total, std::size_t part, Figure figure) const;
  std::optional<Figure> figure_of_total(const PrintedTotal& total) const;
  void make_controles();
  void controle_of_row(std::size_t at);
  // --- how it looks ---

  void make_weergave();
  void take_words();
  const Sheet& sheet_;
  const Overzicht& overzicht_;
  const PlanNames& names_;
  Years years_;
  NewPlan plan_;
  bool is_reserve_ = false;
  std::unordered_map<std::size_t, PartAmounts> sums_;  // of parts that have parts, and of the whole
  std::vector<std::uint32_t> places_;                  // by part: in the lines, in the projects, or in the posts of one
};

NewPlan PlanMaker::make() {
  plan_.naam = one_line(names_.naam);
  plan_.years = years_;
  plan_.eenheid = overzicht_.head.column(ColumnKind::eenheid) ? one_euro : overzicht_.unit;
  find_soort();
  make_parts();
  take_amounts();
  add_up();
  make_controles();
  make_weergave();
  return std::move(plan_);
}

bool PlanMaker::has(ColumnKind kind) const {
  const auto& figures = overzicht_.head.figures;
  return std::any_of(figures.begin(), figures.end(), [kind](const PrintedFigure& f) { return f.kind == kind; });
}

void PlanMaker::find_soort() {
  if (overzicht_.head.column(ColumnKind::soort)) return;  // each project says so itself
  is_reserve_ = has(ColumnKind::toevoeging) && !has(ColumnKind::baten);
  if (is_reserve_ || overzicht_.are_reserves) plan_.soort = Soort::reserve;
  else if (overzicht_.lacks_reserves || (!has(ColumnKind::eindsaldo) && !has(ColumnKind::opening)))
    plan_.soort = Soort::exploitatie;
}

// Null: it is no row of the plan with amounts of its own.
PartAmounts* PlanMaker::amounts_of(std::size_t part) {
  const PrintedPart& one = overzicht_.parts[part];
  if (one.is == PrintedFate::programmalijn || places_[part] == no_place) return nullptr;
  if (one.is == PrintedFate::project) return one.has_parts ? nullptr : &plan_.projects[places_[part]].amounts;
  return &plan_.projects[project_of_post(one)].posts[places_[part]].amounts;
}

// Null: it has none.
std::string* PlanMaker::comment_of(std::size_t part) {
  const PrintedPart& one = overzicht_.parts[part];
  if (one.is == PrintedFate::programmalijn || places_[part] == no_place) return nullptr;
  if (one.is == PrintedFate::project) return &plan_.projects[places_[part]].comment;
  return &plan_.projects[project_of_post(one)].posts[places_[part]].comment;
}

Amount& PlanMaker::cell(PartAmounts& amounts, Direction direction, Year year) {
  YearAmounts& side = direction == Direction::baten ? amounts.baten : amounts.lasten;
  if (side.size() < years_.size()) side.resize(years_.size());
  return side[years_.index(year)];
}

void PlanMaker::take_figure(std::size_t part, PrintedSide side, const PrintedFigure& figure, Amount amount) {
  if (amount.is_absent()) return;
  if (figure.kind == ColumnKind::opening) {
    const bool is_budget = figure.year == years_.first && overzicht_.parts[part].is == PrintedFate::project;
    if (is_budget && places_[part] != no_place) plan_.projects[places_[part]].budget = amount;
    return;
  }
  PartAmounts* own = amounts_of(part);
  if (own == nullptr) return;
  PartAmounts& amounts = *own;
  if (figure.kind == ColumnKind::lasten || (is_reserve_ && figure.kind == ColumnKind::onttrekking))
    cell(amounts, Direction::lasten, figure.year) += amount;
  else if (figure.kind == ColumnKind::baten || (is_reserve_ && figure.kind == ColumnKind::toevoeging))
    cell(amounts, Direction::baten, figure.year) += amount;
  else if (figure.kind == ColumnKind::bedrag && side == PrintedSide::unknown)
    cell(amounts, amount.counted() < Money() ? Direction::lasten : Direction::baten, figure.year) +=
        amount.counted() < Money() ? -amount : amount;
  else if (figure.kind == ColumnKind::bedrag)
    cell(amounts, side == PrintedSide::lasten ? Direction::lasten : Direction::baten, figure.year) += amount;
}

void PlanMaker::take_amounts() {
  for (std::size_t at = 0; at < overzicht_.rows.size(); ++at) {
    const PrintedRow& row = overzicht_.rows[at];
    if (row.part == no_part || (row.fate != PrintedFate::post && row.fate != PrintedFate::project)) continue;
    const std::span<const Amount> amounts = overzicht_.amounts_of(at);
    // In a sheet whose rows say what they are a project prints what its posts come to.
    const PrintedPart& part = overzicht_.parts[row.part];
    const bool is_told = row.fate == PrintedFate::project && part.is_told;
    for (std::size_t figure = 0; figure < amounts.size(); ++figure) {
      const PrintedFigure& one = overzicht_.head.figures[figure];
      const bool is_sum = is_told && one.kind != ColumnKind::opening &&
                          (part.has_parts || is_sum_of_nothing(at, one.column, amounts[figure]));
      if (is_sum) continue;
      take_figure(row.part, row.side, one, amounts[figure]);
      if (amounts[figure].is_money()) keep_formula(at, row.part, one);
    }
  }
  for (const auto& [part, rest] : overzicht_.rests)
    for (std::size_t figure = 0; figure < rest.size(); ++figure)
      take_figure(part, PrintedSide::unknown, overzicht_.head.figures[figure], rest[figure]);
}

// What an amount was worked out with is no rule of the plan; whoever wants to make one of it finds it as a remark.
void PlanMaker::keep_formula(std::size_t row, std::size_t part, const PrintedFigure& figure) {
  if (!sheet_.is_of_workbook() || figure.kind == ColumnKind::opening || figure.kind == ColumnKind::saldo ||
      figure.kind == ColumnKind::eindsaldo || figure.kind == ColumnKind::resultaat)
    return;
  const std::string_view formula = sheet_.formula(sheet_.row(row)[figure.column]);
  std::string* comment = comment_of(part);
  if (formula.empty() || comment == nullptr) return;
  std::string& remark = *comment;
  remark += (remark.empty() ? "" : ", ") + std::string(to_text(figure.kind)) + ' ' + std::to_string(figure.year.value) +
            ": =" + shortened(one_line(formula), 60);
}

// A formula over rows that were not filled in; a 0 that somebody typed is one.
bool PlanMaker::is_sum_of_nothing(std::size_t row, std::size_t column, Amount amount) const {
  return amount.is_money() && amount.counted() == Money() && sheet_.is_of_workbook() &&
         !sheet_.formula(sheet_.row(row)[column]).empty();
}

// What each part comes to with all that is under it; the last is the whole.
void PlanMaker::add_up() {
  const PartAmounts none;
  for (std::size_t part = overzicht_.parts.size(); part-- > 0;) {
    const std::size_t parent = overzicht_.parts[part].parent;
    const auto known = sums_.find(part);
    const PartAmounts below = known == sums_.end() ? PartAmounts() : known->second;
    const PartAmounts* own = amounts_of(part);
    for (const PartAmounts* from : {&below, own == nullptr ? &none : own})
      for (const Direction direction : {Direction::baten, Direction::lasten}) {
        const YearAmounts& side = direction == Direction::baten ? from->baten : from->lasten;
        for (std::size_t year = 0; year < side.size(); ++year) {
          if (side[year].is_absent()) continue;
          cell(sums_[parent == no_part ? overzicht_.parts.size() : parent], direction, years_.at(year)) += side[year];
        }
      }
  }
}

bool PlanMaker::is_live(std::size_t at) const {
  const PrintedPart& part = overzicht_.parts[at];
  return part.has_parts || part.is_rest || part.nr_length > 0 || overzicht_.rows[part.row].part == at;
}

// What lines and projects are referred to by.
std::string PlanMaker::key_of(std::size_t part) const {
  if (part == no_part || places_[part] == no_place) return "";
  return overzicht_.parts[part].is == PrintedFate::programmalijn ? plan_.programmalijnen[places_[part]].id
                                                                 : plan_.projects[places_[part]].nr;
}

// Numbers are those of the table; where it has none, lines are called after their names and projects are numbered. They
// have their amounts later, so that what names are taken is not held beside those.
void PlanMaker::make_parts() {
  const std::vector<PrintedPart>& parts = overzicht_.parts;
  places_.assign(parts.size(), no_place);
  plan_.projects.reserve(static_cast<std::size_t>(std::count_if(
      parts.begin(), parts.end(), [](const PrintedPart& part) { return part.is == PrintedFate::project; })));
  std::unordered_set<std::string> lines, projects;
  std::size_t number = 0;
  for (std::size_t at = 0; at < parts.size(); ++at) {
    const PrintedPart& part = parts[at];
    std::string key;
    if (part.is == PrintedFate::programmalijn)
      key = take_name(lines, part.nr_length == 0 ? slug(overzicht_.naam_of(part)) : as_nr(overzicht_.nr_of(part)));
    if (part.is == PrintedFate::project)
      key = part.nr_length == 0 ? std::to_string(++number) : take_name(projects, as_nr(overzicht_.nr_of(part)));
    if (!is_live(at)) continue;
    if (part.is == PrintedFate::programmalijn) {
      places_[at] = static_cast<std::uint32_t>(plan_.programmalijnen.size());
      make_line(part, std::move(key));
    } else if (part.is == PrintedFate::project) {
      places_[at] = static_cast<std::uint32_t>(plan_.projects.size());
      make_project(part, std::move(key));
    } else {
      make_post(part);
      places_[at] = static_cast<std::uint32_t>(plan_.projects[project_of_post(part)].posts.size() - 1);
    }
  }
}

void PlanMaker::make_line(const PrintedPart& part, std::string id) {
  NewProgrammalijn line;
  line.id = std::move(id);
  line.naam = one_line(overzicht_.naam_of(part));
  line.onder = key_of(part.parent);
  plan_.programmalijnen.push_back(std::move(line));
}

void PlanMaker::make_project(const PrintedPart& part, std::string nr) {
  NewProject project;
  project.nr = std::move(nr);
  project.naam = one_line(overzicht_.naam_of(part));
  project.programmalijn = key_of(part.parent);
  project.soort = part.is_told ? told_row(overzicht_.soort_of(part)).soort : std::nullopt;
  plan_.projects.push_back(std::move(project));
}

void PlanMaker::make_post(const PrintedPart& part) {
  if (plan_.projects.empty()) {
    NewProject whole;
    whole.nr = "1";
    whole.naam = plan_.naam;
    plan_.projects.push_back(std::move(whole));
  }
  NewPost post;
  if (part.nr_length > 0) post.nr = as_nr(overzicht_.nr_of(part));
  post.naam = one_line(overzicht_.naam_of(part));
  plan_.projects[project_of_post(part)].posts.push_back(std::move(post));
}

// One that stands by itself is of the first project.
std::size_t PlanMaker::project_of_post(const PrintedPart& part) const {
  return part.parent == no_part ? 0 : places_[part.parent];
}

std::vector<NewControle>* PlanMaker::controles_of(std::size_t part) {
  if (part == no_part) return &plan_.controles;
  const PrintedPart& one = overzicht_.parts[part];
  if (one.is == PrintedFate::programmalijn) return &plan_.programmalijnen[places_[part]].controles;
  if (one.is == PrintedFate::project) return &plan_.projects[places_[part]].controles;
  return nullptr;
}

std::string PlanMaker::bron(std::size_t row) const {
  const std::uint32_t line = overzicht_.rows[row].line;
  return names_.bron + (sheet_.is_of_workbook() ? ", rij " : ", regel ") + std::to_string(line);
}

void PlanMaker::add(NewControle& controle, Figure figure, Year year, Amount amount) {
  if (!years_.contains(year)) return;
  auto row = std::find_if(controle.rows.begin(), controle.rows.end(),
                          [figure](const NewControle::Row& one) { return one.figure == figure; });
  if (row == controle.rows.end()) {
    controle.rows.push_back({figure, YearAmounts(years_.size())});
    row = std::prev(controle.rows.end());
  }
  row->amounts[years_.index(year)] = amount;
}

// Whether the rows of a total are all there is of its part, so that it is the controle of that part.
bool PlanMaker::covers_all(const PrintedTotal& total, std::size_t part, Figure figure) const {
  if (figure != Figure::lasten && figure != Figure::baten && figure != Figure::saldo) return true;
  if (!years_.contains(overzicht_.head.figures[total.figure].year)) return false;
  const auto known = sums_.find(part == no_part ? overzicht_.parts.size() : part);
  const PartAmounts sums = known == sums_.end() ? PartAmounts() : known->second;
  const std::size_t year = years_.index(overzicht_.head.figures[total.figure].year);
  const auto of = [year](const YearAmounts& side) { return year < side.size() ? side[year].counted() : Money(); };
  if (is_reserve_) return true;
  const Money lasten = of(sums.lasten), baten = of(sums.baten);
  const Money computed = total.is_turned ? -total.computed : total.computed;
  if (figure == Figure::saldo && has(ColumnKind::saldo)) return true;  // as wide as the sides beside it
  return computed == (figure == Figure::lasten ? lasten : figure == Figure::baten ? baten : baten - lasten);
}

std::optional<Figure> PlanMaker::figure_of_total(const PrintedTotal& total) const {
  const ColumnKind kind = overzicht_.head.figures[total.figure].kind;
  if (is_reserve_ && kind == ColumnKind::toevoeging) return Figure::baten;
  if (is_reserve_ && kind == ColumnKind::onttrekking) return Figure::lasten;
  if (kind != ColumnKind::bedrag) return figure_of(kind);
  return total.side == PrintedSide::lasten  ? Figure::lasten
         : total.side == PrintedSide::baten ? Figure::baten
                                            : Figure::saldo;
}

void PlanMaker::make_controles() {
  for (std::size_t row = 0; row < overzicht_.rows.size(); ++row)
    if (overzicht_.rows[row].fate == PrintedFate::project && overzicht_.rows[row].has_amounts) controle_of_row(row);
  for (std::size_t at = 0; at < overzicht_.totals.size();) {
    const std::size_t row = overzicht_.totals[at].row;
    NewControle controle;
    controle.bron = bron(row);
    for (; at < overzicht_.totals.size() && overzicht_.totals[at].row == row; ++at) {
      const PrintedTotal& total = overzicht_.totals[at];
      const std::optional<Figure> figure = figure_of_total(total);
      if (figure && covers_all(total, overzicht_.rows[row].part, *figure))
        add(controle, *figure, overzicht_.head.figures[total.figure].year,
            total.is_turned ? -total.printed : total.printed);
    }
    std::vector<NewControle>* kept = controles_of(overzicht_.rows[row].part);
    if (kept != nullptr && !controle.rows.empty()) kept->push_back(std::move(controle));
  }
}

// What a project prints beside its lasten and baten.
void PlanMaker::controle_of_row(std::size_t at) {
  const std::span<const Amount> amounts = overzicht_.amounts_of(at);
  NewControle controle;
  controle.bron = bron(at);
  for (std::size_t figure = 0; figure < amounts.size(); ++figure) {
    const PrintedFigure& one = overzicht_.head.figures[figure];
    const bool is_result = one.kind == ColumnKind::saldo || one.kind == ColumnKind::eindsaldo;
    if (is_result && amounts[figure].is_money()) add(controle, *figure_of(one.kind), one.year, amounts[figure]);
  }
  std::vector<NewControle>* kept = controles_of(overzicht_.rows[at].part);
  if (kept != nullptr && !controle.rows.empty()) kept->push_back(std::move(controle));
}

// A sheet of saldo itself shows no way to see a plan.
void PlanMaker::make_weergave() {
  if (overzicht_.head.column(ColumnKind::soort)) return;
  constexpr std::pair<ColumnKind, Kolom> kinds[] = {{ColumnKind::opening, Kolom::opening},
                                                    {ColumnKind::baten, Kolom::baten},
                                                    {ColumnKind::lasten, Kolom::lasten},
                                                    {ColumnKind::saldo, Kolom::saldo},
                                                    {ColumnKind::eindsaldo, Kolom::eindsaldo}};
  for (const PrintedFigure& figure : overzicht_.head.figures)
    for (const auto& [kind, kolom] : kinds)
      if (figure.kind == kind && std::find(plan_.weergave.kolommen.begin(), plan_.weergave.kolommen.end(), kolom) ==
                                     plan_.weergave.kolommen.end())
        plan_.weergave.kolommen.push_back(kolom);
  const bool letters =
      std::any_of(overzicht_.rows.begin(), overzicht_.rows.end(), [](const PrintedRow& r) { return r.has_letters; });
  plan_.weergave.teken = letters ? Voorteken::vn : overzicht_.teken;
  take_words();
}

// What the document calls rows and sides, where that is not what saldo does.
void PlanMaker::take_words() {
  const std::optional<std::size_t> naam = overzicht_.head.column(ColumnKind::naam);
  const std::string heading = naam ? one_line(overzicht_.head.columns[*naam].heading) : "";
  const std::string seen = folded(heading);
  constexpr std::string_view plain[] = {"", "naam", "omschrijving", "programmalijn", "project", "post"};
  if (std::find(std::begin(plain), std::end(plain), seen) == std::end(plain))
    plan_.weergave.woorden.push_back({"programmalijn", heading});
  constexpr std::pair<std::string_view, std::string_view> sides[] = {
      {"uitgaven", "lasten"}, {"kosten", "lasten"}, {"inkomsten", "baten"}, {"opbrengsten", "baten"}};
  std::set<std::string> known;
  for (const OverzichtColumn& column : overzicht_.head.columns)
    for (const auto& [word, of] : sides)
      if (is_amounts(column.kind) && folded(column.heading).find(word) != std::string::npos &&
          known.insert(std::string(of)).second) {
        std::string words(word);
        words[0] = static_cast<char>(words[0] & ~0x20);
        plan_.weergave.woorden.push_back({std::string(of), words});
      }
}

}  // namespace

NewPlan as_plan(const Sheet& sheet, const Overzicht& overzicht, const PlanNames& names) {
  return PlanMaker(sheet, overzicht, names).make();
}

std::string title_of(const Sheet& sheet, const Overzicht& overzicht) {
  for (std::size_t row = 0; row < overzicht.head.row; ++row)
    for (const SheetCell& cell : sheet.row(row)) {
      const std::string_view text = trimmed(cell.text);
      if (cell.is == CellIs::text && !text.empty() && !unit_in(text) && count_code_points(text) <= 120)
        return one_line(text);
    }
  return "";
}

}  // namespace saldo
