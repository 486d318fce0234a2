import { Argument, Command } from "commander";
import { print, printLines, shown } from "../output.js";
import { candidates } from "./candidates.js";
import { SCRIPTS } from "./scripts.js";

const HELP = `
Examples:
  source <(rxnl completion bash)
  source <(rxnl completion zsh)
  rxnl completion fish >~/.config/fish/completions/rxnl.fish`;

/** `rxnl completion`. */
export const completionCommand = (): Command =>
  new Command("completion")
    .addArgument(new Argument("<shell>").choices(Object.keys(SCRIPTS)))
    .addHelpText("after", HELP)
    .action((shell: keyof typeof SCRIPTS) => shown(print(SCRIPTS[shell].trimEnd())));

/** `rxnl complete`, which the scripts call. */
export const completeCommand = (program: (words: readonly string[]) => Promise<Command>): Command =>
  new Command("complete")
    .argument("[words...]", "the words after rxnl; the last is completed")
    .action(async (words: string[]) => printLines(await candidates(program, words)));
