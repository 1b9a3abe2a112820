#include "plan/write/new_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <string_view>

#include "base/text.h"
#include "plan/plan_files.h"
#include "plan/write/toml_text.h"

namespace saldo {

namespace {

// A plan of at most this many rows has its projects in one file.
constexpr std::size_t most_rows_in_one_file = 120;
// Of more than this many projects as many stand together in a file: a plan has no more than so many files.
constexpr std::size_t most_files_of_projects = 1'000;
// Names longer than this do not push all others aside, and a comment does not stand behind its row.
constexpr std::size_t widest_name = 56;
constexpr std::size_t widest_comment = 60;

std::string key(std::string_view name, std::string_view value) { return fmt::format("{} = {}", name, value); }
std::string text_key(std::string_view name, std::string_view text) {
  return text.empty() ? "" : key(name, toml_text(text));
}
template <class Word>
std::string word_key(std::string_view name, const std::optional<Word>& word) {
  return word ? text_key(name, to_text(*word)) : "";
}

using Cells = std::vector<std::string>;

std::string joined(const Cells& cells, std::string_view between) {
  std::string text;
  for (const std::string& cell : cells)
    if (!cell.empty()) text += (text.empty() ? "" : std::string(between)) + cell;
  return text;
}

// The amounts that rows of one table have in each year, as wide as the widest of them.
class YearColumns {
 public:
  YearColumns(Years years, Money unit) : years_(years), unit_(unit), widths_(years.size()) {}

  void fit(const YearAmounts& amounts) {
    for (std::size_t i = 0; i < amounts.size() && i < widths_.size(); ++i)
      if (!amounts[i].is_absent()) widths_[i] = std::max(widths_[i], toml_amount(amounts[i], unit_).size());
  }
  // "lasten = { 2026 = 100, 2027 = "PM" }"; "" where no year has any.
  std::string write(std::string_view name, const YearAmounts& amounts) const {
    std::string text;  // put together in place, as a large plan has a million of them
    for (std::size_t i = 0; i < amounts.size() && i < widths_.size(); ++i) {
      if (amounts[i].is_absent()) continue;
      const std::string amount = toml_amount(amounts[i], unit_);
      if (text.empty()) text.append(name).append(" = { ");
      else text += ", ";
      text += std::to_string(years_.at(i).value) + " = ";
      text.append(amount.size() < widths_[i] ? widths_[i] - amount.size() : 0, ' ');
      text += amount;
    }
    return text.empty() ? text : text + " }";
  }

 private:
  Years years_;
  Money unit_;
  std::vector<std::size_t> widths_;
};

// A row of a table: its cells stand below each other, and what comes last, such as a controle, follows behind.
struct Row {
  Cells cells;
  std::string last;
  std::string comment;
};

bool stands_behind(std::string_view comment) {
  return comment.size() <= widest_comment && comment.find('\n') == std::string_view::npos;
}

std::string indented(std::string_view lines, std::string_view indent) {
  std::string text;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size() - 1) + 1;
    text += std::string(indent) + std::string(lines.substr(0, end));
    lines.remove_prefix(end);
  }
  return text;
}

std::string write_row(const Row& row, const std::vector<std::size_t>& widths) {
  std::string text, gap;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const std::string& cell = row.cells[i];
    if (!cell.empty()) {
      text += gap + cell + ", ";
      gap.clear();
    }
    const std::size_t width = display_width(cell) + (cell.empty() ? 0 : 2);
    if (widths[i] > width) gap += std::string(widths[i] - width, ' ');
  }
  if (!row.last.empty()) return text + row.last;
  return text.substr(0, text.size() - std::min<std::size_t>(text.size(), 2));
}

// Rows as people type them: `  { naam = "A",  lasten = { 2026 = 1 } },`.
std::string write_rows(std::span<const Row> rows, std::string_view indent) {
  std::vector<std::size_t> widths;
  for (const Row& row : rows) {
    widths.resize(std::max(widths.size(), row.cells.size()));
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const std::size_t width = display_width(row.cells[i]);
      const bool is_long_name = row.cells[i].ends_with('"') && width > widest_name;
      if (width > 0 && !is_long_name) widths[i] = std::max(widths[i], width + 2);
    }
  }
  std::string text;
  for (const Row& row : rows) {
    const std::string remark = toml_remark(row.comment);
    const bool behind = stands_behind(row.comment);
    if (!behind) text += indented(remark, indent);
    text += fmt::format("{}{{ {} }},", indent, write_row(row, widths));
    text += behind && !remark.empty() ? "  " + remark : "\n";
  }
  return text;
}

