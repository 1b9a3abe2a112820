#include "plan/write/roll.h"

#include <algorithm>
#include <optional>

#include "base/say.h"
#include "plan/tree/tree.h"
#include "plan/write/edits.h"
#include "plan/write/toml_text.h"

namespace saldo {

namespace {

// Where a section ends: behind the line before the next one begins.
bool begins_section(std::string_view text, std::size_t line) {
  const std::size_t at = text.find_first_not_of(" \t", line);
  return at != std::string_view::npos && text[at] == '[';
}

// "project.post" of [[project.post]].
std::string_view section_name(std::string_view text, std::size_t line) {
  const std::size_t begin = text.find_first_not_of(" \t[", line);
  return text.substr(begin, text.find_first_of("] \t\n", begin) - begin);
}

bool is_in(std::string_view section, std::string_view name) {
  return section == name || (section.starts_with(name) && section[name.size()] == '.');
}

// Of the years before: what was decided, recorded and printed.
bool has_passed(std::string_view section) {
  return is_in(section, "begrotingswijziging") || is_in(section, "afsluiting") || section.ends_with(".controle") ||
         section.find(".controle.") != std::string_view::npos;
}

// What is left of the amounts per year of a table.
class YearRoller {
 public:
  YearRoller(const Roll& roll, Edits& edits) : roll_(roll), edits_(edits) {}

  // What is left of { 2025 = 1, 2026 = 2 } or of what a table has a line each for.
  void drop_years(const toml::node& node) {
    const toml::table* table = node.as_table();
    if (table == nullptr) return;
    if (!table->is_inline()) {
      for (auto&& [key, value] : *table)
        if (const auto year = year_of(key); year && *year < roll_.first) drop_line(key, value);
      return;
    }
    std::vector<std::string> kept;
    bool changed = false;
    for (auto&& [key, value] : *table) {
      const auto year = year_of(key);
      if (year && *year < roll_.first) changed = true;
      else kept.push_back(piece(key, value));
    }
    if (changed) edits_.replace(node.source(), braces(kept));
  }

  bool is_left_empty(const WrittenSide& which, const toml::node& side) const {
    const auto out = roll_.written_out.find(which);
    if (out != roll_.written_out.end()) return out->second.empty();
    const toml::table* table = side.as_table();
    return table != nullptr && !roll_.bases.contains(which) &&
           std::all_of(table->begin(), table->end(), [this](const auto& entry) {
             const auto year = year_of(entry.first);
             return year && *year < roll_.first;
           });
  }

  void roll_side(const WrittenSide& which, const toml::node& side) {
    const auto out = roll_.written_out.find(which);
    const auto base = roll_.bases.find(which);
    if (out == roll_.written_out.end() && base == roll_.bases.end()) return drop_years(side);
    const toml::table* table = side.as_table();
    if (table == nullptr || !table->is_inline()) {
      trouble_ = say("post {} of {} has its years in tables of their own: write them as {{ 2026 = 1_000 }}",
                     std::to_string(std::get<std::size_t>(which) + 1), std::get<std::string>(which));
      return;
    }
    std::vector<std::string> pieces;
    if (out != roll_.written_out.end()) {
      for (const YearAmount& one : out->second) pieces.push_back(of_year(one.year, one.amount));
    } else {
      pieces.push_back(of_year(roll_.first, base->second));
      for (auto&& [key, value] : *table)
        if (const auto year = year_of(key); !year || roll_.first < *year) pieces.push_back(piece(key, value));
    }
    edits_.replace(side.source(), braces(pieces));
  }

  void drop_line(const toml::key& key, const toml::node& value) {
    edits_.remove(edits_.line_of(edits_.begin_of(key.source())),
                  edits_.after_line(edits_.begin_of(value.source()) + edits_.at(value.source()).size()));
  }
  const std::optional<Message>& trouble() const { return trouble_; }

 private:
  std::optional<Year> year_of(const toml::key& key) const { return read_year(key.str()); }

  std::string piece(const toml::key& key, const toml::node& value) const {
    return std::string(edits_.at(key.source())) + " = " + std::string(edits_.at(value.source()));
  }

  static std::string braces(const std::vector<std::string>& pieces) {
    if (pieces.empty()) return "{}";
    std::string text = "{ ";
    for (std::size_t i = 0; i < pieces.size(); ++i) text += (i == 0 ? "" : ", ") + pieces[i];
    return text + " }";
  }

  std::string of_year(Year year, Amount amount) const {
    return std::to_string(year.value) + " = " + toml_amount(amount, roll_.unit);
  }

  const Roll& roll_;
  Edits& edits_;
  std::optional<Message> trouble_;
};

class FileRoller {
 public:
  FileRoller(std::string_view text, const Roll& roll)
      : text_(text), roll_(roll), edits_(text), years_(roll, edits_), tree_(text), root_(tree_.root()) {}

