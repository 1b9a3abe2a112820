#include "render/export/postgres.h"

#include <fmt/format.h>

namespace saldo {

namespace {

std::string_view postgres_type(TypedKind kind) {
  switch (kind) {
    case TypedKind::text: return "text";
    case TypedKind::integer: return "bigint";
    case TypedKind::boolean: return "boolean";
    case TypedKind::amount: return "numeric(18,2)";
    case TypedKind::sum: return "numeric(38,2)";
  }
  return "";
}

constexpr SqlWords postgres_words{postgres_type, "saldo.", true, same_name};

std::string sql_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("''") : std::string(1, c);
  return out + "'";
}

std::string postgres_table(const TypedTable& table) {
  return fmt::format("CREATE TABLE IF NOT EXISTS saldo.{} (\n{}\n);\nCOMMENT ON TABLE saldo.{} IS {};\n", table.name,
                     definition_of(table, postgres_words), table.name, sql_quoted(table.description));
}

// Which version of these tables it has stands on the schema itself.
std::string schema_of(std::int64_t version) {
  return fmt::format(
      "DO $saldo$\n"
      "BEGIN\n"
      "  IF obj_description(to_regnamespace('saldo'), 'pg_namespace') IS DISTINCT FROM 'saldo export {0}'\n"
      "    AND to_regnamespace('saldo') IS NOT NULL THEN\n"
      "    RAISE EXCEPTION 'het schema saldo is niet van saldo export, of van een andere versie dan {0}';\n"
      "  END IF;\n"
      "END\n"
      "$saldo$;\n"
      "CREATE SCHEMA IF NOT EXISTS saldo;\n"
      "COMMENT ON SCHEMA saldo IS 'saldo export {0}';\n",
      version);
}

// The plans of this script, so that others in the database have no part in its check.
std::string plans_of(const SqlTables& all) {
  return fmt::format(
      "CREATE TEMPORARY TABLE saldo_geladen ON COMMIT DROP AS\n"
      "  SELECT {} FROM saldo.{} WITH NO DATA;\n",
      names_of(all.key), all.control.name);
}

}  // namespace

std::string postgres_head(const SqlTables& all, std::int64_t version) {
  std::string text =
      "-- psql -v ON_ERROR_STOP=1 -f DIT_BESTAND: laadt alles of niets. Opnieuw laden vervangt dezelfde plannen.\n"
      "\\set ON_ERROR_STOP on\n"
      "SET client_encoding = 'UTF8';\n"
      "SET standard_conforming_strings = on;\n"
      "SET client_min_messages = warning;\n"
      "BEGIN;\n" +
      schema_of(version);
  for (const TypedTable& table : all.tables) text += postgres_table(table);
  text += postgres_table(all.control);
  text += fmt::format("CREATE OR REPLACE VIEW saldo.geteld AS\n{};\n", counted_query(all, postgres_words));
  text +=
      fmt::format("CREATE OR REPLACE VIEW saldo.afwijking AS\n{};\n", difference_query(all, postgres_words, "geteld"));
  // It knows nothing yet of how large these tables are, and would look through all of one for every plan that goes.
  return text + plans_of(all) + "SET LOCAL enable_seqscan = off;\n";
}

std::string postgres_forget(const SqlTables& all, TypedRow key) {
  std::string values, where;
  for (std::size_t i = 0; i < all.key.size(); ++i) {
    const std::string value = sql_quoted(std::get<std::string_view>(key[i]));
    values += (i == 0 ? "" : ", ") + value;
    where += fmt::format("{}{} = {}", i == 0 ? "" : " AND ", all.key[i].name, value);
  }
  std::string text = fmt::format("INSERT INTO saldo_geladen VALUES ({});\n", values);
  for (const TypedTable& table : all.tables) text += fmt::format("DELETE FROM saldo.{} WHERE {};\n", table.name, where);
  return text + fmt::format("DELETE FROM saldo.{} WHERE {};\n", all.control.name, where);
}

std::string postgres_copy(const TypedTable& table) {
  return fmt::format("COPY saldo.{} ({}) FROM stdin;\n", table.name, names_of(table.columns));
}

std::string postgres_end(const SqlTables& all) {
  return fmt::format(
      "SET LOCAL enable_seqscan = on;\n"
      "DO $saldo$\n"
      "DECLARE\n"
      "  anders text;\n"
      "BEGIN\n"
      "  SELECT string_agg(afwijking::text, E'\\n' ORDER BY afwijking::text) INTO anders\n"
      "    FROM saldo.afwijking JOIN saldo_geladen USING ({});\n"
      "  IF anders IS NOT NULL THEN\n"
      "    RAISE EXCEPTION 'niet wat saldo telde: er is niets geladen' USING DETAIL = anders;\n"
      "  END IF;\n"
      "END\n"
      "$saldo$;\n"
      "COMMIT;\n",
      names_of(all.key));
}

}  // namespace saldo
