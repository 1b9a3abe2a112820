// Nothing that a repository names is started when a plan in it is compared. Each bait is proved first: git itself, asked
// plainly, takes it.
#include <filesystem>
#include <fstream>

#include "support/catch.h"
#include "support/support.h"

namespace fs = std::filesystem;

namespace {

struct Bait {
  const char* what;
  const char* set;     // in the top of the repository; "$aas" is a program that leaves the file `gestart` there
  const char* proof;   // starts it
  const char* said;    // by saldo, among other things
  const char* folder;  // where saldo is started
};

// Of a revision with `missing` a blob is gone, as in a partial clone: git would ask the remote x for it.
#define MISSING                                                                                           \
  "git config core.repositoryFormatVersion 1; git config extensions.partialClone x; git config "          \
  "remote.x.promisor true; blob=$(git rev-parse eerste:plan/plan.toml); rm -f .git/objects/$(echo $blob " \
  "| cut -c1-2)/$(echo $blob | cut -c3-); "

const char* const same = "No differences.";
const char* const lacks = "git does not have all files of this revision";
const char* const ask = "git cat-file -p eerste:plan/plan.toml";
const char* const attributes = "echo '*.toml filter=x diff=x' > .gitattributes; ";

const std::vector<Bait> baits = {
    {"hooks",
     "for haak in pre-commit post-index-change reference-transaction post-checkout; do ln -s $aas .git/hooks/$haak; "
     "done",
     "git commit --allow-empty -m x", same, "."},
    {"core.hooksPath", "mkdir haken; ln -s $aas haken/pre-commit; git config core.hooksPath haken",
     "git commit --allow-empty -m x", same, "."},
    {"core.fsmonitor", "git config core.fsmonitor $aas", "git status", same, "."},
    {"include.path", "printf '[core]\\nfsmonitor = %s\\n' $aas > .git/meer; git config include.path meer", "git status",
     same, "."},
    {"includeIf", "printf '[core]\\nfsmonitor = %s\\n' $aas > .git/meer; git config includeIf.gitdir:**.path meer",
     "git status", same, "."},
    {"config.worktree", "git config extensions.worktreeConfig true; git config --worktree core.fsmonitor $aas",
     "git status", same, "."},
    {"a .git that is a file", "git config core.fsmonitor $aas; mv .git kluis; echo 'gitdir: kluis' > .git",
     "git status", same, "."},
    {"core.alternateRefsCommand",
     "git clone -q --bare . ander; git config core.alternateRefsCommand $aas; echo $PWD/ander/objects > "
     ".git/objects/info/alternates",
     "git fetch -q ander", same, "."},
    {"a clean filter", "git config filter.x.clean $aas",
     "git hash-object --path=plan/plan.toml --stdin < plan/plan.toml", same, "."},
    {"a smudge filter", "git config filter.x.smudge $aas", "git cat-file --filters HEAD:plan/plan.toml", same, "."},
    {"a filter that stays", "git config filter.x.process $aas; git config filter.x.required true",
     "git cat-file --filters HEAD:plan/plan.toml", same, "."},
    {"textconv", "git config diff.x.textconv $aas", "git cat-file --textconv HEAD:plan/plan.toml", same, "."},
    {"a diff of its own", "git config diff.x.command $aas", "git diff eerste nieuw", same, "."},
    {"diff.external", "git config diff.external $aas", "git diff eerste nieuw", same, "."},
    {"GIT_EXTERNAL_DIFF", "", "GIT_EXTERNAL_DIFF=$aas git diff eerste nieuw", same, "."},
    {"core.pager", "git config core.pager $aas", "script -qec 'git log' /dev/null", same, "."},
    {"a pager per command", "for deel in diff ls-tree cat-file rev-parse; do git config pager.$deel $aas; done",
     "script -qec 'git ls-tree HEAD' /dev/null", same, "."},
    {"aliases", "for deel in x ls-tree cat-file rev-parse for-each-ref; do git config alias.$deel \"!$aas\"; done",
     "git x", same, "."},
    {"gpg.program", "git config gpg.program $aas; git config log.showSignature true",
     "git commit -S --allow-empty -m x", same, "."},
    {"a promisor remote", MISSING "git config remote.x.url .; git config remote.x.uploadpack $aas", ask, lacks, "."},
    {"a helper of a remote",
     MISSING "git config remote.x.url \"$aas \"; git config remote.x.vcs ext; git config protocol.ext.allow always",
     ask, lacks, "."},
    {"core.sshCommand", MISSING "git config remote.x.url ssh://x/y; git config core.sshCommand $aas", ask, lacks, "."},
    {"core.gitProxy", MISSING "git config remote.x.url git://x/y; git config core.gitProxy $aas", ask, lacks, "."},
    {"url.*.insteadOf",
     MISSING
     "git config remote.x.url y:z; git config url.\"ext::$aas \".insteadOf y:; git config protocol.ext.allow always",
     ask, lacks, "."},
    {"a credential helper", MISSING "git config remote.x.url https://127.0.0.1:9/y; git config credential.helper $aas",
     "printf 'protocol=https\\nhost=x\\n\\n' | git credential fill", lacks, "."},
    {"a submodule url",
     "git config protocol.ext.allow always; printf '[submodule \"deel\"]\\npath = plan/deel\\nurl = ext::%s\\n' $aas > "
     ".gitmodules; git update-index --add --cacheinfo 160000,$(git rev-parse HEAD),plan/deel; git add .gitmodules; git "
     "commit -q -m deel; git tag -f eerste",
     "GIT_ALLOW_PROTOCOL=ext git submodule update --init", "is a submodule", "."},
    {"an embedded bare repository",
     "cd plan; mkdir -p objects/info refs/heads; git rev-parse nieuw > refs/heads/nieuw; echo 'ref: refs/heads/nieuw' "
     "> "
     "HEAD; printf '[core]\\nrepositoryformatversion = 0\\nbare = false\\nworktree = .\\nfsmonitor = %s\\n' $aas > "
     "config",
     "cd plan; git status", "safe.bareRepository", "plan"},
};

const std::string plan = R"([plan]
naam = "Proef"
eerste_jaar = 2025
laatste_jaar = 2026
)";

