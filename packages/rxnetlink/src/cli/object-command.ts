import { type Ack, definitionOf, type NetlinkObject, toJson } from "@rxnetlink/core";
import { Command } from "commander";
import { concatMap, from, lastValueFrom, type Observable, takeUntil, toArray } from "rxjs";
import { readAssignments } from "./input/assignments.js";
import { complain, outputFailed$, print } from "./output.js";
import type { CommonOptions } from "./session.js";

type Row = Record<string, unknown>;

/** An object that has a command of its own. */
export interface CommandedObject {
  /** Its name, which is that of the command. */
  readonly name: string;
  /** Its name in texts, in the singular and in the plural. */
  readonly nouns: readonly [one: string, many: string];
  /** Verbs that the kernel has; all by default. */
  readonly verbs?: readonly string[];
  /** Values to show in the help: of a list, of the identity, of a change. */
  readonly examples: readonly [list: string, identity: string, change: string];
  /** Opens it for one command, and closes it afterwards. */
  open(netns: string | undefined, action: (verbs: NetlinkObject<object>) => Promise<void>): Promise<void>;
  /** Formats one as one line. */
  describe(row: object): string;
}

/** Waits until everything is printed, or the reader has closed our output. */
export async function shown(printed$: Observable<never>): Promise<void> {
  await lastValueFrom(printed$.pipe(takeUntil(outputFailed$)), { defaultValue: undefined });
}

/** The verbs that change something. */
const CHANGES: Readonly<Record<string, (verbs: NetlinkObject<object>, value: Row) => Observable<Ack>>> = {
  add: (verbs, value) => verbs.add$(value),
  change: (verbs, value) => verbs.change$(value),
  replace: (verbs, value) => verbs.replace$(value),
  delete: (verbs, value) => verbs.delete$(value),
};

/** Runs a verb of an object with the assignments given. */
async function run(
  { open, describe }: CommandedObject,
  verb: string,
  words: readonly string[],
  { netns, json }: CommonOptions,
): Promise<void> {
  await open(netns, async (verbs) => {
    const definition = definitionOf(verbs);
    const value = readAssignments(definition.layout, words, String(definition.namedBy?.[0]));
    const change = CHANGES[verb];
    if (change !== undefined) {
      const { warning } = await lastValueFrom(change(verbs, value));
      if (warning !== undefined) complain(`rxnl: warning: ${warning}`);
      return;
    }
    const jsonOf = (row: object) => toJson(definition, row);
    if (verb === "get") {
      const row = await lastValueFrom(verbs.get$(value));
      return shown(print(json ? JSON.stringify(jsonOf(row)) : describe(row)));
    }
    const rows = await lastValueFrom(verbs.list$(value).pipe(toArray()));
    const lines = json ? [JSON.stringify(rows.map(jsonOf))] : rows.map((row) => describe(row));
    await shown(from(lines).pipe(concatMap(print)));
  });
}

/** The verbs, each with its description. */
const VERBS: Readonly<Record<string, (object: string) => string>> = {
  list: (object) => `print every ${object}, or those that match all the given values`,
  get: (object) => `print the ${object} that the values identify`,
  add: (object) => `create ${indefinite(object)}; error if it exists`,
  change: (object) => `change ${indefinite(object)} that exists`,
  replace: (object) => `create ${indefinite(object)}, or replace the one that exists`,
  delete: (object) => `delete ${indefinite(object)}`,
};

function indefinite(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}

/** The end of the help for a verb. */
function valuesHelp({ name, examples: [list, identity, change] }: CommandedObject, verb: string): string {
  const values =
    verb === "list" ? list : ["get", "delete"].includes(verb) ? identity : `${identity} ${change}`;
  return `
Values have the library's names, nested ones by their path, such as
linkinfo.data.vxlan.id=42. Elements of arrays and names of flags are separated
by commas. An object can also be given as JSON, or as - to read JSON from
standard input.

Example:
  rxnl ${name} ${verb} ${values}`;
}

/** Returns verbs in words: `list, get or delete`. */
const inWords = (verbs: readonly string[]) => `${verbs.slice(0, -1).join(", ")} or ${verbs.at(-1)}`;

/** `rxnl OBJECT VERB KEY=VALUE…`. */
export function objectCommand(object: CommandedObject): Command {
  const { name, nouns, verbs = Object.keys(VERBS) } = object;
  const command = new Command(name).description(`${inWords(verbs)} ${nouns[1]}`);
  for (const verb of verbs)
    command
      .command(`${verb} [KEY=VALUE...]`)
      .description(VERBS[verb]!(nouns[0]))
      .addHelpText("after", valuesHelp(object, verb))
      .action((words: string[], _: unknown, self: Command) =>
        run(object, verb, words, self.optsWithGlobals()),
      );
  return command;
}
