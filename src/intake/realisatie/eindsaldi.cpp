#include "intake/realisatie/eindsaldi.h"

#include "base/say.h"
#include "base/text.h"
#include "intake/columns.h"
#include "intake/excel.h"
#include "intake/realisatie/row_words.h"
#include "intake/realisatie/tidy_posts.h"
#include "intake/written_amount.h"
#include "intake/written_year.h"

namespace saldo {

namespace {

enum BalanceColumn : std::size_t { nr_of_project, year_of_row, ended_with, naam_of_project };

const WantedColumn balance_columns[] = {
    {"project", true}, {"jaar", true}, {"eindsaldo", true}, {"naam", false}, {"programmalijn", false}};

class EindsaldiReader {
 public:
  EindsaldiReader(const Plan& plan, Year year, const Sheet& sheet, FoundColumns columns, Actuals& actuals,
                  Findings& findings)
      : plan_(plan),
        year_(year),
        sheet_(sheet),
        columns_(std::move(columns)),
        actuals_(actuals),
        findings_(findings),
        amounts_(nullptr),
        gathering_(plan, actuals, findings),
        projects_(plan, findings) {}

  void read() {
    const std::size_t first = columns_.heading_row + 1, headings = sheet_.row(columns_.heading_row).size();
    for (std::size_t row = first; row < sheet_.rows(); ++row)
      if (sheet_.row(row).size() >= headings) amounts_.look_at(*cell_at(row, ended_with));
    for (std::size_t row = first; row < sheet_.rows(); ++row) read_row(row);
    for (const auto& [p, balance] : found_) actuals_.balances.push_back(balance);
    gathering_.finish();
  }

 private:
  const SheetCell* cell_at(std::size_t row, BalanceColumn column) const {
    return columns_.cell(sheet_.row(row), column);
  }
  Named named_at(std::size_t row, BalanceColumn column) const {
    const SheetCell* cell = cell_at(row, column);
    return cell == nullptr ? Named{} : Named{std::string(without_guard(sheet_.shown(*cell))), sheet_.place(*cell)};
  }

  void read_row(std::size_t row) {
    gathering_.begin_row();
    RowFate fate;
    fate.place = sheet_.place(sheet_.row(row).front());
    if (has_its_cells(sheet_, columns_, row, findings_)) {
      const Named nr = named_at(row, nr_of_project);
      fate.key = nr.name;
      check_year(named_at(row, year_of_row));
      const std::optional<ProjectId> project = projects_.find_project(nr);
      if (project) check_naam(named_at(row, naam_of_project), plan_.project(*project));
      const SheetCell& cell = *cell_at(row, ended_with);
      const WrittenAmount written = amounts_.read(cell);
      if (written.is == WrittenAmount::Is::refused) tell_refused(gathering_, sheet_.place(cell), written);
      else if (written.flag != AmountFlag::none) tell_side(sheet_.place(cell), cell.text);
      if (project && !gathering_.is_refused()) put(nr, *project, written, sheet_.place(cell), fate);
    }
    if (gathering_.is_refused()) fate.fate = Fate::refused;
    gathering_.end_row(std::move(fate));
  }

  void check_year(const Named& written) {
    const std::optional<Year> found = read_written_year(written.name);
    if (found == year_) return;
    if (!found) return tell_no_year(gathering_, written.place, written.name, year_);
    gathering_.report(Rule::realisatie_jaar, written.place, say("this row is of {}, and {} is closed", *found, year_),
                      say("take it out: the plan begins with what each project ended {} with", year_));
  }

  // A spreadsheet makes 3.1 of 3.10, which may be another project.
  void check_naam(const Named& naam, const Project& project) {
    if (naam.name.empty() || folded(naam.name) == folded(project.naam)) return;
    Message help = say("write the naam as the plan has it, or leave it empty");
    for (const std::string& before : before_excel(project.nr))
      if (const auto other = plan_.find_project(before);
          other && folded(plan_.project(*other).naam) == folded(naam.name))
        help = excel_help(before);
    gathering_.report(Rule::onbekend_project, naam.place,
                      say("project {} is `{}` in the plan, and `{}` in this row", project.nr, project.naam, naam.name),
                      std::move(help));
  }

  void tell_side(Place place, std::string_view text) {
    gathering_.report(Rule::realisatie_getal, place, say("`{}` says debet or credit, and a balance is neither", text),
                      say("write what is there without a sign, and a shortage with a minus"));
  }

  void put(const Named& nr, ProjectId project, const WrittenAmount& written, Place place, RowFate& fate) {
    if (written.is != WrittenAmount::Is::money) {
      fate.fate = Fate::skipped;
      fate.reason = written.is == WrittenAmount::Is::pm ? "PM" : "leeg";
      return;
    }
    const auto [first, is_new] = found_.try_emplace(position(project), ClosingBalance{project, written.money, place});
    if (!is_new) {
      gathering_.report(Rule::realisatie_dubbel, place, say("the eindsaldo of {} is there twice", nr.name),
                        say("a project has one row: take one out"));
      findings_.back().related.push_back({first->second.place, say("the first one is here")});
    }
    fate.fate = Fate::mapped;
    fate.eindsaldo = written.money;
    fate.to = Address{nr.name, "", "eindsaldo", year_};
  }

  const Plan& plan_;
  Year year_;
  const Sheet& sheet_;
  FoundColumns columns_;
  Actuals& actuals_;
  Findings& findings_;
  AmountReader amounts_;
  Gathering gathering_;
  TidyPosts projects_;
  std::map<std::size_t, ClosingBalance> found_;
};

}  // namespace

void read_eindsaldi(const Plan& plan, Year year, const Sheet& sheet, Actuals& actuals, Findings& findings) {
  std::optional<FoundColumns> columns = find_columns(sheet, balance_columns, nullptr, findings);
  if (!columns) return;
  actuals.unread_columns = columns->others;
  EindsaldiReader(plan, year, sheet, std::move(*columns), actuals, findings).read();
}

}  // namespace saldo
