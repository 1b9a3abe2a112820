// What tests of `saldo export` share.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

// A plan of names that programs stumble over: quotes, backslashes, what ends a COPY or stands for NULL, formulas, numbers with
// zeros before and behind, other scripts.
extern const std::string awkward_plan;

// What `saldo table --tidy` has of it, in cents: year, side and then rows, sum, PM.
struct TidySum {
  int rows = 0;
  long long cents = 0;
  int pm = 0;
};
std::map<std::pair<std::string, std::string>, TidySum> tidy_sums(const std::string& plan);

// "2025|baten|38|7171442.00|9": a line for each, as SELECT jaar, kant, count(*), sum(bedrag), PM would print it.
std::string tidy_lines(const std::string& plan);

// Every project, post and naam of the awkward plan, one a line.
extern const std::string awkward_names;
