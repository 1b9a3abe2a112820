#include "render/findings/sarif.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/finding/rule_page.h"
#include "base/finding/written_place.h"
#include "render/json.h"
#include "render/printable.h"

namespace saldo {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
constexpr std::string_view base_id = "%SRCROOT%";

std::string dumped(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace); }

Json text_json(std::string_view text) { return {{"text", text}}; }

// SARIF and saldo have the same words for the levels.
Json rule_json(const RuleInfo& rule) {
  return {{"id", rule.id},
          {"shortDescription", text_json(rule_title(rule.rule, Language::en))},
          // No helpUri: the standard wants an absolute one, and the explanation comes with saldo.
          {"help", text_json(fmt::format("`saldo explain {}` tells what this means and what to do", rule.id))},
          {"defaultConfiguration", {{"level", to_text(rule.severity)}}}};
}

// RFC 3986, byte by byte: a colon too, as it would make a scheme of what stands before it.
std::string percent_encoded(std::string_view path) {
  constexpr std::string_view as_is = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  std::string out;
  for (const char c : path)
    if (as_is.find(c) != std::string_view::npos) out += c;
    else out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  return out;
}

Json artifact_json(const std::string& path) {
  if (path.starts_with('/')) return {{"uri", "file://" + percent_encoded(path)}};
  return {{"uri", percent_encoded(path)}, {"uriBaseId", base_id}};
}

Json region_json(const Place& place, const FileNames& files) {
  Json region = {{"startLine", place.line}};
  if (place.column == 0) return region;
  region["startColumn"] = place.column;
  region["endColumn"] = end_column(place, files);
  return region;
}

// A cell is in no line of text, so that it has a name and no region.
Json location_json(const Place& place, const FileNames& files) {
  Json physical = {{"artifactLocation", artifact_json(files.name(place.file))}};
  if (place.line > 0 && !is_cell(place)) physical["region"] = region_json(place, files);
  Json location = {{"physicalLocation", std::move(physical)}};
  if (is_cell(place))
    location["logicalLocations"] =
        Json::array({{{"fullyQualifiedName", printable(files.name(place.file)) + behind_file(place)}}});
  return location;
}

Json related_json(const Diagnostic& finding, const FileNames& files) {
  Json list = Json::array();
  for (const Related& related : finding.related) {
    Json location = location_json(related.place, files);
    const std::string message = printable(to_text(related.message));
    if (!message.empty()) location["message"] = text_json(message);
    list.push_back(std::move(location));
  }
  return list;
}

// The related places have a list of their own here.
std::string message_and_help(const Diagnostic& finding) {
  const std::string message = printable(to_text(finding.message));
  return finding.help.pattern.empty() ? message : message + "\nhelp: " + printable(to_text(finding.help));
}

Json result_json(const Diagnostic& finding, const std::string& fingerprint, const FileNames& files) {
  Json result = {{"ruleId", info(finding.rule).id},
                 {"ruleIndex", static_cast<std::size_t>(finding.rule)},
                 {"level", to_text(finding.severity)},
                 {"message", text_json(message_and_help(finding))},
                 {"locations", Json::array({location_json(finding.place, files)})}};
  if (!finding.related.empty()) result["relatedLocations"] = related_json(finding, files);
  result["partialFingerprints"] = {{"saldo/v1", fingerprint}};
  return result;
}

Json driver_json() {
  Json described = Json::array();
  for (const RuleInfo& rule : rules) described.push_back(rule_json(rule));
  return {{"name", "saldo"}, {"semanticVersion", SALDO_VERSION}, {"rules", std::move(described)}};
}

}  // namespace

void write_sarif(const FindingReport& report, TextOut& out) {
  const Json run = {
      {"tool", {{"driver", driver_json()}}},
      {"invocations", Json::array({{{"executionSuccessful", report.complete}}})},
      {"originalUriBaseIds",
       {{base_id, {{"description", text_json("the top of the repository, or where saldo was run outside one")}}}}},
      {"columnKind", "unicodeCodePoints"},
      {"results", Json::array()}};
  const Json log = {{"$schema", schema}, {"version", "2.1.0"}, {"runs", Json::array({run})}};
  const std::string text = dumped(log) + '\n';
  constexpr std::string_view no_results = "[]";  // which stand last
  const std::size_t at = text.rfind(no_results);
  out += std::string_view(text).substr(0, at);
  JsonList results(out, 6);
  for (std::size_t i = 0; i < report.findings.size() && out.is_wanted(); ++i)
    results.add(dumped(result_json(report.findings[i], report.fingerprints[i], report.files)));
  results.end();
  out += std::string_view(text).substr(at + no_results.size());
}

}  // namespace saldo
