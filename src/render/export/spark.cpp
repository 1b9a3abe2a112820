#include <fmt/format.h>

#include "render/export/loaders.h"

namespace saldo {

namespace {

std::string_view spark_type(TypedKind kind) {
  switch (kind) {
    case TypedKind::text: return "STRING";
    case TypedKind::integer: return "BIGINT";
    case TypedKind::boolean: return "BOOLEAN";
    case TypedKind::amount: return "DECIMAL(18,2)";
    case TypedKind::sum: return "DECIMAL(38,2)";
  }
  return "";
}

constexpr SqlWords spark_words{spark_type, "", false, same_name};

std::string spark_schema(const TypedTable& table) {
  std::string columns;
  for (const TypedColumn& column : table.columns)
    columns += fmt::format("{}{} {}", columns.empty() ? "" : ", ", column.name, spark_type(column.kind));
  return fmt::format("    \"{}\": \"{}\",\n", table.name, columns);
}

}  // namespace

std::string spark_loader(const SqlTables& all) {
  std::string text =
      "# spark-submit load.py, in de map van dit bestand; of: exec(open(\"load.py\").read()) in pyspark.\n"
      "# Laadt alle plannen van deze map als views, en telt na.\n"
      "import os\n"
      "from pyspark.sql import SparkSession\n\n"
      "map_ = os.environ.get(\"SALDO_LAKE\", os.getcwd())\n"
      "spark = SparkSession.builder.getOrCreate()\n"
      "schemas = {\n";
  for (const TypedTable& table : all.tables) text += spark_schema(table);
  text += spark_schema(all.control);
  text += fmt::format(
      "}}\n"
      "for naam, schema in schemas.items():\n"
      "    (spark.read.schema(schema)\n"
      "     .options(header=True, quote='\"', escape='\"', multiLine=True, mode=\"FAILFAST\",\n"
      "              nullValue=\"\", emptyValue=\"\", enforceSchema=False, encoding=\"UTF-8\")\n"
      "     .csv(f\"{{map_}}/{}/{{naam}}.csv\").createOrReplaceTempView(naam))\n",
      plan_folders);
  text +=
      fmt::format("spark.sql(\"\"\"{}\"\"\").createOrReplaceTempView(\"geteld\")\n", counted_query(all, spark_words));
  return text + fmt::format(
                    "anders = spark.sql(\"\"\"{}\"\"\").collect()\n"
                    "if anders:\n"
                    "    raise SystemExit(f\"niet wat saldo telde: {{anders}}\")\n"
                    "print(\"alles is over\")\n",
                    difference_query(all, spark_words, "geteld"));
}

}  // namespace saldo
