// Which regel a key comes to, and what is told of keys that come to none. Private to intake/.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "intake/realisatie/ledger_row.h"

namespace saldo {

// The first regel that fits a key.
class Regels {
 public:
  explicit Regels(const Koppeling& koppeling) : koppeling_(koppeling) {}

  std::optional<std::size_t> find(const std::string& key);
  // The key as it was before a spreadsheet took something from a part of it, where a regel names that part.
  std::optional<std::string> before_spreadsheet(const std::string& key);

 private:
  const Koppeling& koppeling_;
  std::unordered_map<std::string, std::optional<std::size_t>> found_;
};

// Told once each, with the regel to type.
class UnmappedKeys {
 public:
  UnmappedKeys(const Plan& plan, const Koppeling& koppeling, const LedgerRows& rows, Regels& regels,
               Gathering& gathering);

  void keep(std::size_t row, const std::string& key, bool adds_up_others);
  void tell();

 private:
  struct Key {
    std::string key;
    std::string naam;
    Place place;  // of the first
    std::size_t rows = 0;
    bool adds_up_others = false;
  };
  Message help_for(const Key& one);
  // Project and post of the only post that is called as the row is.
  std::pair<std::string, std::string> likely_post(const std::string& naam) const;

  const Plan& plan_;
  const Koppeling& koppeling_;
  const LedgerRows& rows_;
  Regels& regels_;
  Gathering& gathering_;
  std::unordered_map<std::string, std::size_t> numbers_;
  std::vector<Key> keys_;  // in the order in which they were met
};

}  // namespace saldo
