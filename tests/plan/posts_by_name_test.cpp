#include "plan/posts_by_name.h"

#include "plan/address.h"
#include "support/catch.h"
#include "support/small_plan.h"

using namespace saldo;

TEST_CASE("posts are found by name as they are when looked for one by one") {
  PostsByName posts;
  for (const Project& project : real_plan().plan.projects)
    for (const Post& post : project.posts)
      for (const std::string& name : {post.nr.str(), post.naam.str(), post.naam + "x"}) {
        const auto found = posts.find(project, name);
        CHECK(std::vector<std::size_t>(found.begin(), found.end()) == find_posts(project, name));
      }
}

TEST_CASE("a number that is no more than a place does not last, and a naam of two posts means both") {
  Project project;
  project.nr = "1";
  for (const char* naam : {"a", "b", "a"}) {
    Post post;
    post.nr = std::to_string(project.posts.size() + 1);
    post.naam = naam;
    project.posts.push_back(post);
  }
  project.posts[1].own_nr = true;
  PostsByName posts;
  CHECK(posts.find(project, "3").size() == 1);
  CHECK(posts.find_lasting(project, "3").empty());
  CHECK(posts.find_lasting(project, "2").front() == 1);
  CHECK(posts.find_lasting(project, "a").size() == 2);
  project.posts.pop_back();
  posts.forget(project);
  CHECK(posts.find_lasting(project, "a").size() == 1);
  Post last;
  last.nr = "z";
  last.naam = "a";
  project.posts.push_back(last);
  posts.add_last(project);
  CHECK(posts.find_nr(project, "z").front() == 2);
  CHECK(posts.find(project, "a").size() == 2);
}
