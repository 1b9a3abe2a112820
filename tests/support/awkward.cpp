#include "support/awkward.h"

#include <fmt/format.h>

const std::vector<std::string>& awkward_names_of_people() {
  static const std::vector<std::string> names{
      // HTML and xml
      "<script>alert(1)</script>",
      "</script><script>x",
      "</style><style>*{display:none}",
      "</title><b>vet</b>",
      "<!-- weg",
      "--><p>terug",
      "]]>",
      "<![CDATA[x]]>",
      "&amp;",
      "&lt;b&gt;",
      "&#60;",
      "&nbsp;",
      "&notit;",
      "R&D",
      "a & b",
      "<",
      ">",
      "<>",
      "\"",
      "'",
      "\"><img src=x onerror=alert(1)>",
      "' onmouseover='x",
      "<svg onload=x>",
      "</svg>",
      "</desc>",
      "</td></tr></table>",
      "<a href=\"javascript:x\">",
      "javascript:alert(1)",
      "url(#x)",
      "<?xml version=\"1.0\"?>",
      "<!DOCTYPE x>",
      "</details>",
      "<base href=//x>",
      "<meta http-equiv=refresh>",
      // Markdown
      "# kop",
      "- punt",
      "1. een",
      "> citaat",
      "| a | b |",
      "\\|",
      "*nadruk*",
      "_streep_",
      "**vet**",
      "`code`",
      "``` hek",
      "[x](http://x)",
      "![x](x.png)",
      "https://example.org",
      "~~weg~~",
      "<https://x>",
      "a\\",
      "\\\\",
      "@iedereen",
      "#12",
      ":smile:",
      "{{totaal/saldo/2025}}",
      "$x^2$",
      "---",
      "===",
      "[x]",
      "[^1]",
      "- [ ] taak",
      // sheets, programs and numbers
      "=1+1",
      "=HYPERLINK(\"http://x\")",
      "+1",
      "-1",
      "@SUM(A1)",
      "=cmd|' /C calc'!A0",
      "007",
      "1E5",
      "3.10",
      "1.234,56",
      "50%",
      "1/2",
      "2025-01-01",
      "TRUE",
      "NULL",
      "PM",
      "%s %n",
      "{0}",
      "$HOME",
      "`id`",
      "; rm -rf /",
      "a;b,c",
      "C:\\weg",
      "../../etc/passwd",
      "O'Neill; DROP TABLE post;--",
      // scripts and letters
      "caf\u00e9",
      "cafe\u0301",
      "\u0130stanbul",
      "Stra\u00dfe \ufb01",
      "\u05e9\u05dc\u05d5\u05dd",
      "\u0627\u0644\u0645\u064a\u0632\u0627\u0646\u064a\u0629 2025",
      "\u65e5\u672c\u8a9e\u306e\u4e88\u7b97",
      "\U0001F389 feest",
      "\U0001F469\u200D\U0001F52C",
      "\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F",
      "Z\u0351\u036b\u0343\u034c\u0301a",
      "\u2212 min",
      std::string(180, 'w'),
  };
  return names;
}

const std::vector<std::string>& names_nobody_sees() {
  static const std::vector<std::string> names{
      std::string("a\0b", 3),
      "a\nb",
      "a\tb",
      "a\x1b[31mb",
      "a\u202eb",
      "a\u200fb",
      "a\u200bb",
      "a\ufeffb",
      "a\u2028b",
      "a\u00adb",
      "a\u2066b",
      "a\x7f"
      "b",
  };
  return names;
}

std::string in_toml(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') out += std::string("\\") + c;
    else if (byte < 0x20 || byte == 0x7F) out += fmt::format("\\u{:04X}", byte);
    else out += c;
  }
  return out + "\"";
}

std::string plan_of_names(const std::vector<std::string>& names) {
  std::string plan = "[plan]\nnaam = \"Namen\"\neerste_jaar = 2025\nlaatste_jaar = 2026\n";
  std::string line = "niets", post;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string name = in_toml(names[i]);
    if (i % 10 == 0) {
      line = fmt::format("lijn-{}", i);
      plan += fmt::format("[[programmalijn]]\nid = \"{}\"\nnaam = {}\n", line, name);
    } else if (i % 3 == 1 || i % 10 == 1) {
      plan += fmt::format("[[project]]\nnr = \"{}\"\nnaam = {}\nprogrammalijn = \"{}\"\n", i, name, line);
    } else {
      plan += fmt::format("[[project.post]]\nnaam = {}\nlasten = {{ 2025 = {}, 2026 = \"PM\" }}\n", name, i);
    }
  }
  return plan;
}
