import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { Command, Option } from "commander";
import { UsageError } from "../input/usage-error.js";
import { objectNames } from "../objects/object-commands.js";
import { OWN } from "../objects/place.js";
import { printLines } from "../output.js";
import { findCommand, pageOf } from "./find-command.js";
import { manualName, pageRoff } from "./roff.js";

/** Makes the command line for some words. */
export type Program = (words: readonly string[]) => Promise<Command>;

const HELP = `
Examples:
  rxnl man link | man -l -
  rxnl man mptcp.endpoint >/usr/local/share/man/man1/rxnl-mptcp.endpoint.1`;

/** Returns the page about a command as roff. */
const roffOf = (root: Command, command: Command) => pageRoff(pageOf(command), root.version() ?? "");

/** Prints the page about the command that words name. */
async function man(self: Command, words: readonly string[]): Promise<void> {
  const root = self.parent!;
  const [command, [unknown]] = findCommand(root, words);
  if (unknown !== undefined) throw new UsageError(`no manual of "${unknown}"`);
  await printLines(roffOf(root, command));
}

/** Writes the pages about all commands and the objects of routing, compressed, and prints their names. */
async function writeAll(program: Program, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const own = (await program([])).commands.map((command) => command.name());
  const names = ["", ...new Set([...own, ...(await objectNames(OWN))])];
  for (const name of names) {
    const root = await program(name === "" ? [] : [name]);
    const [command] = findCommand(root, [name]);
    const file = `${manualName(pageOf(command).name)}.1.gz`;
    writeFileSync(join(folder, file), gzipSync(`${roffOf(root, command).join("\n")}\n`, { level: 9 }));
    await printLines([file]);
  }
}

/** `rxnl man`. */
export const manCommand = (program: Program): Command =>
  new Command("man")
    .argument("[command...]", "a command or an object; rxnl itself by default")
    .addOption(new Option("--into <folder>", "write the pages of the package").hideHelp())
    .addHelpText("after", HELP)
    .action((words: string[], { into }: { into?: string }, self: Command) =>
      into === undefined ? man(self, words) : writeAll(program, into),
    );
