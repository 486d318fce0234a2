import type { Command } from "commander";
import { objectOf } from "../objects/by-command.js";
import { commandPage } from "./command-page.js";
import { objectPage } from "./object-page.js";
import type { Page } from "./page.js";

/** Returns the command that words name, and the words that are left. */
export function findCommand(
  root: Command,
  words: readonly string[],
): readonly [command: Command, left: readonly string[]] {
  const [word, ...rest] = words;
  const command = root.commands.find((one) => one.name() === word);
  return command === undefined ? [root, words] : findCommand(command, rest);
}

/** Returns the page of a command. */
export function pageOf(command: Command): Page {
  const object = objectOf(command);
  return object === undefined ? commandPage(command) : objectPage(object, command);
}
