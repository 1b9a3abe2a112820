// examples/ci is what people copy, so it is run: the hook in a git repository, the lines of the YAML files in a folder.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "support/catch.h"
#include "support/support.h"

namespace fs = std::filesystem;

namespace {

const fs::path examples = SALDO_SOURCE_DIR "/examples";

const std::string good_plan = read_text(examples / "klein/plan.toml");

// A controle that no longer holds.
std::string unbalanced_plan() {
  std::string plan = good_plan;
  const std::string printed = "eindsaldo = { 2026 = 59_900";
  return plan.replace(plan.find(printed), printed.size(), "eindsaldo = { 2026 = 59_901");
}

std::size_t indent_of(const std::string& line) { return std::min(line.find_first_not_of(' '), line.size()); }

// What a YAML file has under `key:` that a shell runs: on the line itself, or in the block or list under it.
std::vector<std::string> shell_lines(const fs::path& file, const std::string& key) {
  std::vector<std::string> lines;
  std::ifstream in(file);
  std::size_t block = std::string::npos;  // the indent of the key whose block this is
  for (std::string line; std::getline(in, line);) {
    const std::size_t indent = indent_of(line);
    if (block != std::string::npos && indent > block) {
      const std::string text = line.substr(indent);
      lines.push_back(text.starts_with("- ") ? text.substr(2) : text);
      continue;
    }
    block = std::string::npos;
    if (line.compare(indent, key.size() + 1, key + ":") != 0) continue;
    const std::string rest = line.substr(std::min(line.size(), indent + key.size() + 2));
    if (rest.empty() || rest == "|") block = indent;
    else lines.push_back(rest);
  }
  return lines;
}

// A folder with the plan and a `saldo` on the PATH; `prints` runs a line there, as a CI job would.
struct Checkout {
  explicit Checkout(const std::string& plan) : folder({{"begroting/plan.toml", plan}, {"bin/.keep", ""}}) {
    fs::create_symlink(saldo_program(), folder.folder / "bin/saldo");
  }
  std::string prints(const std::string& line) const {
    return shell_prints("cd '" + folder.path() + "' && export PATH='" + folder.file("bin") +
                        "':\"$PATH\" GITHUB_STEP_SUMMARY=summary.md" + " HOME='" + folder.path() +
                        "' GIT_CONFIG_NOSYSTEM=1 LC_ALL=C; unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE\n" + line);
  }
  TempPlan folder;
};

// The lines that do not end well, with how they end.
std::vector<std::string> refused(const Checkout& checkout, const std::vector<std::string>& lines) {
  std::vector<std::string> failed;
  for (const std::string& line : lines) {
    const std::string said = checkout.prints("bash -eo pipefail -c " + std::string("'") + line + "'");
    const std::size_t exit = said.rfind("[exit ");
    if (exit != std::string::npos) failed.push_back(line + ' ' + said.substr(exit));
  }
  return failed;
}

using Lines = std::vector<std::string>;

void set_plan(const Checkout& checkout, const std::string& plan) {
  std::ofstream(checkout.folder.file("begroting/plan.toml")) << plan;
}

// Of a plan that adds up no longer, what was found stands in it.
void keeps_paper(const Checkout& checkout) {
  const std::string paper = read_text(checkout.folder.file("begroting.html"));
  CHECK(paper.starts_with("<!DOCTYPE html>\n"));
  CHECK(has(paper, "[controle]"));
}

const std::string commit =
    "git add -A begroting && git -c user.name=x -c user.email=x@example.org commit -qm wijziging";

}  // namespace

TEST_CASE("the hook lets a plan without findings through and refuses a commit with a controle that no longer holds") {
  if (!have("git")) SKIP("git is not installed");
  const Checkout checkout(good_plan);
  checkout.prints("git init -q . && cp '" + (examples / "ci/pre-commit").string() + "' .git/hooks/pre-commit");
  CHECK(checkout.prints(commit).ends_with("\n1 note\n"));

  set_plan(checkout, unbalanced_plan());
  const std::string refusal = checkout.prints(commit);
  INFO(refusal);
  CHECK(refusal.starts_with("begroting/plan.toml:"));
  CHECK(refusal.find("[controle]") != std::string::npos);
  CHECK(refusal.ends_with("[exit 1]"));
  CHECK(checkout.prints("git rev-list --count HEAD") == "1\n");
  // A commit that does not touch the plan is not its business.
  CHECK(checkout.prints("git reset -q && touch los && git add los && git -c user.name=x -c user.email=x@example.org "
                        "commit -qm los") == "");
}

