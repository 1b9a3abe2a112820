// What writes files, by itself: whole or not at all, with the mode of the user, and nothing left beside it. What becomes of
// it when the system refuses is tried in faults_test.cpp.
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "cli/close/record_file.h"
#include "cli/disk/durable.h"
#include "cli/disk/new_folder.h"
#include "cli/save_file.h"
#include "support/catch.h"
#include "support/support.h"

using namespace saldo;
namespace fs = std::filesystem;

namespace {

using Files = std::map<std::string, std::string>;

// What stands in a folder, hidden or not: "a b/ b/c".
std::string names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder))
    names.push_back(entry.path().lexically_relative(folder).string() + (entry.is_directory() ? "/" : ""));
  std::sort(names.begin(), names.end());
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : " ") + name;
  return all;
}

mode_t mode_of(const fs::path& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 07777 : 0;
}

// Until the end of the block.
class Umask {
 public:
  explicit Umask(mode_t mask) : before_(::umask(mask)) {}
  Umask(const Umask&) = delete;
  Umask& operator=(const Umask&) = delete;
  ~Umask() { ::umask(before_); }

 private:
  mode_t before_;
};

std::string told(const std::optional<Message>& trouble) { return trouble ? to_text(*trouble) : "saved"; }

}  // namespace

TEST_CASE("a new file gets the mode that the user lets it have, and one that was there keeps its own") {
  const TempPlan desk(Files{{"was.toml", "before"}});
  const Umask group(027);
  CHECK(told(save_file(desk.file("new.toml"), "x")) == "saved");
  CHECK(mode_of(desk.file("new.toml")) == 0640);
  fs::permissions(desk.file("was.toml"), fs::perms(0604));
  CHECK(told(save_file(desk.file("was.toml"), "after")) == "saved");
  CHECK(mode_of(desk.file("was.toml")) == 0604);
  CHECK(read_text(desk.file("was.toml")) == "after");
  CHECK(names_in(desk.folder) == "new.toml was.toml");
  CHECK(mode_of_new(0777) == 0750);
}

TEST_CASE("a link is followed, and what is no file is refused as it is") {
  const TempPlan desk(Files{{"real.toml", "before"}, {"folder/x", ""}});
  fs::create_symlink("real.toml", desk.file("link.toml"));
  CHECK(told(save_file(desk.file("link.toml"), "after")) == "saved");
  CHECK(read_text(desk.file("real.toml")) == "after");
  CHECK(fs::is_symlink(desk.file("link.toml")));
  const std::string folder = desk.file("folder"), lost = desk.file("lost/x.toml"), below = desk.file("real.toml/x");
  CHECK(told(save_file(folder, "x")) == "cannot write " + folder + ": it is not a regular file");
  CHECK(has(told(save_file(lost, "x")), "cannot write " + lost + ": "));
  CHECK(has(told(save_file(below, "x")), "cannot write " + below + ": "));
  CHECK(names_in(desk.folder) == "folder/ folder/x link.toml real.toml");
}

TEST_CASE("a file of a name alone is saved where one stands") {
  const TempPlan desk(Files{});
  const InFolder here(desk.folder);
  CHECK(told(save_file("x.toml", "here")) == "saved");
  CHECK(read_text(desk.file("x.toml")) == "here");
}

