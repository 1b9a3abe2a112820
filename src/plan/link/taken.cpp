#include "plan/link/taken.h"

#include <algorithm>
#include <span>

#include "base/say.h"
#include "base/text.h"
#include "plan/address.h"
#include "plan/link/names.h"

namespace saldo {

namespace {

// A word of addresses and tables, and what it stands for.
struct Taken {
  std::string_view word;
  Marked by;
};

constexpr Taken of_all[] = {
    {"totaal", marked("the plan as a whole")},
    {"tussen", marked("what goes between programmalijnen, in `saldo overlap`")},
    {"investeringsbudget", marked("the project that [plan] names as investeringsbudget")},
};
// In a plan with kinds.
constexpr Taken of_posts_of_kinds[] = {
    {"toevoeging", marked("the toevoeging of its project")},
    {"onttrekking", marked("the onttrekking of its project")},
    {"resultaat", marked("the resultaat of its project")},
};
constexpr Taken of_posts[] = {
    {"opening", marked("the opening of its project")},     {"baten", marked("the baten of its project")},
    {"lasten", marked("the lasten of its project")},       {"saldo", marked("the saldo of its project")},
    {"eindsaldo", marked("the eindsaldo of its project")},
};

void refuse(std::string_view noun, const std::string& name, std::string_view by, Place place, Findings& findings) {
  report(findings, Rule::dubbel_nr, place,
         say("{} cannot be called `{}`: that word is taken by {}", noun, name, phrase(by)),
         say("give it another name, such as `{}-1`", name));
}

// Whatever the case: a table has room for but one of them.
void check_word(std::string_view noun, const std::string& name, std::string_view word, std::span<const Taken> words,
                Place place, Findings& findings) {
  const std::string folded_word = folded(word);
  for (const Taken& taken : words)
    if (folded_word == taken.word) refuse(noun, name, taken.by, place, findings);
}

// Any of Unicode that may stand in a text; an accent is nothing by itself either, but takes no column.
bool is_space(std::string_view point) { return folded(point).empty() && display_width(point) > 0; }

bool begins_with_space(std::string_view name) { return is_space(first_code_point(name)); }
bool ends_with_space(std::string_view name) {
  std::size_t last = name.size();
  while (last > 0 && is_inside_code_point(name[last - 1])) --last;
  return last > 0 && is_space(name.substr(last - 1));
}

void check_spaces(std::string_view noun, const std::string& name, Place place, Findings& findings) {
  if (!begins_with_space(name) && !ends_with_space(name)) return;
  report(findings, Rule::naam_teken, place,
         say("{} `{}` has a space at the end or the beginning, which nobody sees", noun, name),
         say("take the space out"));
}

// The first slash of an address ends whose it is.
void check_slash(std::string_view noun, const std::string& name, Place place, Findings& findings) {
  if (name.find('/') == std::string::npos) return;
  std::string other = name;
  std::replace(other.begin(), other.end(), '/', '-');
  report(findings, Rule::dubbel_nr, place,
         say("{} cannot be called `{}`: a / parts what stands in an address, such as 3.18/12/lasten", noun, name),
         say("write it with another mark: `{}`", other));
}

void check_whose(std::string_view noun, const std::string& name, Place place, Findings& findings) {
  check_word(noun, name, name, of_all, place, findings);
  check_spaces(noun, name, place, findings);
  check_slash(noun, name, place, findings);
  if (name.starts_with("index.")) refuse(noun, name, marked("an index, as in `--set index.loon=4`"), place, findings);
}

// 12/lasten would be the lasten of post 12; any other slash is read as part of the nr.
std::string_view last_word(std::string_view nr) { return nr.substr(nr.rfind('/') + 1); }

void check_post(const Plan& plan, const Post& post, Findings& findings) {
  if (!post.own_nr) return;
  check_word("post", post.nr, last_word(post.nr), of_posts, post.place, findings);
  if (plan.has_soorten()) check_word("post", post.nr, last_word(post.nr), of_posts_of_kinds, post.place, findings);
  check_spaces("post", post.nr, post.place, findings);
  const std::optional<Year> year = read_year(last_word(post.nr));
  if (year && plan.years.contains(*year))
    refuse("post", post.nr, marked("the year of an address, such as 3.18/2026"), post.place, findings);
  if (post.nr.view().find("..") != std::string::npos)
    refuse("post", post.nr, marked("a row of posts, as in over = \"2..11\""), post.place, findings);
}

}  // namespace

void check_taken_names(const Plan& plan, Findings& findings) {
  for (const Programmalijn& line : plan.lines) check_whose("programmalijn", line.id, line.place, findings);
  for (const Project& project : plan.projects) {
    check_whose("project", project.nr, project.place, findings);
    for (const Post& post : project.posts)
      if (!post.automatic) check_post(plan, post, findings);
  }
}

}  // namespace saldo
