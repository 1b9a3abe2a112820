// What `cmake --install` puts where, and the Debian package made of it. Nothing is installed outside a temporary folder.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "support/catch.h"
#include "support/support.h"

namespace fs = std::filesystem;

namespace {

// The files under a folder; of the documentation only what it begins with.
std::vector<std::string> files_under(const fs::path& root) {
  std::vector<std::string> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
    const std::string name = entry.path().lexically_relative(root).string();
    const std::size_t page = name.find("/doc/saldo/");
    const bool first = page == std::string::npos || name.find('/', page + 11) == std::string::npos;
    if (entry.is_regular_file() && first) files.push_back(name);
  }
  std::sort(files.begin(), files.end());
  return files;
}

// What stands under the prefix, with the folder where zsh looks.
std::vector<std::string> installed(const std::string& zsh) {
  return {"bin/saldo",
          "share/bash-completion/completions/saldo",
          "share/doc/saldo/README.md",
          "share/doc/saldo/changelog.gz",
          "share/doc/saldo/copyright",
          "share/fish/vendor_completions.d/saldo.fish",
          "share/man/man1/saldo.1.gz",
          "share/zsh/" + zsh + "/_saldo"};
}

void check_what_saldo_made(const fs::path& share, const std::string& zsh) {
  CHECK(read_text(share / "bash-completion/completions/saldo") == run_saldo({"completion", "bash"}).out);
  CHECK(read_text(share / "zsh" / zsh / "_saldo") == run_saldo({"completion", "zsh"}).out);
  CHECK(read_text(share / "fish/vendor_completions.d/saldo.fish") == run_saldo({"completion", "fish"}).out);
  CHECK(shell_prints("gzip -dc " + (share / "man/man1/saldo.1.gz").string()) == run_saldo({"man"}).out);
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("cmake --install puts the program, its completions, manual, licence and documentation in place") {
  if (!have("cmake")) SKIP("cmake is not on the PATH");
  const TempPlan folder({});
  REQUIRE_FALSE(holds(shell_prints("cmake --install '" + build_folder() + "' --prefix " + folder.path()), "[exit"));
  CHECK(files_under(folder.folder) == installed("site-functions"));
  check_what_saldo_made(folder.folder / "share", "site-functions");
  for (const char* page : {"docs/rules.md", "examples/klein/plan.toml", "data/achterhoek-2025-2028/plan.toml"})
    CHECK(fs::exists(folder.folder / "share/doc/saldo" / page));
  CHECK(shell_prints(folder.file("bin/saldo") + " check " + folder.file("share/doc/saldo/examples/klein"))
            .ends_with("\n1 note\n"));
}

TEST_CASE("cpack refuses to make a Debian package that would not name what it needs") {
  if (!have("cpack") || !have("cmake")) SKIP("cpack is not on the PATH");
  const TempPlan folder({});
  const std::string made = shell_prints("cpack=$(command -v cpack); PATH='" + folder.path() +
                                        "' \"$cpack\" -G DEB --config '" + build_folder() + "/CPackConfig.cmake' -B " +
                                        folder.path() + " -D CMAKE_FIND_USE_CMAKE_SYSTEM_PATH=OFF");
  INFO(made);
  CHECK(holds(made, "made with dpkg-shlibdeps and file"));
  CHECK(made.ends_with("[exit 1]"));
}

TEST_CASE("cpack makes a Debian package that names what it needs, and whose program runs where it is unpacked") {
  for (const std::string tool : {"cpack", "dpkg-deb", "dpkg-shlibdeps", "file"})
    if (!have(tool)) SKIP(tool << " is not on the PATH");
  const TempPlan folder({});
  const std::string made =
      shell_prints("cpack -G DEB --config '" + build_folder() + "/CPackConfig.cmake' -B " + folder.path());
  INFO(made);
  REQUIRE_FALSE(holds(made, "[exit"));
  const std::string package = folder.path() + "/saldo_*.deb";
  const std::string depends = shell_prints("dpkg-deb --field " + package + " Depends");
  INFO(depends);
  CHECK(holds(depends, "libc6 (>= "));
  CHECK(holds(depends, "zlib1g (>= "));
  CHECK(shell_prints("dpkg-deb --field " + package + " Package Section") == "Package: saldo\nSection: utils\n");
  REQUIRE(shell_prints("dpkg-deb --extract " + package + " " + folder.file("root")).empty());
  const std::string zsh = fs::exists("/etc/debian_version") ? "vendor-completions" : "site-functions";
  CHECK(files_under(folder.folder / "root/usr") == installed(zsh));
  check_what_saldo_made(folder.folder / "root/usr/share", zsh);
  CHECK(shell_prints(folder.file("root/usr/bin/saldo") + " check " +
                     folder.file("root/usr/share/doc/saldo/examples/klein"))
            .ends_with("\n1 note\n"));
}

// A build with sanitizers, or without optimisation, is never what a package is made of.
TEST_CASE("lintian has no error or warning about the Debian package") {
  for (const std::string tool : {"cpack", "dpkg-deb", "dpkg-shlibdeps", "file", "lintian"})
    if (!have(tool)) SKIP(tool << " is not on the PATH");
  const TempPlan folder({});
  REQUIRE_FALSE(holds(
      shell_prints("cpack -G DEB --config '" + build_folder() + "/CPackConfig.cmake' -B " + folder.path()), "[exit"));
  const std::string said =
      shell_prints("HOME=" + folder.path() + " LC_ALL=C.UTF-8 lintian --allow-root --fail-on none " +
                   "--suppress-tags hardening-no-pie " + folder.path() + "/saldo_*.deb");
  std::istringstream lines(said);
  for (std::string line; std::getline(lines, line);) {
    INFO(said);
    CHECK_FALSE((line.starts_with("E: ") || line.starts_with("W: ") || holds(line, "[exit")));
  }
}

TEST_CASE("the changelog of the Debian package is of this version") {
  std::string version = run_saldo({"--version"}).out;  // "saldo 0.1.0\n"
  version = version.substr(6, version.size() - 7);
  CHECK(read_text(SALDO_SOURCE_DIR "/scripts/debian/changelog").starts_with("saldo (" + version + ") "));
}
