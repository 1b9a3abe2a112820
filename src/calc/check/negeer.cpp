#include "calc/check/negeer.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/say.h"
#include "plan/posts_by_name.h"

namespace saldo {

namespace {

// The projects and posts of a plan by their names.
class KnownByName {
 public:
  explicit KnownByName(const Plan& plan) : plan_(plan) {
    for (const Project& project : plan.projects) projects_.try_emplace(project.nr, &project);
  }

  const Post* post(const Project& project, std::string_view nr) {
    constexpr std::size_t few = 64;  // which are looked through sooner than listed
    if (project.posts.size() <= few) {
      const auto post =
          std::find_if(project.posts.begin(), project.posts.end(), [nr](const Post& one) { return one.nr == nr; });
      return post == project.posts.end() ? nullptr : &*post;
    }
    const auto found = posts_.find_nr(project, nr);
    return found.empty() ? nullptr : &project.posts[found.front()];
  }
  const Post* post(const Address& subject) {
    const Project* project = subject.post.empty() ? nullptr : find(projects_, subject.project);
    return project == nullptr ? nullptr : post(*project, subject.post);
  }

  // Whether a post is the only one that this means for as long as it stands there: by its own nr, or by its naam.
  bool means(const Address& subject, std::string_view nr_or_naam) {
    const Project* project = subject.post.empty() ? nullptr : find(projects_, subject.project);
    if (project == nullptr) return false;
    const auto posts = posts_.find_lasting(*project, nr_or_naam);
    return posts.size() == 1 && project->posts[posts.front()].nr == subject.post;
  }

  // The project in which what a [[negeer]] gives for a post is only the place of one.
  const Project* project_of_place(const Negeer& negeer) {
    if (negeer.post.empty()) return nullptr;
    if (negeer.project.empty()) return find(first_places(), negeer.post);
    const Project* project = find(projects_, negeer.project);
    return project != nullptr && is_only_place(*project, negeer.post) ? project : nullptr;
  }

 private:
  using ProjectByName = std::unordered_map<std::string_view, const Project*>;

  static const Project* find(const ProjectByName& all, std::string_view name) {
    const auto found = all.find(name);
    return found == all.end() ? nullptr : found->second;
  }

  bool is_only_place(const Project& project, std::string_view name) {
    return posts_.find_lasting(project, name).empty() && post(project, name) != nullptr;
  }

  const ProjectByName& first_places() {
    if (!first_places_.empty()) return first_places_;
    for (const Project& project : plan_.projects)
      for (const Post& post : project.posts)
        if (is_only_place(project, post.nr)) first_places_.try_emplace(post.nr, &project);
    return first_places_;
  }

  const Plan& plan_;
  ProjectByName projects_;
  ProjectByName first_places_;  // by a name that is no more than a place there
  PostsByName posts_;
};

Diagnostic unused(KnownByName& names, const Negeer& negeer) {
  const std::string id(info(*negeer.regel).id);
  if (const Project* project = names.project_of_place(negeer))
    return {Rule::negeer_ongebruikt,
            negeer.place,
            say("post {} of project {} has no nr of its own: that is its place, and this [[negeer]] follows no place",
                negeer.post, project->nr),
            {},
            say("write post = \"{}\" if that post is meant, or give it nr = \"{}\"",
                names.post(*project, negeer.post)->naam, negeer.post),
            {negeer.project, negeer.post, id, negeer.jaar}};
  return {Rule::negeer_ongebruikt,
          negeer.place,
          say("`{}` finds nothing that this [[negeer]] could set aside", id),
          {},
          say("take it out, or see whether its project, post, doel and jaar are right"),
          {negeer.project, negeer.post, id, negeer.jaar}};
}

// Where it is larger than was looked at, it is told, with what was accepted. A finding without an amount cannot grow.
bool exceeds(const Negeer& negeer, Diagnostic& finding) {
  const auto* off_by = std::get_if<Money>(&finding.extent);
  if (!negeer.hoogstens || off_by == nullptr || off_by->size() <= *negeer.hoogstens) return false;
  finding.related.push_back(
      {negeer.place, say("set aside as long as it is at most {}: it is {} now", *negeer.hoogstens, off_by->size())});
  return true;
}

// The [[negeer]]s of a plan by what they give.
class Ignored {
 public:
  Ignored(const Plan& plan, KnownByName& names) : names_(names) {
    for (std::size_t i = 0; i < plan.negeer.size(); ++i) {
      const Negeer& negeer = plan.negeer[i];
      by_key_[{*negeer.regel, {negeer.project, negeer.post, negeer.doel, negeer.jaar}}].push_back(i);
    }
  }

  // Those that match a finding, in the order of the plan.
  std::vector<std::size_t> find(const Diagnostic& finding) {
    std::vector<std::size_t> found;
    for (const std::string& post : posts_that_match(finding))
      for (const std::string& project : either(finding.subject.project))
        for (const std::string& doel : either(is_of_goals(finding.rule) ? finding.subject.figure : ""))
          for (const std::optional<Year> year : {std::optional<Year>(), finding.subject.year})
            add(found, {finding.rule, {project, post, doel, year}});
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

 private:
  static std::vector<std::string> either(const std::string& name) { return {"", name}; }

  // A [[negeer]] knows a post by its own nr or its naam, so that it stays with that post when another is put in above it.
  std::vector<std::string> posts_that_match(const Diagnostic& finding) {
    std::vector<std::string> posts{""};
    const std::string& nr = finding.subject.post;
    const bool is_own = finding.post_naam.empty();
    if (is_own || names_.means(finding.subject, nr)) posts.push_back(nr);
    if (const Post* post = names_.post(finding.subject); post != nullptr && names_.means(finding.subject, post->naam))
      posts.push_back(post->naam);
    return posts;
  }

  void add(std::vector<std::size_t>& found, const std::pair<Rule, Address>& key) const {
    const auto at = by_key_.find(key);
    if (at != by_key_.end()) found.insert(found.end(), at->second.begin(), at->second.end());
  }

  KnownByName& names_;
  std::map<std::pair<Rule, Address>, std::vector<std::size_t>> by_key_;
};

}  // namespace

void name_posts(const Plan& plan, Findings& findings) {
  KnownByName names(plan);
  for (Diagnostic& finding : findings)
    if (const Post* post = names.post(finding.subject); post != nullptr && !post->own_nr)
      finding.post_naam = post->naam;
}

void drop_ignored(const Plan& plan, Findings& findings) {
  if (plan.negeer.empty()) return;
  KnownByName names(plan);
  Ignored ignored(plan, names);
  std::vector<bool> used(plan.negeer.size());
  Findings kept;
  for (Diagnostic& finding : findings) {
    bool drop = false;
    for (const std::size_t negeer : ignored.find(finding)) {
      used[negeer] = true;
      drop = !exceeds(plan.negeer[negeer], finding) || drop;
    }
    if (!drop) kept.push_back(std::move(finding));
  }
  for (std::size_t i = 0; i < used.size(); ++i)
    if (!used[i]) kept.push_back(unused(names, plan.negeer[i]));
  findings = std::move(kept);
}

}  // namespace saldo
