// A part of a workbook as XML, without a DOCTYPE, and its elements by their names without a prefix: some programs write
// x:sheet for sheet. Private to intake/workbook.
#pragma once

#include <memory>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "base/finding/diagnostic.h"
#include "intake/workbook/zip.h"

namespace saldo {

// Null where the part is not there or is no XML, and then it was told.
std::unique_ptr<pugi::xml_document> read_xml(Zip& zip, const std::string& part, FileId file, Findings& findings);

std::string_view local_name(std::string_view name);
inline std::string_view local_name(pugi::xml_node node) { return local_name(node.name()); }
// The first child of that name, or none.
pugi::xml_node child(pugi::xml_node node, std::string_view name);
// The attribute of that name, "" where there is none.
std::string_view attribute(pugi::xml_node node, std::string_view name);
bool is_true(std::string_view word);
// Nothing where it is no number, or below 1 or above `most`.
std::optional<std::uint32_t> whole_number(std::string_view text, std::uint32_t most);

}  // namespace saldo
