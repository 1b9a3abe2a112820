// A page in the form that was asked, on out or in its file.
#pragma once

#include "cli/report/report_work.h"

namespace saldo {

// Markdown in a file has its pictures in figuren/ beside it; each file is there in full or as it was.
int write_report(const ReportAsked& asked, const Page& page, const Console& console);

// Where libxlsxwriter is not installed, that is told and nothing is written.
int write_workbook(const ReportAsked& asked, const Book& book, const Console& console);

// A new folder: stuk.html, its pictures as svg and its tables as csv, and stuk.xlsx where libxlsxwriter is installed; where
// it is not, that is told.
int write_bundle(const ReportAsked& asked, const Page& page, const Book& book, const Console& console);

}  // namespace saldo
