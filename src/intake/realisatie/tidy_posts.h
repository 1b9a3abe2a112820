// Which post a row of --tidy is about. Private to intake/.
#pragma once

#include <map>
#include <optional>
#include <string_view>

#include "intake/realisatie/gathering.h"
#include "plan/posts_by_name.h"

namespace saldo {

// What a row says of it; an empty name: nothing stands there.
struct TidyNames {
  Named project, post, naam, toelichting;
};

class TidyPosts {
 public:
  TidyPosts(const Plan& plan, Findings& findings);

  // The post with this nr, whose naam has to be the one of the row; else the one with this naam; else what was not
  // budgeted and says why. Nothing where it is none of these, and then it is told. The direction is left open.
  std::optional<ActualSide> find(const TidyNames& row);

  // The project with this nr; nothing where there is none, and then it is told.
  std::optional<ProjectId> find_project(const Named& nr);

 private:
  void tell(Rule rule, const Named& at, Message message, Message help = {});
  void tell_unknown_project(const Named& nr);
  void tell_other_naam(const TidyNames& row, const Project& project, const Post& post);
  bool has_readable_texts(const TidyNames& row);
  std::optional<std::uint32_t> find_one(const Project& project, const Named& written);
  std::optional<std::uint32_t> find_by_nr(const TidyNames& row, const Project& project);
  bool is_unbudgeted(const TidyNames& row, const Project& project);

  const Plan& plan_;
  Findings& findings_;
  PostsByName posts_;
  std::map<std::string_view, std::size_t> projects_;
};

}  // namespace saldo