TEST_CASE("the hook looks at what is committed, not at what else is in the folder") {
  if (!have("git")) SKIP("git is not installed");
  const Checkout checkout(good_plan);
  checkout.prints("git init -q . && cp '" + (examples / "ci/pre-commit").string() + "' .git/hooks/pre-commit");
  const std::string staged_only = "git -c user.name=x -c user.email=x@example.org commit -qm wijziging";
  checkout.prints("git add begroting");
  set_plan(checkout, unbalanced_plan());
  CHECK(checkout.prints(staged_only).ends_with("\n1 note\n"));
  checkout.prints("git add begroting");
  set_plan(checkout, good_plan);
  CHECK(checkout.prints(staged_only).ends_with("[exit 1]"));
}

TEST_CASE("every line of the GitHub workflow runs, and the check, and only that, refuses an unbalanced plan") {
  const Lines lines = shell_lines(examples / "ci/github-actions.yml", "run");
  REQUIRE(lines.size() == 7);
  const Checkout good(good_plan), bad(unbalanced_plan());
  CHECK(refused(good, lines) == Lines{});
  CHECK(refused(bad, lines) == Lines{lines[1] + " [exit 1]"});
  CHECK(lines[1].ends_with("--format github"));
  CHECK(read_text(bad.folder.file("summary.md")).starts_with("## Begroting\n"));
  CHECK_FALSE(read_text(bad.folder.file("saldo.sarif")).empty());
  keeps_paper(bad);
}

TEST_CASE("every line of the GitLab job runs, and the check, and only that, refuses an unbalanced plan") {
  Lines lines = shell_lines(examples / "ci/gitlab-ci.yml", "before_script");
  REQUIRE(lines.size() == 1);
  const Lines script = shell_lines(examples / "ci/gitlab-ci.yml", "script");
  REQUIRE(script.size() == 6);
  lines.insert(lines.end(), script.begin(), script.end());
  const Checkout good(good_plan), bad(unbalanced_plan());
  CHECK(refused(good, lines) == Lines{});
  CHECK(refused(bad, lines) == Lines{"saldo check begroting $known --format junit > saldo.xml [exit 1]"});
  CHECK_FALSE(read_text(bad.folder.file("saldo.xml")).empty());
  keeps_paper(bad);
}

// What stands in the way of reading it is what the reports are for.
TEST_CASE("the examples for CI refuse a plan that cannot be read, and all reports are there") {
  const Checkout checkout(good_plan + "budget = 5.000\nbudget = 5.000\n");
  Lines script = shell_lines(examples / "ci/gitlab-ci.yml", "script");
  std::string job;
  for (const std::string& line : script) job += line + '\n';
  std::ofstream(checkout.folder.file("job.sh")) << job;
  CHECK(checkout.prints("sh -e job.sh 2>/dev/null").ends_with("[exit 2]"));
  CHECK(read_text(checkout.folder.file("saldo.xml")).find("<failure") != std::string::npos);
  CHECK(read_text(checkout.folder.file("gl-code-quality-report.json")).find("begroting/plan.toml") !=
        std::string::npos);

  const Lines lines = shell_lines(examples / "ci/github-actions.yml", "run");
  CHECK(refused(checkout, lines) == Lines{lines[1] + " [exit 2]"});
  CHECK(read_text(checkout.folder.file("saldo.sarif")).find("\"startLine\"") != std::string::npos);
}

TEST_CASE("the examples for CI tell nothing that was accepted") {
  if (!have("git")) SKIP("git is not installed");
  const Checkout checkout(unbalanced_plan());
  checkout.prints("saldo check begroting --write-baseline begroting/bekend.txt");
  const Lines lines = shell_lines(examples / "ci/github-actions.yml", "run");
  const auto with_known = [&](const std::string& line) {
    return checkout.prints("KNOWN=begroting/bekend.txt\n" + line);
  };
  CHECK(with_known(lines[1]) == "saldo: no findings\n");
  std::string job;
  for (const std::string& line : shell_lines(examples / "ci/gitlab-ci.yml", "script")) job += line + '\n';
  std::ofstream(checkout.folder.file("job.sh")) << job;
  CHECK(checkout.prints("sh -e job.sh") == "written: begroting.html\n");
  CHECK(read_text(checkout.folder.file("gl-code-quality-report.json")) == "[]\n");
  checkout.prints("git init -q . && cp '" + (examples / "ci/pre-commit").string() + "' .git/hooks/pre-commit");
  CHECK(checkout.prints(commit).ends_with("no new findings\n"));
}

TEST_CASE("the GitHub workflow may do what its steps need, in a private repository too") {
  const std::string workflow = read_text(examples / "ci/github-actions.yml");
  for (const char* part :
       {"  contents: read\n", "  actions: read #", "  security-events: write #", "GitHub Code Security"})
    CHECK(workflow.find(part) != std::string::npos);
}

