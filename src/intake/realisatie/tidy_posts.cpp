#include "intake/realisatie/tidy_posts.h"

#include <algorithm>

#include "base/finding/suggest.h"
#include "base/text.h"
#include "intake/excel.h"
#include "intake/realisatie/row_words.h"
#include "plan/address.h"

namespace saldo {

namespace {

bool has_post_called(const Project& project, std::string_view naam) {
  return std::any_of(project.posts.begin(), project.posts.end(),
                     [naam](const Post& post) { return folded(post.naam) == folded(naam); });
}

}  // namespace

TidyPosts::TidyPosts(const Plan& plan, Findings& findings) : plan_(plan), findings_(findings) {
  for (std::size_t p = 0; p < plan.projects.size(); ++p) projects_.emplace(plan.projects[p].nr, p);
}

std::optional<ProjectId> TidyPosts::find_project(const Named& nr) {
  const auto found = projects_.find(nr.name);
  if (found != projects_.end()) return static_cast<ProjectId>(found->second);
  tell_unknown_project(nr);
  return std::nullopt;
}

std::optional<ActualSide> TidyPosts::find(const TidyNames& row) {
  const std::optional<ProjectId> found = find_project(row.project);
  if (!found || !has_readable_texts(row)) return std::nullopt;
  const Project& project = plan_.project(*found);
  ActualSide side{*found, {}, {}, {}};
  if (!row.post.name.empty()) {
    side.post = find_by_nr(row, project);
    return side.post ? std::optional(side) : std::nullopt;
  }
  if (row.naam.name.empty()) {
    tell(Rule::onbekende_post, row.post, say("this row says no post"), say("write its nr or its naam"));
    return std::nullopt;
  }
  const std::size_t before = findings_.size();
  side.post = find_one(project, row.naam);
  if (side.post) return side;
  if (findings_.size() > before || !is_unbudgeted(row, project)) return std::nullopt;
  side.naam = row.naam.name;
  return side;
}

void TidyPosts::tell(Rule rule, const Named& at, Message message, Message help) {
  findings_.push_back({rule, at.place, std::move(message), {}, std::move(help)});
}

// These come to stand in the record, where no mark is hidden and all of a text is shown.
bool TidyPosts::has_readable_texts(const TidyNames& row) {
  bool readable = true;
  for (const Named* text : {&row.naam, &row.toelichting}) {
    if (has_deceptive_character(text->name)) {
      tell(Rule::naam_teken, *text, say("in this text stands a mark that nobody sees"), say("type the text again"));
      readable = false;
    } else if (count_code_points(text->name) > max_text) {
      tell(Rule::verkeerde_waarde, *text,
           say("this text has {} characters, and at most {} are shown", count_code_points(text->name), max_text),
           say("make it shorter"));
      readable = false;
    }
  }
  return readable;
}

void TidyPosts::tell_unknown_project(const Named& nr) {
  const Message message = say("there is no {} `{}`", "project", nr.name);
  for (const std::string& before : before_excel(nr.name))
    if (projects_.contains(before)) return tell(Rule::onbekend_project, nr, message, excel_help(before));
  std::vector<std::string_view> known;
  for (const Project& project : plan_.projects) known.push_back(project.nr);
  tell(Rule::onbekend_project, nr, message,
       suggests_more(findings_) ? did_you_mean(likely_names(nr.name, known)) : Message{});
}

// Nothing where there is none; where there are several, that is told.
std::optional<std::uint32_t> TidyPosts::find_one(const Project& project, const Named& written) {
  const auto found = posts_.find(project, written.name);
  if (found.size() == 1) return static_cast<std::uint32_t>(found.front());
  if (found.size() > 1)
    findings_.push_back(
        ambiguous_post(Rule::onbekende_post, written.place, project, written.name, {found.begin(), found.end()}));
  return std::nullopt;
}

std::optional<std::uint32_t> TidyPosts::find_by_nr(const TidyNames& row, const Project& project) {
  const std::size_t before = findings_.size();
  const std::optional<std::uint32_t> found = find_one(project, row.post);
  if (!found && findings_.size() == before)
    tell(Rule::onbekende_post, row.post, say("project {} has no post {}", project.nr, row.post.name),
         suggests_more(findings_) ? did_you_mean(likely_posts(project, row.post.name)) : Message{});
  if (!found || row.naam.name.empty()) return found;
  const Post& post = project.posts[*found];
  if (folded(row.naam.name) == folded(post.naam)) return found;
  tell_other_naam(row, project, post);
  return std::nullopt;
}

// A nr is often a place, which moves; and a spreadsheet makes 3.1 of 3.10. The naam beside it shows that.
void TidyPosts::tell_other_naam(const TidyNames& row, const Project& project, const Post& post) {
  Message help = say("write the naam as the plan has it, or leave it empty");
  for (const std::string& before : before_excel(project.nr))
    if (const auto other = projects_.find(before);
        other != projects_.end() && has_post_called(plan_.projects[other->second], row.naam.name))
      help = excel_help(before);
  if (const auto same = posts_.find(project, row.naam.name); same.size() == 1)
    help = say("post {} has that naam", project.posts[same.front()].nr);
  tell(Rule::onbekende_post, row.naam,
       say("post {} of {} is `{}` in the plan, and `{}` in this row", post.nr, project.nr, post.naam, row.naam.name),
       std::move(help));
  findings_.back().related.push_back({post.place, say("post {} is here", post.nr)});
}

// A naam that is almost that of a post would count apart from it.
bool TidyPosts::is_unbudgeted(const TidyNames& row, const Project& project) {
  for (const Post& post : project.posts) {
    if (folded(post.naam) != folded(row.naam.name)) continue;
    tell(Rule::onbekende_post, row.naam,
         say("project {} has a post `{}`, and this is `{}`", project.nr, post.naam, row.naam.name),
         say("write it as the plan has it"));
    return false;
  }
  if (!row.toelichting.name.empty()) return true;
  tell(Rule::onbekende_post, row.naam,
       say("project {} has no post `{}`, so this was not budgeted: it says why", project.nr, row.naam.name),
       say("write a `toelichting` beside it, or the naam of the post as the plan has it"));
  return false;
}

}  // namespace saldo
