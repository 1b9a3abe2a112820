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

#include "cli/run.h"
#include "cli/shape.h"
#include "one_file.h"

using namespace saldo;

namespace {

using Words = std::vector<std::string>;

bool is_harmless(const Argument& argument) { return argument.takes != Takes::file; }

// Commands that need no file but the plan, without the options that name one: those may write.
std::vector<CommandShape> fuzzed_commands() {
  std::vector<CommandShape> commands;
  for (CommandShape& command : program_shape().commands) {
    std::erase_if(command.options, [](const Argument& option) { return !is_harmless(option); });
    bool harmless = true;
    for (const Argument& argument : command.positionals) harmless = harmless && is_harmless(argument);
    if (harmless) commands.push_back(std::move(command));
  }
  return commands;
}

template <class Things, class Name>
const auto& pick(const Things& things, const std::string& word, const Name& name) {
  for (const auto& thing : things)
    if (name(thing) == word) return thing;
  return things[std::hash<std::string>()(word) % things.size()];
}

const std::string& itself(const std::string& word) { return word; }

std::string value_for(const Argument& argument, const std::string& word, const std::string& plan) {
  if (argument.takes == Takes::plan) return plan;
  return argument.takes == Takes::one_of ? pick(argument.values, word, itself) : word;
}

Words words_of_first_line(std::string_view text) {
  Words words;
  if (!text.starts_with('#')) return words;
  std::istringstream in(std::string(text.substr(1, text.find('\n') - 1)));
  for (std::string word; in >> word && words.size() < 12;) words.push_back(word.c_str());  // no argument holds a NUL
  return words;
}

// "--by=project" or "--by project", then the words that stand on their own, in the order of the positions.
Words arguments_of(const CommandShape& command, const Words& words, const std::string& plan) {
  Words arguments{command.name}, rest;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (!words[i].starts_with('-')) {
      rest.push_back(words[i]);
      continue;
    }
    const std::size_t equals = words[i].find('=');
    const Argument& option =
        pick(command.options, words[i].substr(0, equals), [](const Argument& a) { return a.names.back(); });
    if (option.takes == Takes::nothing) arguments.push_back(option.names.back());
    else if (equals != std::string::npos)
      arguments.push_back(option.names.back() + "=" + value_for(option, words[i].substr(equals + 1), plan));
    else if (++i < words.size()) arguments.push_back(option.names.back() + "=" + value_for(option, words[i], plan));
  }
  std::size_t used = 0;
  for (const Argument& argument : command.positionals) {
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
  static const std::vector<CommandShape> commands = fuzzed_commands();
  const OneFile file(data, size);
  const Words words = words_of_first_line({reinterpret_cast<const char*>(data), size});
  const CommandShape& command =
      pick(commands, words.empty() ? "check" : words[0], [](const CommandShape& c) { return c.name; });
  const Words arguments = arguments_of(command, words, file.path());
  const MemoryStream out, err;
  const int code = run_cli(arguments, Console{out.stream(), err.stream()});
  check_promises(arguments, code, out.text(), err.text());
  return 0;
}
