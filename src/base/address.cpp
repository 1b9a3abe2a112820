#include "base/address.h"

namespace saldo {

std::string to_text(const Address& address) {
  std::string text = address.project.empty() ? "totaal" : address.project;
  if (!address.post.empty()) text += "/" + address.post;
  if (!address.figure.empty()) text += "/" + address.figure;
  if (address.year) text += "/" + std::to_string(address.year->value);
  return text;
}

std::string in_words(const Address& address) {
  std::string text = address.project;
  const auto add = [&text](const std::string& word) { text += (text.empty() ? "" : " ") + word; };
  if (!address.post.empty()) text += "/" + address.post;
  if (!address.figure.empty()) add(address.figure);
  if (address.year) add(std::to_string(address.year->value));
  return text;
}

}  // namespace saldo