TEST_CASE("the examples for CI, and those of init, keep the paper they make with the run") {
  for (const std::string file : {"examples/ci/github-actions.yml", "src/start/github.yml"}) {
    const std::string workflow = read_text(SALDO_SOURCE_DIR "/" + file);
    const std::size_t kept = workflow.find("uses: actions/upload-artifact@");
    INFO(file);
    REQUIRE(kept != std::string::npos);
    CHECK(workflow.find("-o begroting.html") < kept);
    CHECK(workflow.find(
              "        if: always()\n        with:\n          name: begroting\n          path: begroting.html\n",
              kept) < workflow.find("      - ", kept));
  }
  for (const std::string file : {"examples/ci/gitlab-ci.yml", "src/start/gitlab.yml"}) {
    INFO(file);
    const std::string job = read_text(SALDO_SOURCE_DIR "/" + file);
    CHECK(has(job, "-o begroting.html"));
    CHECK(has(job, "  artifacts:\n    when: always\n    paths: [begroting.csv, begroting.html]\n"));
  }
}

// A CI server matches paths with those of the repository.
TEST_CASE("check names files from the top of the repository, wherever it runs") {
  if (!have("git")) SKIP("git is not installed");
  const Checkout checkout(unbalanced_plan());
  CHECK(checkout.prints("mkdir los buiten && cp -r begroting los/los-plan") == "");
  const auto named = [&](const std::string& line) {
    const std::string said = checkout.prints(line + " --format github");
    const std::size_t at = said.find("file=") + 5;
    return said.substr(at, said.find(',', at) - at);
  };
  CHECK(named("unset GITHUB_WORKSPACE; cd begroting && saldo check .") == "plan.toml");  // no repository
  checkout.prints("git init -q .");
  for (const char* set :
       {"unset GITHUB_WORKSPACE; ", "export GITHUB_WORKSPACE=\"$PWD\"; ", "export GITHUB_WORKSPACE=/nergens; "}) {
    INFO(set);
    for (const char* line :
         {"saldo check begroting", "cd begroting && saldo check .", "cd begroting && saldo check plan.toml",
          "cd los && saldo check ../begroting", "cd los && saldo check \"$PWD/../begroting\""})
      CHECK(named(std::string(set) + line) == "begroting/plan.toml");
  }
  CHECK(checkout.prints("cd begroting && saldo check . --format sarif").find("\"uri\": \"begroting/plan.toml\"") !=
        std::string::npos);
  const TempPlan elsewhere({{"plan.toml", unbalanced_plan()}});
  CHECK(checkout.prints("unset GITHUB_WORKSPACE; saldo check '" + elsewhere.path() + "' --format github")
            .find("plan.toml lies outside the repository") != std::string::npos);
}

TEST_CASE("check names files from the top of the repository of the plan, where it runs in another") {
  if (!have("git")) SKIP("git is not installed");
  const Checkout checkout(unbalanced_plan());
  CHECK(checkout.prints("mkdir cijfers gereedschap && mv begroting cijfers && git init -q cijfers && git init -q "
                        "gereedschap") == "");
  // Also in a job that has checked out both in a workspace that is no repository.
  for (const char* set : {"unset GITHUB_WORKSPACE; ", "export GITHUB_WORKSPACE=\"$PWD\"; "}) {
    INFO(set);
    const std::string here = set + std::string("cd gereedschap && saldo check ../cijfers/begroting --format ");
    CHECK(has(checkout.prints(here + "github"), "file=begroting/plan.toml,"));
    CHECK(has(checkout.prints(here + "sarif"), "\"uri\": \"begroting/plan.toml\""));
    CHECK(has(checkout.prints(here + "gitlab"), "\"path\": \"begroting/plan.toml\""));
    CHECK_FALSE(has(checkout.prints(here + "github"), "outside the repository"));
  }
}

TEST_CASE("the entry of the pre-commit configuration refuses an unbalanced plan") {
  const Lines lines = shell_lines(examples / "ci/pre-commit-config.yaml", "entry");
  REQUIRE(lines.size() == 1);
  REQUIRE(lines[0].starts_with("saldo check begroting #"));
  CHECK(refused(Checkout(good_plan), lines) == Lines{});
  CHECK(refused(Checkout(unbalanced_plan()), lines) == Lines{lines[0] + " [exit 1]"});
}

TEST_CASE("the examples for CI are YAML and shell") {
  const std::string ci = (examples / "ci").string();
  if (have("shellcheck")) CHECK(shell_prints("shellcheck '" + ci + "/pre-commit'") == "");
  if (!have("python3") || shell_prints("python3 -c 'import yaml'") != "") SKIP("python3 with yaml is not installed");
  CHECK(shell_prints("cd '" + ci +
                     "' && python3 -c 'import glob, yaml; [yaml.safe_load(open(f)) for f in glob.glob(\"*.y*ml\")]'") ==
        "");
}
