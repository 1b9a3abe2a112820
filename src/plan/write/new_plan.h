// A plan that is written for the first time: from a sheet of somebody else's, or from a list of names. Amounts are
// written out; rules are for people to add.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/money.h"
#include "base/year.h"
#include "plan/model.h"
#include "plan/weergave.h"

namespace saldo {

// One amount for each year of the plan, from its first; what is missing at the end is absent.
using YearAmounts = std::vector<Amount>;

// Printed totals: money as saldo counts it (a saldo is baten - lasten), whatever sign the document has. PM is left out.
struct NewControle {
  struct Row {
    Figure figure;
    YearAmounts amounts = {};
  };
  std::string bron = {};
  std::string kop = {};                  // of a project: the heading whose posts it is of; "": all
  std::optional<Money> eenheid = {};     // what its figures are written in; none: as the plan
  std::optional<Money> afronding = {};   // what the document rounds to; none: its last digit
  std::optional<Money> tolerantie = {};  // none: what rounding can explain
  std::vector<Row> rows = {};
};

// A row of a project. A comment stands behind its row, or above it where it is long or has several lines.
struct NewPost {
  std::string nr = {};  // "": its place
  std::string naam = {};
  std::string kop = {};  // "": none
  BothSides<YearAmounts> amounts = {};
  std::optional<bool> structureel = {};
  std::string comment = {};
};

struct NewProject {
  std::string nr = {};
  std::string naam = {};
  std::string programmalijn = {};  // its id; "": a row of its own
  std::optional<Soort> soort = {};
  Amount budget = {};  // per 1 januari of the first year; absent: not written
  std::vector<NewPost> posts = {};
  BothSides<YearAmounts> amounts = {};  // of a project that is one row, and so has no posts
  std::vector<NewControle> controles = {};
  std::string comment = {};
};

struct NewProgrammalijn {
  std::string id = {};
  std::string naam = {};
  std::string onder = {};  // the id of the line it is under; "": none
  std::optional<Soort> soort = {};
  std::vector<NewControle> controles = {};
  std::string comment = {};
};

struct NewPlan {
  std::string naam = {};
  Years years;
  Money eenheid = one_euro;  // one of written_units
  std::optional<Soort> soort = {};
  std::optional<Year> begrotingsjaar = {};
  std::vector<NewControle> controles = {};
  Weergave weergave = {};    // its place is of no account
  std::string comment = {};  // above all, what the plan was made from
  std::vector<NewProgrammalijn> programmalijnen = {};
  std::vector<NewProject> projects = {};
};

struct NewFile {
  std::string path;  // below the folder of the plan: "projecten/3.5.toml"
  std::string text;
};

// The files of the plan in the order in which they are read: plan.toml, and the projects in one file where they are few,
// else each in its own, or a thousand together where there are more. The same plan gives the same bytes. What is read
// back has the same names, amounts and order, as long as each text is valid UTF-8 and each amount is in range; whether the
// plan is right is left to the loader. A text is made when it is asked, so that a large plan is not held twice.
class NewPlanFiles {
 public:
  explicit NewPlanFiles(const NewPlan& plan);  // which outlives it, and stays as it is

  std::size_t size() const { return pieces_.size(); }
  NewFile make(std::size_t at) const;  // from any thread

 private:
  enum class Holds { head, lines, projects, all_in_rows };
  struct Piece {
    std::string path;
    Holds holds{};
    std::size_t first = 0, end = 0;  // of the projects
  };
  void part_projects();

  const NewPlan& plan_;
  std::vector<Piece> pieces_;
};

// All of them.
std::vector<NewFile> new_plan_files(const NewPlan& plan);

}  // namespace saldo
