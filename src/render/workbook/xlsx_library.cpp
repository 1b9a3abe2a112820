#include "render/workbook/xlsx_library.h"

#include <dlfcn.h>

#include <optional>

namespace saldo {

namespace {

std::optional<XlsxLibrary> load() {
  void* handle = ::dlopen(SALDO_XLSXWRITER, RTLD_NOW | RTLD_LOCAL);
  if (handle == nullptr) return std::nullopt;
  XlsxLibrary library;
#define SALDO_XLSX_FIND(name)                                                      \
  library.name = reinterpret_cast<decltype(library.name)>(::dlsym(handle, #name)); \
  if (library.name == nullptr) return std::nullopt;
  SALDO_XLSX_FUNCTIONS(SALDO_XLSX_FIND)
#undef SALDO_XLSX_FIND
  return library;
}

}  // namespace

const XlsxLibrary* load_xlsx_library() {
  static const std::optional<XlsxLibrary> library = load();
  return library ? &*library : nullptr;
}

}  // namespace saldo
