import { type Ack, definitionOf, type NetlinkObject } from "@rxnetlink/core";
import { Command } from "commander";
import { concatMap, from, lastValueFrom, type Observable, takeUntil, toArray } from "rxjs";
import { readAssignments } from "./assignments.js";
import { jsonText } from "./json.js";
import { complain, outputFailed$, print } from "./output.js";
import { type CommonOptions, type ObjectName, objectOf, withRtnetlink } from "./session.js";
import { describe } from "./text.js";

type Row = Record<string, unknown>;

function printRows(
  object: ObjectName,
  rows: readonly object[],
  json: boolean | undefined,
): Observable<never> {
  if (json) return print(jsonText(object, rows));
  return from(rows).pipe(concatMap((row) => print(describe(object, row))));
}

function printRow(object: ObjectName, row: object, json: boolean | undefined): Observable<never> {
  return print(json ? jsonText(object, row) : describe(object, row));
}

/** Waits until everything is printed, or the reader has closed our output. */
async function shown(printed$: Observable<never>): Promise<void> {
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
  object: ObjectName,
  verb: string,
  words: readonly string[],
  { netns, json }: CommonOptions,
): Promise<void> {
  await withRtnetlink("request", netns, async (nl) => {
    const verbs = objectOf(nl, object);
    const { layout, namedBy = [] } = definitionOf(verbs);
    const value = readAssignments(layout, words, String(namedBy[0]));
    const change = CHANGES[verb];
    if (change !== undefined) {
      const { warning } = await lastValueFrom(change(verbs, value));
      if (warning !== undefined) complain(`rxnl: warning: ${warning}`);
    } else if (verb === "get") await shown(printRow(object, await lastValueFrom(verbs.get$(value)), json));
    else await shown(printRows(object, await lastValueFrom(verbs.list$(value).pipe(toArray())), json));
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

/** The objects, in the plural. */
const PLURALS = { link: "links", address: "addresses", route: "routes" } as const;

/** Values to show for each object: of a list, of the identity, of a change. */
const EXAMPLES: Readonly<Record<ObjectName, readonly [list: string, identity: string, change: string]>> = {
  link: ["linkinfo.kind=veth", "ifname=eth0", "mtu=1400 flags=up"],
  address: ["index=eth0", "index=eth0 local=192.0.2.1/24", "cacheinfo.valid=3600"],
  route: ["oif=eth0", "dst=198.51.100.0/24", "gateway=192.0.2.254"],
};

function indefinite(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}

/** The end of the help for a verb. */
function valuesHelp(object: ObjectName, verb: string): string {
  const [list, identity, change] = EXAMPLES[object];
  const values =
    verb === "list" ? list : ["get", "delete"].includes(verb) ? identity : `${identity} ${change}`;
  return `
Values have the library's names, nested ones by their path, such as
linkinfo.data.vxlan.id=42. Elements of arrays and names of flags are separated
by commas. An object can also be given as JSON, or as - to read JSON from
standard input.

Example:
  rxnl ${object} ${verb} ${values}`;
}

/** `rxnl link|address|route VERB KEY=VALUE…`. */
export function objectCommand(object: ObjectName): Command {
  const command = new Command(object).description(
    `list, get, add, change, replace or delete ${PLURALS[object]}`,
  );
  for (const [verb, describeVerb] of Object.entries(VERBS))
    command
      .command(`${verb} [KEY=VALUE...]`)
      .description(describeVerb(object))
      .addHelpText("after", valuesHelp(object, verb))
      .action((words: string[], _: unknown, self: Command) =>
        run(object, verb, words, self.optsWithGlobals()),
      );
  return command;
}
