// From what was typed to what it means: a command reads its options into a struct of its own, and what cannot be read is
// gathered, so that all of it is told at once before anything runs.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding/diagnostic.h"
#include "cli/command_line.h"
#include "cli/console.h"

namespace saldo {

class Reading {
 public:
  // Both stay where they are. The line has no mistakes that the list could find.
  Reading(const CommandLine& line, const Console& console) : line_(line), console_(console) {}

  bool lists(const Option& option) const { return line_.lists(option); }
  bool has(const Option& option) const { return line_.has(option); }
  const std::vector<std::string>& texts(const Option& option) const { return line_.texts_of(option); }
  // What was typed for it, or `otherwise`.
  std::string text(const Option& option, std::string_view otherwise = "") const;
  std::size_t number(const Option& option, std::size_t otherwise) const;
  // `values` are what the words of the option mean, in their order; the first where nothing was typed.
  template <class Value>
  Value one_of(const Option& option, std::initializer_list<Value> values) const {
    return values.begin()[word_number(option)];
  }

  const Console& console() const { return console_; }

  void refuse(Message message) { refused_.push_back(std::move(message)); }
  const std::vector<Message>& refused() const { return refused_; }

 private:
  std::size_t word_number(const Option& option) const;

  const CommandLine& line_;
  const Console& console_;
  std::vector<Message> refused_;
};

// "a,b": "a" and "b". A list has at least one part.
std::vector<std::string> parts_of_list(std::string_view text);

// Digits only.
std::optional<std::size_t> read_number(std::string_view text);

}  // namespace saldo
