#include "intake/workbook/xml.h"

#include <algorithm>
#include <charconv>

#include "base/say.h"
#include "base/text.h"

namespace saldo {

std::unique_ptr<pugi::xml_document> read_xml(Zip& zip, const std::string& part, FileId file, Findings& findings) {
  const std::optional<std::string> text = zip.read(part, findings);
  if (!text) return nullptr;
  const auto refuse = [&](Message message, Message help) {
    findings.push_back({Rule::bestand, {file}, std::move(message), {}, std::move(help)});
    return nullptr;
  };
  const Message save_again = say("open it, and save it again as .xlsx or .ods");
  auto document = std::make_unique<pugi::xml_document>();
  constexpr unsigned as_it_stands = (pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_doctype);
  const pugi::xml_parse_result parsed = document->load_buffer(text->data(), text->size(), as_it_stands);
  const auto nodes = document->children();
  if (std::any_of(nodes.begin(), nodes.end(),
                  [](const pugi::xml_node& node) { return node.type() == pugi::node_doctype; }))
    return refuse(say("`{}` has a DOCTYPE, which no workbook has", part), save_again);
  const bool wide = text->starts_with("\xFF\xFE") || text->starts_with("\xFE\xFF");
  if (!parsed || (text->find('\0') != text->npos) != wide || (!wide && find_invalid_utf8(*text)))
    return refuse(say("`{}` in it is not whole: it is no XML", part), save_again);
  return document;
}

std::string_view local_name(std::string_view name) { return name.substr(name.find(':') + 1); }  // npos + 1 is 0

pugi::xml_node child(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_node one : node.children())
    if (local_name(one) == name) return one;
  return {};
}

std::string_view attribute(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_attribute one : node.attributes())
    if (local_name(one.name()) == name) return one.value();
  return {};
}

bool is_true(std::string_view word) { return word == "1" || word == "true"; }

std::optional<std::uint32_t> whole_number(std::string_view text, std::uint32_t most) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 1 || number > most) return std::nullopt;
  return number;
}

}  // namespace saldo
