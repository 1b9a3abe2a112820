// The rows of each table of `saldo export`, in the order of the plan.
#pragma once

#include "report/export/export_tables.h"

namespace saldo {

void for_each_plan(const ExportedPlan& plan, const RowSink& sink);
void for_each_programmalijn(const ExportedPlan& plan, const RowSink& sink);
void for_each_project(const ExportedPlan& plan, const RowSink& sink);
void for_each_post_row(const ExportedPlan& plan, const RowSink& sink);
void for_each_kenmerk(const ExportedPlan& plan, const RowSink& sink);
void for_each_bedrag(const ExportedPlan& plan, const RowSink& sink);
void for_each_stand(const ExportedPlan& plan, const RowSink& sink);
void for_each_overdracht(const ExportedPlan& plan, const RowSink& sink);
void for_each_controle(const ExportedPlan& plan, const RowSink& sink);
void for_each_bevinding(const ExportedPlan& plan, const RowSink& sink);

}  // namespace saldo
