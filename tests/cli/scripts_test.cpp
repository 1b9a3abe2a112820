// The two commands of the README, on checkouts that stand for one on a machine of your own: what they install and build
// with is pretended, so that it takes no time and needs no network.
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "support/catch.h"
#include "support/support.h"

namespace fs = std::filesystem;

namespace {

// A checkout with our scripts and the least of sources, and programs that stand in for those of the system.
struct Checkout {
  explicit Checkout(const std::map<std::string, std::string>& programs)
      : folder({{"mijn (map)/src/main.cpp", "\n"}, {"bin/.keep", ""}}) {
    const fs::path source = SALDO_SOURCE_DIR;
    fs::copy(source / "scripts", root / "scripts", fs::copy_options::recursive);
    for (const char* file : {"CMakeLists.txt", "CMakePresets.json"}) fs::copy_file(source / file, root / file);
    for (const auto& [name, script] : programs) program(name, script);
  }
  void program(const std::string& name, const std::string& script) const {
    std::ofstream(bin / name) << "#!/bin/sh\n" << script << '\n';
    fs::permissions(bin / name, fs::perms::owner_all);
  }
  // What is said on the way, and at the end how it ended when that was not with 0.
  std::string said(const std::string& line) const {
    return shell_prints("export PATH='" + bin.string() + "':\"$PATH\"; cd '" + root.string() + "' && " + line);
  }
  TempPlan folder;
  fs::path root = folder.folder / "mijn (map)";
  fs::path bin = folder.folder / "bin";
};

const std::string all_installed = "echo installed";
const std::string nothing_installed = "exit 1";
// Makes a saldo that says so, and tells each time it was asked.
const std::string builds =
    "mkdir -p build/release && echo 'echo tabel' > build/release/saldo && chmod +x build/release/saldo\n"
    "echo x >> build/asked";
const std::map<std::string, std::string> working = {
    {"dpkg-query", all_installed}, {"apt-get", "exit 1"}, {"cmake", builds}, {"ldd", "true"}};

std::string line_count(const Checkout& checkout, const std::string& file) {
  return checkout.said("grep -c '' " + file);
}

}  // namespace

TEST_CASE("the first command builds, the second time it is quiet, and after a change it builds again") {
  const Checkout checkout(working);
  CHECK(checkout.said("scripts/saldo table") == "saldo: building (some minutes)\ntabel\n");
  CHECK(checkout.said("scripts/saldo table") == "tabel\n");
  for (const char* changed : {"src/main.cpp", "scripts/install.cmake", "CMakeLists.txt"}) {
    INFO(changed);
    checkout.said("touch -d '1 minute' '" + std::string(changed) + "'");
    CHECK(checkout.said("scripts/saldo table") == "saldo: building\ntabel\n");
    checkout.said("touch -d '2 minutes ago' '" + std::string(changed) + "'");
    CHECK(checkout.said("scripts/saldo table") == "tabel\n");
  }
}

TEST_CASE("the first command builds anew when a library it was linked with is gone") {
  const Checkout checkout(working);
  const std::string library = checkout.folder.file("libfmt.so.9");
  std::ofstream(library) << "x";
  checkout.program("ldd", "echo '\tlibfmt.so.9 => " + library + " (0x01)'");
  CHECK(has(checkout.said("scripts/saldo table"), "building"));
  CHECK(checkout.said("scripts/saldo table") == "tabel\n");
  fs::remove(library);
  checkout.program("ldd", "true");
  CHECK(checkout.said("scripts/saldo table") == "saldo: building (some minutes)\ntabel\n");
  CHECK(checkout.said("scripts/saldo table") == "tabel\n");
}

TEST_CASE("a checkout that cannot be written is told in one line, and no package is blamed") {
  const Checkout checkout(working);
  std::ofstream(checkout.root / "build") << "no folder";
  const std::string complaint = "saldo: cannot write in " + (checkout.root / "build").string() + "\n";
  CHECK(checkout.said("scripts/saldo table") == complaint + "[exit 2]");
  CHECK(checkout.said("CI= scripts/test") ==
        complaint + "saldo: the tests cannot be built\n0 passed, 1 failed, 0 skipped\n[exit 1]");
}

TEST_CASE("a TMPDIR that is not there does not matter") {
  const Checkout checkout(working);
  CHECK(checkout.said("TMPDIR=/nergens scripts/saldo table") == "saldo: building (some minutes)\ntabel\n");
}

TEST_CASE("what cmake refuses is shown, and packages that are there are not blamed for it") {
  Checkout checkout(working);
  checkout.program("cmake", "echo 'CMake Error: no'; exit 1");
  CHECK(checkout.said("scripts/saldo table") ==
        "saldo: building (some minutes)\nCMake Error: no\nsaldo: could not be configured: cmake says above why\n[exit "
        "2]");
}

TEST_CASE("packages that cannot be installed are named with what to type, and why the lists are old") {
  Checkout checkout(working);
  checkout.program("dpkg-query", nothing_installed);
  checkout.program("sudo", "[ \"$1\" = -n ] && shift; exec \"$@\"");
  checkout.program("apt-get", "case \"$*\" in *update*) echo 'E: no network';; *) echo \"E: $*\";; esac; exit 100");
  const std::string said = checkout.said("scripts/saldo table");
  INFO(said);
  CHECK(has(said, "E: no network\nsaldo: the lists of packages could not be refreshed\nE: -o"));
  CHECK(said.ends_with("gettext\n[exit 2]"));
  CHECK(
      has(said, "saldo: these packages are needed and could not be installed: apt-get update && apt-get install g++ "));
}

TEST_CASE("sudo is asked once for all that has to be installed") {
  Checkout checkout(working);
  checkout.program("dpkg-query", nothing_installed);
  checkout.program("sudo", "echo x >> '" + checkout.folder.file("sudo") + "'; exit 1");
  const std::string as_user = ::geteuid() == 0 ? "setpriv --reuid=65534 --clear-groups " : "";
  if (!as_user.empty() && !have("setpriv")) SKIP("setpriv is not installed");
  checkout.said("chmod -R a+rwX '" + checkout.folder.path() + "'");
  CHECK(checkout.said(as_user + "scripts/saldo table").ends_with("[exit 2]"));
  CHECK(line_count(checkout, "'" + checkout.folder.file("sudo") + "'") == "1\n");
}

TEST_CASE("who may not write in build/ is told whose it is") {
  if (::geteuid() != 0 || !have("setpriv")) SKIP("only root can pretend to be another, with setpriv");
  const Checkout checkout(working);
  checkout.said("chmod a+rx '" + checkout.folder.path() + "'; scripts/saldo table; touch -d '1 minute' src/main.cpp");
  CHECK(checkout.said("setpriv --reuid=65534 --clear-groups scripts/saldo table") ==
        "saldo: cannot write in " + (checkout.root / "build").string() + " (it belongs to root)\n[exit 2]");
}
