// --to sqlite: a file that SQLite itself has written.
#include <fmt/format.h>
#include <sqlite3.h>

#include <utility>

#include "base/say.h"
#include "cli/export/export_folder.h"
#include "cli/export/export_writer.h"
#include "cli/save_file.h"
#include "render/export/sqlite_schema.h"

namespace saldo {

namespace {

class Database {
 public:
  ~Database() { close(); }
  Database() = default;
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  bool open(const std::string& name) { return ::sqlite3_open(name.c_str(), &db_) == SQLITE_OK; }
  bool run(const std::string& sql) { return ::sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK; }
  bool close() {
    sqlite3* db = std::exchange(db_, nullptr);
    return ::sqlite3_close(db) == SQLITE_OK;
  }
  sqlite3* get() const { return db_; }
  std::string trouble() const { return ::sqlite3_errmsg(db_); }

 private:
  sqlite3* db_ = nullptr;
};

struct Finalize {
  void operator()(sqlite3_stmt* statement) const { ::sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

Statement prepare(const Database& db, const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  ::sqlite3_prepare_v2(db.get(), sql.c_str(), -1, &statement, nullptr);
  return Statement(statement);
}

// Texts stay where they are until the row is in.
struct Bind {
  sqlite3_stmt* statement;
  int at;

  void operator()(std::monostate) const { ::sqlite3_bind_null(statement, at); }
  void operator()(std::string_view text) const {
    ::sqlite3_bind_text(statement, at, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
  }
  void operator()(std::int64_t number) const { ::sqlite3_bind_int64(statement, at, number); }
  void operator()(bool truth) const { ::sqlite3_bind_int(statement, at, truth ? 1 : 0); }
  void operator()(Money money) const { ::sqlite3_bind_int64(statement, at, money.cents()); }
};

// An empty text is one, though its pointer may be null.
TypedValue kept(const TypedValue& value) {
  const auto* text = std::get_if<std::string_view>(&value);
  return text != nullptr && text->data() == nullptr ? TypedValue(std::string_view("")) : value;
}

bool insert(sqlite3_stmt* statement, TypedRow row) {
  int at = 0;
  for (const TypedValue& value : row) std::visit(Bind{statement, ++at}, kept(value));
  const bool done = ::sqlite3_step(statement) == SQLITE_DONE;
  ::sqlite3_reset(statement);
  return done;
}

class SqliteWriter : public ExportWriter {
 public:
  explicit SqliteWriter(const ExportTarget& target) : path_(target.path), tables_(target.tables), file_(target.path) {}

  // The draft is no file of anybody's yet, so nothing has to be saved of it halfway.
  std::optional<Message> begin() override {
    if (file_.draft().empty()) return file_.keep();
    fine_ = db_.open(file_.draft()) && db_.run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF") &&
            db_.run(fmt::format("PRAGMA application_id = {}; BEGIN", sqlite_application)) &&
            db_.run(sqlite_schema(tables_.all()));
    return told();
  }

  std::optional<Message> add(const ExportedPlan& plan) override {
    Statement statement;
    tables_.for_each_row(
        plan, [&](const TypedTable& table) { statement = prepare(db_, sqlite_insert(table)); },
        [&](TypedRow row) { fine_ = fine_ && insert(statement.get(), row); }, [&] { statement.reset(); });
    return told();
  }

  std::optional<Message> finish() override {
    fine_ = db_.run("COMMIT") && adds_up();
    if (const std::optional<Message> trouble = told()) return trouble;
    return db_.close() ? file_.keep() : say("cannot write {}: {}", path_, "sqlite3_close");
  }

 private:
  // As whoever reads the file will count it.
  bool adds_up() {
    const Statement statement = prepare(db_, "SELECT count(*) FROM afwijking");
    return ::sqlite3_step(statement.get()) == SQLITE_ROW && ::sqlite3_column_int64(statement.get(), 0) == 0;
  }

  std::optional<Message> told() const {
    if (fine_) return std::nullopt;
    return say("cannot write {}: {}", path_, db_.trouble());
  }

  std::string path_;
  ChosenTables tables_;
  SavedFile file_;  // outlives the database that fills it
  Database db_;
  bool fine_ = true;
};

}  // namespace

std::unique_ptr<ExportWriter> sqlite_writer(const ExportTarget& target) {
  return std::make_unique<SqliteWriter>(target);
}

}  // namespace saldo