  std::variant<std::string, Message> roll() {
    if (const toml::node* first = root_["plan"]["eerste_jaar"].node())
      edits_.replace(first->source(), std::to_string(roll_.first.value));
    if (const toml::node* budget_year = root_["plan"]["begrotingsjaar"].node();
        budget_year != nullptr && budget_year->value_or(std::int64_t{roll_.first.value}) < roll_.first.value)
      edits_.replace(budget_year->source(), std::to_string(roll_.first.value));
    drop_controles(root_["plan"].as_table());
    if (const toml::table* indexes = root_["index"].as_table())
      for (auto&& [name, rates] : *indexes) years_.drop_years(rates);
    for_each("programmalijn", [this](const toml::table& line) { drop_controles(&line); });
    for_each("project", [this](const toml::table& project) { roll_project(project); });
    drop_sections();
    if (years_.trouble()) return *years_.trouble();
    std::string left = edits_.apply();
    const bool says_nothing = Tree(left).root().empty();
    return says_nothing ? std::string() : left;
  }

 private:
  template <class Visit>
  void for_each(std::string_view key, Visit visit) {
    if (const toml::array* all = root_[key].as_array())
      for (const toml::node& one : *all)
        if (const toml::table* table = one.as_table()) visit(*table);
  }

  void drop_controles(const toml::table* table) {
    if (table == nullptr) return;
    for (auto&& [key, value] : *table)
      if (key.str() == "controle" && !value.is_array_of_tables()) years_.drop_line(key, value);
  }

  void roll_project(const toml::table& project) {
    const toml::node* nr = project.get("nr");
    if (nr == nullptr) return;
    const std::string name = nr->is_string() ? **nr->as_string() : std::string(edits_.at(nr->source()));
    set_budget(project, *nr, name);
    drop_controles(&project);
    drop_end(project, {"einde", "restant", "vertraging"});
    roll_sides(name, 0, project);  // where it is its own post
    if (const toml::array* posts = project["post"].as_array())
      for (std::size_t i = 0; i < posts->size(); ++i)
        if (const toml::table* post = (*posts)[i].as_table()) roll_post(name, i, *post);
    const auto more = roll_.more_posts.find(name);
    if (more != roll_.more_posts.end()) edits_.insert(end_of(project), more->second);
  }

  void set_budget(const toml::table& project, const toml::node& nr, const std::string& name) {
    const auto budget = roll_.budgets.find(name);
    if (budget == roll_.budgets.end()) return;
    const std::string amount = toml_amount(budget->second, roll_.unit);
    if (const toml::node* written = project.get("budget")) edits_.replace(written->source(), amount);
    else if (budget->second != Money())
      edits_.insert(edits_.after_line(edits_.begin_of(nr.source())), "budget = " + amount + "\n");
  }

  // What has ended before the plan begins goes on without an end, and without what would have happened then.
  void drop_end(const toml::table& table, std::initializer_list<std::string_view> keys) {
    const toml::node* end = table.get("einde");
    const auto year = end == nullptr ? std::nullopt : end->value<std::int64_t>();
    if (!year || roll_.first.value <= *year) return;
    for (auto&& [key, value] : table)
      if (std::find(keys.begin(), keys.end(), key.str()) != keys.end())
        edits_.comment_out(key.source(), value.source());
  }

  void roll_post(const std::string& project, std::size_t at, const toml::table& post) {
    drop_controles(&post);
    drop_end(post, {"einde"});
    roll_sides(project, at, post);
  }

  void roll_sides(const std::string& project, std::size_t at, const toml::table& post) {
    if (const toml::node* range = post.get("bandbreedte")) years_.drop_years(*range);
    for (const Direction direction : both_directions) {
      const toml::node* side = post.get(to_text(direction));
      if (side == nullptr) continue;
      years_.roll_side({project, at, direction}, *side);
      if (years_.is_left_empty({project, at, direction}, *side)) drop_leg(post, direction);
    }
  }

  // Nothing is sent or received any more.
  void drop_leg(const toml::table& post, Direction direction) {
    const std::string_view leg = direction == Direction::baten ? "van" : "naar";
    for (auto&& [key, value] : post)
      if (key.str() == leg || (post.contains(leg) && key.str() == "vertraging"))
        edits_.comment_out(key.source(), value.source());
  }

  // Behind the last line of a project: before the section after it.
  std::size_t end_of(const toml::table& project) const {
    std::size_t line = edits_.after_line(edits_.begin_of(project.source()));
    while (line < text_.size() && !(begins_section(text_, line) && !section_name(text_, line).starts_with("project.")))
      line = edits_.after_line(line);
    return line;
  }

  // What was decided and recorded of the years before.
  void drop_sections() {
    for (std::size_t line = 0; line < text_.size();) {
      const std::size_t next = next_section(line);
      if (begins_section(text_, line) && has_passed(section_name(text_, line))) edits_.remove(line, next);
      line = next;
    }
    for (auto&& [key, value] : root_)
      if ((key.str() == "begrotingswijziging" || key.str() == "afsluiting") && !value.is_array_of_tables())
        years_.drop_line(key, value);
  }
  std::size_t next_section(std::size_t line) const {
    do line = edits_.after_line(line);
    while (line < text_.size() && !begins_section(text_, line));
    return line;
  }

  std::string_view text_;
  const Roll& roll_;
  Edits edits_;
  YearRoller years_;
  Tree tree_;
  const toml::table& root_;
};

}  // namespace

std::variant<std::string, Message> roll_file(std::string_view text, const Roll& roll) {
  return FileRoller(text, roll).roll();
}

}  // namespace saldo
