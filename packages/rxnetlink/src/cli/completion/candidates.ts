import type { Command } from "commander";
import { UsageError } from "../input/usage-error.js";
import type { Program } from "../manual/man-command.js";
import { layoutOf } from "../objects/by-command.js";
import { FAMILIES } from "../objects/families.js";
import { objectNames } from "../objects/object-commands.js";
import { assignments } from "./members.js";

/** Returns the names that a command line can begin with. */
async function first(program: Program, partial: string): Promise<string[]> {
  const [family, ...rest] = partial.split(".");
  if (rest.length > 0) return objectNames(family!);
  const { commands } = await program([]);
  const own = commands.map((command) => command.name());
  const families = Object.keys(FAMILIES).filter((one) => !own.includes(one) && one !== "route");
  return [...own, ...(await objectNames("route")), ...families.map((one) => `${one}.`)];
}

/** Returns the command that words name, without options and their values. */
function commandAt(root: Command, words: readonly string[]): Command {
  return words
    .filter((word) => !word.startsWith("-"))
    .reduce((command, word) => command.commands.find((one) => one.name() === word) ?? command, root);
}

function options(command: Command): string[] {
  return command.options.flatMap(({ long }) => (long == null ? [] : [long]));
}

/**
 * Returns what the last of some words can be completed to: commands, objects, verbs, options, members and their values.
 *
 * @param words - The words after the program's name; the last is the one to complete.
 */
export async function candidates(program: Program, words: readonly string[]): Promise<string[]> {
  const partial = words.at(-1) ?? "";
  const before = words.slice(/^(help|man)$/.test(words[0] ?? "") ? 1 : 0, -1);
  const found = await possible(program, before, partial);
  return [...new Set(found)].filter((one) => one.startsWith(partial) && one !== partial);
}

async function possible(program: Program, before: readonly string[], partial: string): Promise<string[]> {
  if (before.every((word) => word.startsWith("-")) && !partial.startsWith("-"))
    return first(program, partial);
  try {
    const command = commandAt(await program(before), before);
    if (partial.startsWith("-")) return options(command);
    const layout = layoutOf(command);
    return layout === undefined ? command.commands.map((one) => one.name()) : assignments(layout, partial);
  } catch (error) {
    // A word that names no command has nothing to complete.
    if (error instanceof UsageError) return [];
    throw error;
  }
}
