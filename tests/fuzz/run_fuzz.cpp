// libFuzzer: any bytes as a plan of one file, and as a run of saldo on it. What to run stands in the first line, when that
// is a comment: "# project 3.18 --years 2025 --format json". A name that is none stands for one there is, so that most
// inputs get somewhere. The input of a crash is therefore a plan to open, with the command above it.
#include <algorithm>
#include <cstdio>
#include <functional>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "cli/run.h"
#include "one_file.h"

using namespace saldo;

namespace {

using Words = std::vector<std::string>;

bool is_harmless(const Option& option) { return option.takes != Takes::file && option.takes != Takes::scenario; }

// A command that needs no file but the plan, without the options that name one: those may write. What has to be written
// somewhere goes to the screen.
struct FuzzedCommand {
  std::string name;
  std::vector<Option> options, arguments;
  Words always;
};

bool is_asked_of(const FuzzedCommand& command, const Option& option) {
  const bool is_given = std::find(command.always.begin(), command.always.end(), option.name) != command.always.end();
  return option.is_argument() || (is_harmless(option) && !is_given);
}

std::vector<FuzzedCommand> fuzzed_commands() {
  std::vector<FuzzedCommand> commands;
  for (const Command* command : all_commands()) {
    FuzzedCommand fuzzed{std::string(command->name), {}, {}, {}};
    if (command->name == "report") fuzzed.always = {"-o", "-", "--runs", "50"};
    for (const Option& option : options_of(*command))
      if (is_asked_of(fuzzed, option)) (option.is_argument() ? fuzzed.arguments : fuzzed.options).push_back(option);
    if (std::all_of(fuzzed.arguments.begin(), fuzzed.arguments.end(), is_harmless)) commands.push_back(fuzzed);
  }
  return commands;
}

template <class Things, class Name>
const auto& pick(const Things& things, const std::string& word, const Name& name) {
  for (const auto& thing : things)
    if (name(thing) == word) return thing;
  return things[std::hash<std::string>()(word) % things.size()];
}

std::string value_for(const Option& option, const std::string& word, const std::string& plan) {
  if (option.takes == Takes::plan) return plan;
  if (option.takes != Takes::word) return word;
  return std::string(pick(words_of(option), word, [](std::string_view itself) { return itself; }));
}

Words words_of_first_line(std::string_view text) {
  Words words;
  if (!text.starts_with('#')) return words;
  std::istringstream in(std::string(text.substr(1, text.find('\n') - 1)));
  for (std::string word; in >> word && words.size() < 12;) words.push_back(word.c_str());  // no argument holds a NUL
  return words;
}

// "--by=project" or "--by project", then the words that stand on their own, in the order of the positions.
Words arguments_of(const FuzzedCommand& command, const Words& words, const std::string& plan) {
  Words arguments{command.name}, rest;
  arguments.insert(arguments.end(), command.always.begin(), command.always.end());
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (!words[i].starts_with('-')) {
      rest.push_back(words[i]);
      continue;
    }
    const std::size_t equals = words[i].find('=');
    const Option& option =
        pick(command.options, words[i].substr(0, equals), [](const Option& known) { return known.name; });
    const std::string name(option.name);
    if (option.takes == Takes::nothing) arguments.push_back(name);
    else if (equals != std::string::npos)
      arguments.push_back(name + "=" + value_for(option, words[i].substr(equals + 1), plan));
    else if (++i < words.size()) arguments.push_back(name + "=" + value_for(option, words[i], plan));
  }
  std::size_t used = 0;
  for (const Option& argument : command.arguments) {
    const bool given = argument.takes != Takes::plan && used < rest.size();
    arguments.push_back(value_for(argument, given ? rest[used++] : "1", plan));
  }
  return arguments;
}

class MemoryStream {
 public:
  MemoryStream() : stream_(::open_memstream(&bytes_, &size_)) {}
  MemoryStream(const MemoryStream&) = delete;
  MemoryStream& operator=(const MemoryStream&) = delete;
  ~MemoryStream() {
    std::fclose(stream_);
    std::free(bytes_);
  }
  std::FILE* stream() const { return stream_; }
  std::string_view text() const {
    std::fflush(stream_);
    return {bytes_, size_};
  }

 private:
  char* bytes_ = nullptr;
  std::size_t size_ = 0;
  std::FILE* stream_;
};

bool asks_for(const Words& arguments, std::string_view word) {
  return std::find(arguments.begin(), arguments.end(), word) != arguments.end();
}

// What is promised of every run.
void check_promises(const Words& arguments, int code, std::string_view out, std::string_view err) {
  must(code == exit_fine || code == exit_failed || (code == exit_findings && arguments[0] == "check"));
  must(code != exit_fine || (!out.empty() && err.empty()));
  must(code != exit_findings || !out.empty());
  must(code != exit_failed || !out.empty() || !err.empty());
  const bool document = asks_for(arguments, "--format=json") && !asks_for(arguments, "--help");
  must(!document || out.empty() || nlohmann::json::accept(out));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::vector<FuzzedCommand> commands = fuzzed_commands();
  const OneFile file(data, size);
  const Words words = words_of_first_line({reinterpret_cast<const char*>(data), size});
  const FuzzedCommand& command =
      pick(commands, words.empty() ? "check" : words[0], [](const FuzzedCommand& known) { return known.name; });
  const Words arguments = arguments_of(command, words, file.path());
  const MemoryStream out, err;
  const int code = run_cli(arguments, Console{out.stream(), err.stream()});
  check_promises(arguments, code, out.text(), err.text());
  return 0;
}
