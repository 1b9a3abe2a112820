// saldo completion SHELL: the script that lets a shell complete what you type.
#include "cli/completion/completion.h"

#include "cli/carry_out.h"
#include "cli/command.h"

namespace saldo {

namespace of_completion {
namespace {

constexpr OptionWord shells[] = {"bash", "zsh", "fish"};
constexpr Option shell{
    .name = "SHELL",
    .takes = Takes::word,
    .description = marked("the shell it is for"),
    .words = shells,
    .required = true,
};
constexpr Option options[] = {shell};

struct Asked {
  std::string (*script)(Language);
};

Asked read(Reading& reading) { return {reading.one_of(shell, {bash_completion, zsh_completion, fish_completion})}; }

int run(const Asked& asked, const Console& console) { return write_output(console, asked.script(console.language)); }

constexpr Example examples[] = {
    {"saldo completion bash", marked("in ~/.bashrc: source <(saldo completion bash)")},
    {"saldo completion zsh > _saldo", marked("to be put in a folder of $fpath")},
    {"saldo completion fish > saldo.fish", marked("to be put in ~/.config/fish/completions")},
};

}  // namespace
}  // namespace of_completion

extern const Command completion_command{
    .name = "completion",
    .summary = marked("a script that lets your shell complete what you type"),
    .options = of_completion::options,
    .examples = of_completion::examples,
    .run = carry_out<Needs::nothing, of_completion::read, of_completion::run>,
};

}  // namespace saldo
