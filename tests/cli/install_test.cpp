// What `cmake --install` puts where, and the Debian package made of it. Nothing is installed outside a temporary folder.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "support/catch.h"
#include "support/support.h"

namespace fs = std::filesystem;

namespace {

std::string read_text(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The files under a folder, but for the examples and pages of the documentation.
std::vector<std::string> files_under(const fs::path& root) {
  std::vector<std::string> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
    const std::string name = entry.path().lexically_relative(root).string();
    const bool page =
        name.find("/doc/saldo/") != std::string::npos && !name.ends_with("/LICENSE") && !name.ends_with("/README.md");
    if (entry.is_regular_file() && (!page || name.ends_with("/doc/saldo/examples/klein/plan.toml")))
      files.push_back(name);
  }
  std::erase_if(files, [](const std::string& name) {
    return name.find("/examples/") != std::string::npos && name.ends_with("README.md");
  });
  std::sort(files.begin(), files.end());
  return files;
}

const std::vector<std::string> installed = {"bin/saldo",
                                            "share/bash-completion/completions/saldo",
                                            "share/doc/saldo/LICENSE",
                                            "share/doc/saldo/README.md",
                                            "share/doc/saldo/examples/klein/plan.toml",
                                            "share/fish/vendor_completions.d/saldo.fish",
                                            "share/man/man1/saldo.1",
                                            "share/zsh/site-functions/_saldo"};

void check_what_saldo_made(const fs::path& share) {
  CHECK(read_text(share / "bash-completion/completions/saldo") == run_saldo({"completion", "bash"}).out);
  CHECK(read_text(share / "zsh/site-functions/_saldo") == run_saldo({"completion", "zsh"}).out);
  CHECK(read_text(share / "fish/vendor_completions.d/saldo.fish") == run_saldo({"completion", "fish"}).out);
  CHECK(read_text(share / "man/man1/saldo.1") == run_saldo({"man"}).out);
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("cmake --install puts the program, its completions, manual, licence and documentation in place") {
  if (!have("cmake")) SKIP("cmake is not on the PATH");
  const TempPlan folder({});
  REQUIRE_FALSE(holds(shell_prints("cmake --install '" SALDO_BUILD_DIR "' --prefix " + folder.path()), "[exit"));
  CHECK(files_under(folder.folder) == installed);
  check_what_saldo_made(folder.folder / "share");
  CHECK(shell_prints(folder.file("bin/saldo") + " check " + folder.file("share/doc/saldo/examples/klein"))
            .ends_with("\n1 note\n"));
}

TEST_CASE("cpack makes a Debian package that names what it needs, and whose program runs where it is unpacked") {
  for (const std::string tool : {"cpack", "dpkg-deb", "dpkg-shlibdeps", "file"})
    if (!have(tool)) SKIP(tool << " is not on the PATH");
  const TempPlan folder({});
  const std::string made =
      shell_prints("cpack -G DEB --config '" SALDO_BUILD_DIR "/CPackConfig.cmake' -B " + folder.path());
  INFO(made);
  REQUIRE_FALSE(holds(made, "[exit"));
  const std::string package = folder.path() + "/saldo_*.deb";
  const std::string depends = shell_prints("dpkg-deb --field " + package + " Depends");
  for (const std::string library : {"libc6 (>= ", "libstdc++6 (>= ", "libfmt", "libtomlplusplus", "libutf8proc"}) {
    INFO(depends << library);
    CHECK(holds(depends, library));
  }
  CHECK(shell_prints("dpkg-deb --field " + package + " Package Section") == "Package: saldo\nSection: utils\n");
  REQUIRE(shell_prints("dpkg-deb --extract " + package + " " + folder.file("root")).empty());
  CHECK(files_under(folder.folder / "root/usr") == installed);
  check_what_saldo_made(folder.folder / "root/usr/share");
  CHECK(shell_prints(folder.file("root/usr/bin/saldo") + " check " +
                     folder.file("root/usr/share/doc/saldo/examples/klein"))
            .ends_with("\n1 note\n"));
}