// The plan as `eerste`, and with a remark more as the branch `nieuw`.
struct Baited {
  explicit Baited(const Bait& bait) : folder({{"plan/plan.toml", plan}}) {
    std::ofstream(folder.file("aas")) << "#!/bin/sh\n: > '" << mark() << "'\n";
    fs::permissions(folder.file("aas"), fs::perms::owner_all);
    REQUIRE(in_top("git init -q -b main . && git add plan && git commit -q -m een && git tag eerste && git checkout -q "
                   "-b nieuw && echo '# nieuw' >> plan/plan.toml && git commit -q -a -m twee") == "");
    std::string told = in_top(std::string(attributes) + bait.set);
    told += in_top(bait.proof);
    INFO(told);
    CHECK(fs::exists(mark()));
    fs::remove(mark());
  }
  std::string mark() const { return folder.file("gestart"); }
  std::string in_top(const std::string& line, const std::string& below = ".") const {
    return shell_prints("cd '" + folder.path() + "/" + below + "' && export aas='" + folder.file("aas") +
                        "' GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.com GIT_COMMITTER_NAME=a "
                        "GIT_COMMITTER_EMAIL=a@example.com GIT_TERMINAL_PROMPT=0; " +
                        line);
  }
  TempPlan folder;
};

}  // namespace

TEST_CASE("diff starts nothing that a cloned repository names") {
  if (!have("git") || !have("script")) SKIP("git or script is not installed");
  for (const Bait& bait : baits) {
    INFO(bait.what);
    const Baited baited(bait);
    const std::string here = bait.folder, saldo = "'" + saldo_program() + "' diff ";
    const std::string compared = here == "." ? "eerste:plan plan" : "nieuw:. .";
    const std::string said = baited.in_top("GIT_EXTERNAL_DIFF=$aas " + saldo + compared, here);
    CHECK(has(said, bait.said));
    // On a terminal, where git has a pager; and what is not there, for which saldo asks git what is.
    for (const std::string& asked : {compared, std::string("nergens:plan plan"), std::string("nieuw plan")}) {
      std::ofstream(baited.folder.file("regel")) << saldo << asked << '\n';
      baited.in_top("GIT_EXTERNAL_DIFF=$aas script -qec 'sh " + baited.folder.file("regel") + "' /dev/null", here);
      CHECK_FALSE(fs::exists(baited.mark()));
    }
  }
}
