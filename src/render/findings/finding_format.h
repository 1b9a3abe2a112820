// The formats that only findings can be written in. A file beside this one and a row here make one: --format, help and
// errors follow.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "render/findings/github.h"
#include "render/findings/gitlab.h"
#include "render/findings/junit.h"
#include "render/findings/sarif.h"

namespace saldo {

struct FindingFormat {
  std::string_view name;  // on the command line
  Marked description;     // for help
  void (*write)(const FindingReport&, TextOut&);
};

inline constexpr std::array finding_formats = {
    FindingFormat{"sarif", marked("SARIF 2.1.0, for code scanning and editors"), write_sarif},
    FindingFormat{"github", marked("annotations in GitHub Actions, the worst first"), write_github},
    FindingFormat{"gitlab", marked("GitLab's Code Quality report"), write_gitlab},
    FindingFormat{"junit", marked("JUnit XML, a test case for each rule and project"), write_junit},
};

}  // namespace saldo