std::string write_controle(const NewControle& controle, Years years, Money of_plan, std::string_view between) {
  const Money unit = controle.eenheid.value_or(of_plan);
  Cells cells = {text_key("bron", controle.bron), text_key("kop", controle.kop)};
  if (controle.eenheid && *controle.eenheid != of_plan) cells.push_back(key("eenheid", toml_amount(unit, one_euro)));
  if (controle.afronding) cells.push_back(key("afronding", toml_amount(*controle.afronding, one_euro)));
  if (controle.tolerantie) cells.push_back(key("tolerantie", toml_amount(*controle.tolerantie, unit)));
  for (const NewControle::Row& row : controle.rows) {
    YearAmounts money = row.amounts;
    for (Amount& amount : money)
      if (amount.is_pm()) amount = {};
    cells.push_back(YearColumns(years, unit).write(to_text(row.figure), money));
  }
  return joined(cells, between);
}

// Writes all that has the years and the unit of the plan.
class PlanWriter {
 public:
  explicit PlanWriter(const NewPlan& plan) : plan_(plan) {}

  std::string head() const;
  std::string lines() const;
  std::string projects() const;  // all in one list
  std::string project_file(const NewProject& project) const;

 private:
  std::string controle_key(const std::vector<NewControle>& controles) const;
  std::string controle_tables(std::string_view name, const std::vector<NewControle>& controles) const;
  std::string posts(const NewProject& project, std::string_view indent) const;
  Row row(const NewProject& project) const;
  Cells sides(const BothSides<YearAmounts>& amounts, const BothSides<YearColumns>& columns) const;
  std::string budget(const NewProject& project) const {
    return project.budget.is_absent() ? "" : key("budget", toml_amount(project.budget, plan_.eenheid));
  }
  // Baten stand below baten where a row has both, else the one side of each row below that of the others.
  template <class Rows>
  BothSides<YearColumns> columns_of(const Rows& rows) const {
    const YearColumns none(plan_.years, plan_.eenheid);
    BothSides<YearColumns> columns{none, none};
    for (const auto& each : rows)
      for (const Direction direction : both_directions) {
        columns.baten.fit(each.amounts[direction]);
        columns.lasten.fit(each.amounts[direction]);
      }
    return columns;
  }

  const NewPlan& plan_;
};

std::string weergave_table(const Weergave& weergave) {
  Cells lines, kolommen, woorden;
  for (const Kolom kolom : weergave.kolommen) kolommen.push_back(toml_text(to_text(kolom)));
  for (const Woord& woord : weergave.woorden) woorden.push_back(key(woord.of, toml_text(woord.words)));
  if (!kolommen.empty()) lines.push_back(key("kolommen", "[" + joined(kolommen, ", ") + "]"));
  if (!woorden.empty()) lines.push_back(key("woorden", "{ " + joined(woorden, ", ") + " }"));
  if (weergave.teken != Voorteken::voordelig) lines.push_back(text_key("teken", to_text(weergave.teken)));
  return lines.empty() ? "" : "\n[weergave]\n" + joined(lines, "\n") + '\n';
}

std::string PlanWriter::head() const {
  Cells lines = {text_key("naam", plan_.naam), key("eerste_jaar", std::to_string(plan_.years.first.value)),
                 key("laatste_jaar", std::to_string(plan_.years.last.value))};
  if (plan_.begrotingsjaar) lines.push_back(key("begrotingsjaar", std::to_string(plan_.begrotingsjaar->value)));
  if (plan_.eenheid != one_euro)
    lines.push_back(key("eenheid", toml_amount(plan_.eenheid, one_euro)) + "  # elk bedrag van dit plan");
  lines.push_back(word_key("soort", plan_.soort));
  if (plan_.naam.empty()) lines.front() = key("naam", "\"\"");
  const std::string remark = toml_remark(plan_.comment);
  return remark + (remark.empty() ? "" : "\n") + "[plan]\n" + joined(lines, "\n") + '\n' +
         controle_tables("plan.controle", plan_.controles) + weergave_table(plan_.weergave);
}

