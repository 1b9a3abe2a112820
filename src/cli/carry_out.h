// What every command does before its own work: read what is asked, tell what cannot be read, and prepare what it needs.
#pragma once

#include <optional>
#include <utility>

#include "cli/computed.h"
#include "cli/reading.h"
#include "cli/standing_note.h"
#include "cli/weergave.h"

namespace saldo {

// How much is prepared before `run`, and so what it is given between what was asked and the console.
enum class Needs {
  nothing,
  files,    // Sources, by value: the plan of `asked.plan` as its files have it
  figures,  // const Computed&: that plan worked out; what hinders it has been told
  reasons,  // the same, with how each amount came about
};

template <Needs needs, auto read, auto run>
int carry_out(Reading& reading) {
  const Console& console = reading.console();
  auto asked = read(reading);
  if (!tell_refused(reading)) return exit_failed;
  // Beyond this fence each thing that was asked has a meaning of its own.
  if constexpr (needs == Needs::nothing) {
    return run(asked, console);
  } else {
    std::optional<Sources> sources = load_sources(asked.plan, console);
    if (!sources) return exit_failed;
    name_scenarios(sources->scenarios, asked.format);
    if constexpr (needs == Needs::files) {
      return run(asked, std::move(*sources), console);
    } else {
      const Traced traced = needs == Needs::reasons ? Traced::yes : Traced::no;
      std::optional<Computed> computed = compute(std::move(*sources), asked.plan, console, traced);
      if (!computed) return exit_failed;
      tell_standing(computed->worked.plan, asked.plan, asked.format);
      dress_as(computed->worked.plan, asked.format);
      const int code = run(asked, std::as_const(*computed), console);
      leave(std::move(computed), console);
      return code;
    }
  }
}

}  // namespace saldo
