#include "cli/mistakes.h"

#include <fmt/ranges.h>

#include <algorithm>

#include "base/say.h"
#include "base/text.h"

namespace saldo {

namespace {

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  return names;
}

Message unexpected(const CLI::App& app) {
  const std::vector<std::string> rest = app.remaining();
  if (rest.empty()) return say("unexpected argument");
  const std::vector<std::string> names = option_names(app);
  const std::vector<std::string_view> known(names.begin(), names.end());
  const std::string written = rest.front().substr(0, rest.front().find('='));
  const std::optional<std::string> likely = nearest(written, known);
  return likely ? say("`{}` is not expected here; did you mean `{}`?", written, *likely)
                : say("`{}` is not expected here", written);
}

// The library names the option in its sentence: the first name there, and of two at one place the longest, as --format is
// also found in --format-version.
const CLI::Option* named_option(const CLI::App& app, std::string_view sentence) {
  const CLI::Option* found = nullptr;
  std::size_t first = std::string_view::npos;
  for (const CLI::Option* option : app.get_options()) {
    const std::size_t at = sentence.find(option->get_name());
    if (at == std::string_view::npos || at > first) continue;
    if (at == first && found->get_name().size() > option->get_name().size()) continue;
    first = at;
    found = option;
  }
  return found;
}

// What stands before a command belongs to the app: --lang there has its value there.
const CLI::Option* given_option(const CLI::App& app, std::string_view sentence) {
  const CLI::Option* option = named_option(app, sentence);
  if (app.get_parent() == nullptr || (option != nullptr && !option->results().empty())) return option;
  const CLI::Option* before = named_option(*app.get_parent(), sentence);
  return before != nullptr && !before->results().empty() ? before : option;
}

std::string between(std::string_view text, std::string_view open, std::string_view close) {
  const std::size_t start = text.find(open);
  if (start == std::string_view::npos) return "";
  text.remove_prefix(start + open.size());
  return std::string(text.substr(0, text.find(close)));
}

std::vector<std::string_view> pieces(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> all;
  for (std::size_t at = text.find(separator); at != std::string_view::npos; at = text.find(separator)) {
    all.push_back(text.substr(0, at));
    text.remove_prefix(at + separator.size());
  }
  all.push_back(text);
  return all;
}

// A value that is not among those an option takes, which are in the name of its type: {text,csv}, INT in [20 - 1000].
Message refused_value(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  const std::string set = between(type, "{", "}"), range = between(type, "[", "]");
  const std::vector<std::string_view> allowed = pieces(set, ",");
  std::string value = option.results().empty() ? "" : option.results().back();
  for (const std::string& result : option.results())
    if (!set.empty() && std::find(allowed.begin(), allowed.end(), result) == allowed.end()) value = result;
  if (!set.empty()) {
    const std::string choices = fmt::to_string(fmt::join(allowed, ", "));
    const std::optional<std::string> likely = nearest(value, allowed);
    return likely ? say("{}: `{}` is not one of {}; did you mean `{}`?", option.get_name(), value, choices, *likely)
                  : say("{}: `{}` is not one of {}", option.get_name(), value, choices);
  }
  const std::vector<std::string_view> ends = pieces(range, " - ");
  if (ends.size() == 2)
    return say("{}: `{}` is not a whole number from {} to {}", option.get_name(), value, ends[0], ends[1]);
  return say("{}: `{}` is no value for it", option.get_name(), value);
}

Message wrong_count(const CLI::Option& option, std::string_view sentence) {
  if (option.get_items_expected_max() == 0) return say("{} takes no value", option.get_name());
  const bool needs_one = sentence.ends_with("missing") || option.results().empty();
  return needs_one ? say("{} needs a value", option.get_name()) : say("{} is given more than once", option.get_name());
}

}  // namespace

Message unknown_command(std::string_view written, std::span<const std::string_view> known) {
  const std::optional<std::string> likely = nearest(written, known);
  return likely ? say("there is no command `{}`; did you mean `{}`?", written, *likely)
                : say("there is no command `{}`", written);
}

Message describe_mistake(const CLI::App& app, const CLI::ParseError& error) {
  const std::string_view sentence = error.what();
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) return unexpected(app);
  if (dynamic_cast<const CLI::ExcludesError*>(&error) != nullptr) {
    const auto names = pieces(sentence, " excludes ");
    return say("{} and {} do not go together", names.front(), names.back());
  }
  if (dynamic_cast<const CLI::RequiresError*>(&error) != nullptr) {
    const auto names = pieces(sentence, " requires ");
    return say("{} needs {} beside it", names.front(), names.back());
  }
  const CLI::Option* option = given_option(app, sentence);
  if (option == nullptr) return say("this cannot be read: {}", sentence);
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) return say("{} is required", option->get_name());
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) return wrong_count(*option, sentence);
  if (option->get_items_expected_max() == 0) return say("{} takes no value", option->get_name());
  return refused_value(*option);
}

}  // namespace saldo