TEST_CASE("a long file is in its place once it is kept, and else it was never there") {
  const TempPlan desk(Files{{"was.csv", "before"}});
  const std::string line(999, 'x');
  std::string all;
  {
    SavedFile file(desk.file("was.csv"));
    CHECK(has(file.draft(), ".was.csv."));
    CHECK(fs::exists(file.draft()));
    for (int i = 0; i < 300; ++i, all += line) CHECK(file.write(line));
    CHECK(fs::file_size(file.draft()) > 200'000);  // written as it comes
    CHECK(read_text(desk.file("was.csv")) == "before");
    CHECK(told(file.keep()) == "saved");
    CHECK(read_text(desk.file("was.csv")) == all);
  }
  CHECK(names_in(desk.folder) == "was.csv");
  {
    SavedFile file(desk.file("was.csv"));
    CHECK(file.write("other"));
  }
  CHECK(read_text(desk.file("was.csv")) == all);
  CHECK(names_in(desk.folder) == "was.csv");
  SavedFile file(desk.file("weg/x.csv"));
  CHECK(file.draft().empty());
  CHECK_FALSE(file.write("x"));
  CHECK(has(told(file.keep()), "cannot write "));
}

TEST_CASE("a file that is made while it is written has all of it") {
  const TempPlan desk(Files{});
  std::string all;
  for (int i = 0; i < 30'000; ++i) all += std::to_string(i) + '\n';
  CHECK(told(save_file(desk.file("x.csv"), [](TextOut& out) {
          for (int i = 0; i < 30'000; ++i) out += std::to_string(i) + '\n';
        })) == "saved");
  CHECK(read_text(desk.file("x.csv")) == all);
  CHECK(names_in(desk.folder) == "x.csv");
}

TEST_CASE("a folder has all its files, with the modes of the user, or is not there") {
  const TempPlan desk(Files{});
  const Umask group(027);
  const std::vector<FolderFile> files = {{"plan.toml", "a"}, {"projecten/3/5.toml", "b"}, {"projecten/3/6.toml", "c"}};
  CHECK(told(save_folder(desk.file("new"), files)) == "saved");
  CHECK(names_in(desk.folder) ==
        "new/ new/plan.toml new/projecten/ new/projecten/3/ new/projecten/3/5.toml "
        "new/projecten/3/6.toml");
  CHECK(read_text(desk.file("new/projecten/3/6.toml")) == "c");
  CHECK(mode_of(desk.file("new")) == 0750);
  CHECK(mode_of(desk.file("new/projecten/3")) == 0750);
  CHECK(mode_of(desk.file("new/plan.toml")) == 0640);
  const std::vector<FolderFile> twice = {{"a.toml", "a"}, {"a.toml", "b"}}, through = {{"a", "a"}, {"a/b", "b"}};
  CHECK(told(save_folder(desk.file("two"), twice)) == "cannot write " + desk.file("two/a.toml") + ": File exists");
  CHECK(has(told(save_folder(desk.file("two"), through)), "cannot write " + desk.file("two/a/b") + ": "));
  CHECK_FALSE(fs::exists(desk.file("two")));
  CHECK(has(names_in(desk.folder), "new/ new/plan.toml"));
  CHECK_FALSE(has(names_in(desk.folder), ".saldo."));
}

TEST_CASE("a folder that a group shares passes that on") {
  const TempPlan desk(Files{{"shared/x", ""}});
  const Umask group(002);
  const auto made_in = [&](mode_t mode) {
    CHECK(::chmod(desk.file("shared").c_str(), mode) == 0);
    fs::remove_all(desk.file("shared/new"));
    CHECK(told(save_folder(desk.file("shared/new"), std::vector<FolderFile>{{"a/b.toml", ""}})) == "saved");
    return mode_of(desk.file("shared/new"));
  };
  CHECK(made_in(02775) == 02775);
  CHECK(made_in(0775) == 0775);
}

TEST_CASE("what completes a folder sees its draft, and says why it is not kept") {
  const TempPlan desk(Files{{"empty/x", ""}});
  fs::remove(desk.file("empty/x"));
  const std::vector<FolderFile> files = {{"plan.toml", "a"}};
  const auto refuses = [](const std::string& draft) -> std::optional<Message> {
    CHECK(names_in(draft) == "plan.toml");
    return say("cannot make {}: {}", "it", "so");
  };
  CHECK(told(save_folder(desk.file("new"), files, refuses)) == "cannot make it: so");
  CHECK(names_in(desk.folder) == "empty/");
  const auto adds = [](const std::string& draft) { return save_file(draft + "/more", "b"); };
  CHECK(told(save_folder(desk.file("empty/"), files, adds)) == "saved");
  CHECK(names_in(desk.folder) == "empty/ empty/more empty/plan.toml");
  CHECK(cannot_be_new(desk.file("other")) == std::nullopt);
  CHECK(told(cannot_be_new(desk.file("empty"))) ==
        "cannot make " + desk.file("empty") + ": it is there already, and not empty; give the name of a new folder");
}

TEST_CASE("who ends saldo waits for what is written, and who is long at it sees that") {
  CHECK_FALSE(Undisturbed::is_asked_to_end());
  for (const int ends : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) {
    INFO(ends);
    const auto asked = [ends](bool is_last) {
      return fate_of([ends, is_last] {
        ::signal(ends, SIG_DFL);
        const Undisturbed undisturbed;
        ::raise(ends);
        if (!Undisturbed::is_asked_to_end() || errno != EINTR) ::_exit(1);
        if (is_last) ::_exit(0);
      });
    };
    CHECK(asked(true) == "fine");
    CHECK(has(asked(false), "crashed: "));  // it comes as soon as nothing is in its way
  }
  CHECK(fate_of([] {
          const Undisturbed undisturbed;
          ::signal(SIGUSR1, SIG_IGN);
          ::raise(SIGUSR1);
          if (Undisturbed::is_asked_to_end()) ::_exit(1);
        }) == "fine");
}

TEST_CASE("whoever is asked to end keeps nothing of what is not whole yet") {
  const TempPlan desk(Files{});
  const auto asked_while = [&](const std::function<std::string()>& work) {
    return fate_of([&] {
      const Undisturbed undisturbed;
      ::raise(SIGTERM);
      if (!has(work(), "Interrupted system call")) ::_exit(1);
      ::_exit(0);
    });
  };
  CHECK(asked_while([&] {
          SavedFile file(desk.file("long.csv"));
          return file.write(std::string(1 << 16, 'x')) ? "written" : told(file.keep());
        }) == "fine");
  CHECK(asked_while([&] {
          return told(save_folder(desk.file("new"), std::vector<FolderFile>{{"a", "a"}}));
        }) == "fine");
  CHECK(names_in(desk.folder).empty());
}

TEST_CASE("a file that grows beyond what is allowed is a failed write, and not the end") {
  const TempPlan desk(Files{{"was.toml", "before"}});
  const std::string told_of = desk.file("was.toml") + ": File too large";
  CHECK(fate_of([&] {
          ::signal(SIGXFSZ, SIG_DFL);
          const rlimit little = {4096, 4096};
          ::setrlimit(RLIMIT_FSIZE, &little);
          if (told(save_file(desk.file("was.toml"), std::string(5000, 'x'))) != "cannot write " + told_of) ::_exit(1);
          std::size_t lines = 0;
          const auto make = [&](TextOut& out) {
            for (; out.is_wanted() && lines < 1'000; ++lines) out += std::string(999, 'x');
          };
          if (told(save_file(desk.file("was.toml"), make)) != "cannot write " + told_of) ::_exit(1);
          if (lines == 1'000) ::_exit(1);  // no more was asked for
          const std::vector<FolderFile> files = {{"a", std::string(5000, 'x')}};
          if (!has(told(save_folder(desk.file("new"), files)), "File too large")) ::_exit(1);
        }) == "fine");
  CHECK(read_text(desk.file("was.toml")) == "before");
  CHECK(names_in(desk.folder) == "was.toml");
}

TEST_CASE("what saldo names itself comes in the folder that the user named, whatever link stands there") {
  const TempPlan desk(Files{{"thuis/profiel", "van mij"}, {"uit/hier.csv", ""}, {"lake/x", ""}});
  const std::string klein = SALDO_SOURCE_DIR "/examples/klein", out = desk.file("uit");
  const std::vector<std::string> table = {"table", klein, "--format", "csv", "--output", out};
  fs::create_symlink("../thuis/profiel", desk.file("uit/programmalijnen.csv"));
  const Run refused = run_saldo(table);
  CHECK(refused.code == 2);
  CHECK(refused.err ==
        "saldo: cannot write " + out + "/programmalijnen.csv: a link leads from there out of " + out + "\n");
  CHECK(read_text(desk.file("thuis/profiel")) == "van mij");
  // A link in the folder is followed, and the folder itself may be one.
  fs::remove(desk.file("uit/programmalijnen.csv"));
  fs::create_symlink("hier.csv", desk.file("uit/programmalijnen.csv"));
  CHECK(run_saldo(table).code == 0);
  CHECK(fs::is_symlink(desk.file("uit/programmalijnen.csv")));
  CHECK(fs::file_size(desk.file("uit/hier.csv")) > 0);
  fs::create_directory_symlink("uit", desk.file("naar"));
  CHECK(run_saldo({"table", klein, "--by", "project", "--output", desk.file("naar/")}).code == 0);
  CHECK(fs::exists(desk.file("uit/projecten.txt")));
  fs::create_directory_symlink("../thuis", desk.file("uit/figuren"));
  CHECK(has(run_saldo({"report", klein, "-o", desk.file("uit/stuk.md")}).err, ".svg: a link leads from there out of"));
  CHECK(names_in(desk.file("thuis")) == "profiel");
}

TEST_CASE("a lake is written in itself, whatever link stands in it") {
  const TempPlan desk(Files{{"thuis/bedrag.csv", "van mij"}});
  const std::string lake = desk.file("lake");
  const auto exported = [&] {
    return run_saldo({"export", SALDO_SOURCE_DIR "/examples/klein", "-o", lake, "--to", "csv"});
  };
  REQUIRE(exported().code == 0);
  const std::string folder = lake + "/klein/2026/klein/1-realisatie";
  REQUIRE(fs::remove(folder + "/bedrag.csv"));
  fs::create_symlink(desk.file("thuis/bedrag.csv"), folder + "/bedrag.csv");
  CHECK(has(exported().err, "/bedrag.csv: a link leads from there out of " + lake));
  fs::remove_all(lake + "/klein");
  fs::create_directory_symlink("../thuis", lake + "/klein");
  CHECK(has(exported().err, "klein/1-realisatie: a link leads from there out of " + lake));
  CHECK(names_in(desk.file("thuis")) == "bedrag.csv");
  CHECK(read_text(desk.file("thuis/bedrag.csv")) == "van mij");
}

// Whoever starts saldo may have closed its streams, and then the first file that is opened has number 0.
TEST_CASE("descriptor 0 is one as any other") {
  const TempPlan desk(Files{{"plan/plan.toml", ""}});
  const std::string record = desk.file("plan/afsluitingen/2025.toml");
  const std::vector<FolderFile> files = {{"a/b", "b"}};
  const auto holds = [](const std::function<bool()>& work) {
    return fate_of([&] {
      ::close(0);
      if (!work() || ::fcntl(0, F_GETFD) >= 0) ::_exit(1);  // and it is closed again
    });
  };
  CHECK(holds([&] { return keep_names_in(desk.folder); }) == "fine");
  CHECK(holds([&] { return !save_file(desk.file("x.toml"), "x"); }) == "fine");
  CHECK(holds([&] { return !save_folder(desk.file("new"), files); }) == "fine");
  CHECK(holds([&] { return !write_record(desk.file("plan"), record, std::nullopt, "x"); }) == "fine");
  CHECK(read_text(record) == "x");
  CHECK(has(names_in(desk.folder), "new/ new/a/ new/a/b plan/ plan/afsluitingen/ plan/afsluitingen/2025.toml"));
  CHECK_FALSE(has(names_in(desk.folder), ".saldo."));
}

TEST_CASE("names are kept in a folder that is there") {
  const TempPlan desk(Files{{"x", ""}});
  CHECK(keep_names_in(desk.folder));
  CHECK_FALSE(keep_names_in(desk.file("weg")));
  CHECK(errno == ENOENT);
  CHECK_FALSE(keep_names_in(desk.file("x")));
  CHECK(errno == ENOTDIR);
  const InFolder here(desk.folder);
  CHECK(keep_names_in({}));
}
