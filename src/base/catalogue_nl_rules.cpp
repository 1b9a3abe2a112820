// The words around a finding, and around what there is to say about its rule.
#include "base/catalogue_nl.h"

namespace saldo {

namespace {

constexpr Translation rows[] = {
    {"error", "fout"},
    {"warning", "waarschuwing"},
    {"note", "opmerking"},
    {"help", "hulp"},
    {"no findings", "geen bevindingen"},
    {"The rules of saldo", "De regels van saldo"},
    {"Rule", "Regel"},
    {"Severity", "Ernst"},
    {"What is found", "Wat er wordt gevonden"},
    {"This gives the finding:", "Dit geeft de bevinding:"},
    {"This does not:", "Dit niet:"},
};

}  // namespace

std::span<const Translation> dutch_of_rules() { return rows; }

}  // namespace saldo