std::string PlanWriter::controle_key(const std::vector<NewControle>& controles) const {
  Cells all;
  for (const NewControle& controle : controles)
    all.push_back("{ " + write_controle(controle, plan_.years, plan_.eenheid, ", ") + " }");
  if (all.empty()) return "";
  return key("controle", all.size() == 1 ? all.front() : "[" + joined(all, ", ") + "]");
}

std::string PlanWriter::controle_tables(std::string_view name, const std::vector<NewControle>& controles) const {
  std::string text;
  const std::string table = controles.size() == 1 ? fmt::format("\n[{}]\n", name) : fmt::format("\n[[{}]]\n", name);
  for (const NewControle& controle : controles)
    text += table + write_controle(controle, plan_.years, plan_.eenheid, "\n") + '\n';
  return text;
}

std::string PlanWriter::lines() const {
  std::vector<Row> rows;
  for (const NewProgrammalijn& line : plan_.programmalijnen)
    rows.push_back({{key("id", toml_text(line.id)), key("naam", toml_text(line.naam)), text_key("onder", line.onder),
                     word_key("soort", line.soort)},
                    controle_key(line.controles),
                    line.comment});
  return rows.empty() ? "" : "programmalijn = [\n" + write_rows(rows, "  ") + "]\n";
}

Cells PlanWriter::sides(const BothSides<YearAmounts>& amounts, const BothSides<YearColumns>& columns) const {
  Cells cells;
  for (const Direction direction : both_directions)
    cells.push_back(columns[direction].write(to_text(direction), amounts[direction]));
  if (cells.front().empty()) std::swap(cells.front(), cells.back());
  return cells;
}

std::string PlanWriter::posts(const NewProject& project, std::string_view indent) const {
  const auto is_place = [&](const NewPost& post) {
    return post.nr.empty() || post.nr == std::to_string(&post - project.posts.data() + 1);
  };
  const bool by_place = std::all_of(project.posts.begin(), project.posts.end(), is_place);
  const BothSides<YearColumns> columns = columns_of(project.posts);
  std::vector<Row> rows;
  for (const NewPost& post : project.posts) {
    Cells cells = {by_place || post.nr.empty() ? "" : key("nr", is_place(post) ? post.nr : toml_text(post.nr)),
                   key("naam", toml_text(post.naam))};
    for (std::string& side : sides(post.amounts, columns)) cells.push_back(std::move(side));
    cells.push_back(text_key("kop", post.kop));
    cells.push_back(post.structureel ? key("structureel", *post.structureel ? "true" : "false") : "");
    rows.push_back({std::move(cells), "", post.comment});
  }
  return write_rows(rows, indent);
}

// A project of the list: in one row, or with its posts in the rows below it.
Row PlanWriter::row(const NewProject& project) const {
  Cells cells = {key("nr", toml_text(project.nr)), key("naam", toml_text(project.naam)),
                 text_key("programmalijn", project.programmalijn), word_key("soort", project.soort), budget(project)};
  std::string last = controle_key(project.controles);
  if (!project.posts.empty()) last = "post = [\n" + posts(project, "    ") + "  ]" + (last.empty() ? "" : ", " + last);
  return {std::move(cells), std::move(last), project.comment};
}

std::string PlanWriter::projects() const {
  if (plan_.projects.empty()) return "";
  const BothSides<YearColumns> columns = columns_of(plan_.projects);
  std::vector<Row> rows;
  std::string text;
  const auto flush = [&] {
    text += write_rows(rows, "  ");
    rows.clear();
  };
  for (const NewProject& project : plan_.projects) {
    Row next = row(project);
    if (!project.posts.empty()) {  // what it is stands by itself, and not below the rows before it
      flush();
      rows.push_back(std::move(next));
      flush();
      continue;
    }
    for (std::string& side : sides(project.amounts, columns)) next.cells.push_back(std::move(side));
    rows.push_back(std::move(next));
  }
  flush();
  return "project = [\n" + text + "]\n";
}

