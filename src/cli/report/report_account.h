// What a paper says of itself: its standing, its date, and what it was made with.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "cli/report/report_work.h"

namespace saldo {

std::string standing_words(const ReportAsked& asked, const ReportWork& work);

// "6 november 2025"; "" where none was given.
std::string date_words(const ReportAsked& asked);

// "Programma", "saldo 0.4" and so on, in the order in which they are told.
std::vector<std::pair<std::string, std::string>> account_of(const ReportAsked& asked, const ReportWork& work);

}  // namespace saldo
