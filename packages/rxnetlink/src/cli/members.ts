import { definitionOf, type NetlinkObject, pick } from "@rxnetlink/core";
import { didYouMean, listed } from "@rxnetlink/core/internal";
import type { Command } from "commander";
import { UsageError } from "./input/usage-error.js";
import type { CommonOptions } from "./session.js";

/** Options of commands that print objects. */
export interface PrintOptions extends CommonOptions {
  /** Names of members, as typed. */
  readonly members?: string;
}

/** Adds the option by which a command prints only some members. */
export function choosingMembers(command: Command): Command {
  return command.option("--members <names>", "print only these members, separated by commas");
}

function refusal(name: string, known: readonly string[]): UsageError {
  const [outer = name] = name.split(".");
  const hint =
    outer !== name && known.includes(outer)
      ? `only whole ones: ${outer}`
      : (didYouMean(name, known) ?? `members: ${listed(known)}`);
  return new UsageError(`--members: no member "${name}" (${hint})`);
}

/**
 * Returns the members that were chosen of each of these objects; `undefined` if none were. An object that has none of them is
 * left out.
 *
 * @throws UsageError if no object has such a member.
 */
export function chosenOf<N extends string>(
  { members }: PrintOptions,
  objects: ReadonlyMap<N, NetlinkObject<object>>,
): ReadonlyMap<N, readonly string[] | undefined> {
  const keysOf = (one: NetlinkObject<object>) => definitionOf(one).layout.keys?.() ?? [];
  const known = [...new Set([...objects.values()].flatMap(keysOf))];
  const names = members?.split(",").map((name) => name.trim());
  const wrong = names?.find((name) => !known.includes(name));
  if (wrong !== undefined) throw refusal(wrong, known);
  const chosen = [...objects].map(([name, one]) => {
    const keys = keysOf(one);
    return [name, names?.filter((key) => keys.includes(key))] as const;
  });
  return new Map(chosen.filter(([, keys]) => keys?.length !== 0));
}

/** Returns an object with the chosen members only; whole by default. */
export const limitedTo = (keys: readonly string[] | undefined, row: object): object =>
  keys === undefined ? row : pick(row as Record<string, unknown>, ...keys);
