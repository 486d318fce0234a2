import { Command } from "commander";
import { UsageError } from "../input/usage-error.js";
import { objectOf } from "../objects/by-command.js";
import { printLines } from "../output.js";
import type { CommonOptions } from "../session.js";
import { findCommand, pageOf } from "./find-command.js";
import { printMembers } from "./print-members.js";
import { pageText, pageWidth } from "./terminal.js";

/** Prints the help about the command that words name, or about a member of an object. */
async function help(self: Command, words: readonly string[]): Promise<void> {
  const [command, [path]] = findCommand(self.parent!, words);
  const isMembers = command.name() === "members";
  const object = objectOf(isMembers ? command.parent! : command);
  if (object !== undefined && (path !== undefined || isMembers))
    return printMembers(object, path, self.optsWithGlobals<CommonOptions>().json);
  if (path !== undefined) throw new UsageError(`no help about "${path}"`);
  await printLines(pageText(pageOf(command), pageWidth()));
}

/** `rxnl help`. */
export const helpCommand = (): Command =>
  new Command("help")
    .argument("[command...]", "a command, its verb, or an object and one of its members")
    .action((words: string[], _: unknown, self: Command) => help(self, words));