std::string PlanWriter::project_file(const NewProject& project) const {
  Cells lines = {key("nr", toml_text(project.nr)), key("naam", toml_text(project.naam)),
                 text_key("programmalijn", project.programmalijn), word_key("soort", project.soort), budget(project)};
  if (project.posts.empty()) {
    const YearColumns alone(plan_.years, plan_.eenheid);  // no row stands below it
    for (std::string& side : sides(project.amounts, {alone, alone})) lines.push_back(std::move(side));
  } else {
    lines.push_back("post = [\n" + posts(project, "  ") + "]");
  }
  return toml_remark(project.comment) + "[[project]]\n" + joined(lines, "\n") + '\n' +
         controle_tables("project.controle", project.controles);
}

// What of a nr may stand in the name of a file of any system.
std::string file_name(std::string_view nr) {
  std::string name;
  for (const char c : nr.substr(0, 60)) {
    const bool is_plain = is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '_';
    if (is_plain && (c != '.' || !name.empty())) name += c;
    if (!is_plain && !name.ends_with('-')) name += '-';
  }
  while (name.ends_with('.')) name.pop_back();
  return name.empty() ? "project" : name;
}

// A path for each project. Files are read in the order of their names: where that is not the order of the projects, or
// two would have one name, a number in front makes it so.
std::vector<std::string> project_paths(const std::vector<NewProject>& projects) {
  std::vector<std::string> paths;
  std::set<std::string> seen;
  bool is_clear = true;
  for (const NewProject& project : projects) {
    paths.push_back("projecten/" + file_name(project.nr) + ".toml");
    is_clear = is_clear && seen.insert(folded(paths.back())).second;
  }
  std::vector<std::string> read = paths;
  sort_plan_files(read);
  if (is_clear && read == paths) return paths;
  const std::size_t digits = std::to_string(projects.size()).size();
  for (std::size_t i = 0; i < paths.size(); ++i)
    paths[i] = fmt::format("projecten/{:0{}}-{}.toml", i + 1, digits, file_name(projects[i].nr));
  return paths;
}

std::size_t count_rows(const NewPlan& plan) {
  std::size_t rows = plan.projects.size();
  for (const NewProject& project : plan.projects) rows += project.posts.size();
  return rows;
}

}  // namespace

NewPlanFiles::NewPlanFiles(const NewPlan& plan) : plan_(plan) {
  pieces_.push_back({"plan.toml", Holds::head});
  const bool has_lines = !plan.programmalijnen.empty();
  if (count_rows(plan) <= most_rows_in_one_file) {
    if (has_lines || !plan.projects.empty()) pieces_.push_back({"projecten.toml", Holds::all_in_rows});
    return;
  }
  if (has_lines) pieces_.push_back({"programmalijnen.toml", Holds::lines});
  part_projects();
}

// Many stand a thousand in a file, by number so that they are read in that order.
void NewPlanFiles::part_projects() {
  const std::size_t projects = plan_.projects.size();
  if (projects <= most_files_of_projects) {
    std::vector<std::string> paths = project_paths(plan_.projects);
    for (std::size_t i = 0; i < projects; ++i) pieces_.push_back({std::move(paths[i]), Holds::projects, i, i + 1});
    return;
  }
  constexpr std::size_t together = 1'000;
  const std::size_t digits = std::to_string(projects / together + 1).size();
  for (std::size_t i = 0; i < projects; i += together)
    pieces_.push_back({fmt::format("projecten/{:0{}}.toml", i / together + 1, digits), Holds::projects, i,
                       std::min(i + together, projects)});
}

NewFile NewPlanFiles::make(std::size_t at) const {
  const Piece& piece = pieces_[at];
  const PlanWriter writer(plan_);
  NewFile file{piece.path, {}};
  if (piece.holds == Holds::head) file.text = writer.head();
  if (piece.holds == Holds::lines || piece.holds == Holds::all_in_rows) file.text = writer.lines();
  if (piece.holds == Holds::all_in_rows) {
    const std::string projects = writer.projects();
    if (!file.text.empty() && !projects.empty()) file.text += '\n';
    file.text += projects;
  }
  for (std::size_t i = piece.first; i < piece.end; ++i) {
    if (i > piece.first) file.text += '\n';
    file.text += writer.project_file(plan_.projects[i]);
  }
  return file;
}

std::vector<NewFile> new_plan_files(const NewPlan& plan) {
  const NewPlanFiles files(plan);
  std::vector<NewFile> all;
  for (std::size_t i = 0; i < files.size(); ++i) all.push_back(files.make(i));
  return all;
}

}  // namespace saldo
