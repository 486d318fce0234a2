import { didYouMean } from "@rxnetlink/core/internal";
import { Command } from "commander";
import { UsageError } from "../input/usage-error.js";
import { print, shown } from "../output.js";
import type { CommonOptions } from "../session.js";
import type { CommandedObject } from "./commanded.js";
import { FAMILIES } from "./families.js";
import { objectCommand } from "./object-command.js";
import { objectsOf } from "./objects-of.js";
import { placeOf, prefixOf } from "./place.js";

/** Returns the objects of a family; none if there is no such family. */
async function objectsIn(family: string): Promise<CommandedObject[]> {
  const load = Object.hasOwn(FAMILIES, family) ? FAMILIES[family] : undefined;
  return load === undefined ? [] : objectsOf(await load(), prefixOf(family));
}

/** Returns the names of the objects of a family. */
export const objectNames = async (family: string): Promise<string[]> =>
  (await objectsIn(family)).map(({ name }) => name);

/** The error for a family without an object. */
async function incomplete(family: string): Promise<UsageError> {
  const names = await objectNames(family);
  return new UsageError(`${family}: name one of its objects: ${names.join(", ")}`);
}

/**
 * Returns the command that a word names: an object of routing, or one of another family as `FAMILY.OBJECT`.
 *
 * @param others - Names of the other commands.
 * @throws UsageError if there is none.
 */
export async function namedCommand(word: string, others: readonly string[]): Promise<Command> {
  const [family, path] = placeOf(word);
  const objects = await objectsIn(family);
  const object = objects.find((one) => one.name === prefixOf(family) + path);
  if (object !== undefined) return objectCommand(object);
  if (Object.hasOwn(FAMILIES, word)) throw await incomplete(word);
  const families = Object.keys(FAMILIES);
  const known = [...others, ...objects.map((one) => one.name), ...families];
  const hint = didYouMean(word, known) ?? "rxnl objects prints the names of all objects";
  throw new UsageError(`unknown command '${word}' (${hint})`);
}

/** Prints the names of the objects of some families, each with its verbs. */
async function list(families: readonly string[], { json }: CommonOptions): Promise<void> {
  const all = await Promise.all((families.length === 0 ? Object.keys(FAMILIES) : families).map(objectsIn));
  const objects = all.flat();
  if (json)
    return shown(print(JSON.stringify(objects.map(({ name, definition: { verbs } }) => ({ name, verbs })))));
  const widest = Math.max(0, ...objects.map(({ name }) => name.length));
  for (const { name, definition } of objects)
    await shown(print(`${name.padEnd(widest)}  ${definition.verbs.join(" ")}`));
}

/** `rxnl objects`. */
export const objectsCommand = (): Command =>
  new Command("objects")
    .argument("[family...]", "families, such as mptcp; all by default")
    .description("print the objects that are commands, and their verbs")
    .action((families: string[], _: unknown, self: Command) => list(families, self.optsWithGlobals()));
