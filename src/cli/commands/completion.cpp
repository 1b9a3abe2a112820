// saldo completion SHELL: the script that lets a shell complete what you type.
#include "cli/completion/completion.h"

#include "cli/options.h"

namespace saldo {

namespace {

struct Shell {
  std::string_view name;
  std::string (*script)(const ProgramShape&);
};

constexpr Shell shells[] = {{"bash", bash_completion}, {"zsh", zsh_completion}, {"fish", fish_completion}};

void add_options(CLI::App& app, Request& request) {
  std::vector<std::string> names;
  for (const Shell& shell : shells) names.emplace_back(shell.name);
  app.add_option("SHELL", request.shell, "the shell it is for")->required()->check(CLI::IsMember(names));
}

int run(const Request& request, const Console& console) {
  for (const Shell& shell : shells)
    if (request.shell == shell.name) return write_output(console, shell.script(program_shape(console.language)));
  return exit_bug;
}

}  // namespace

const Command completion_command{
    "completion", marked("a script that lets your shell complete what you type"),
    marked("  saldo completion bash                  in ~/.bashrc: source <(saldo completion bash)\n"
           "  saldo completion zsh > _saldo          to be put in a folder of $fpath\n"
           "  saldo completion fish > saldo.fish     to be put in ~/.config/fish/completions\n"),
    add_options, run};

}  // namespace saldo
