import type { Ack, NetlinkObject } from "@rxnetlink/core";
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

/** Waits until all is printed, or nobody wants it. */
async function shown(printed$: Observable<never>): Promise<void> {
  await lastValueFrom(printed$.pipe(takeUntil(outputFailed$)), { defaultValue: undefined });
}

/** What each verb that changes something calls. */
const CHANGES: Readonly<Record<string, (verbs: NetlinkObject<object>, value: Row) => Observable<Ack>>> = {
  add: (verbs, value) => verbs.add$(value),
  change: (verbs, value) => verbs.change$(value),
  replace: (verbs, value) => verbs.replace$(value),
  delete: (verbs, value) => verbs.delete$(value),
};

/** Runs one verb of one object with the words that follow it. */
async function run(
  object: ObjectName,
  verb: string,
  words: readonly string[],
  { netns, json }: CommonOptions,
): Promise<void> {
  await withRtnetlink("asks", netns, async (nl) => {
    const verbs = objectOf(nl, object);
    const { layout, namedBy = [] } = verbs.declaration;
    const value = readAssignments(layout, words, String(namedBy[0]));
    const change = CHANGES[verb];
    if (change !== undefined) {
      const { warning } = await lastValueFrom(change(verbs, value));
      if (warning !== undefined) complain(`rxnl: warning: ${warning}`);
    } else if (verb === "get") await shown(printRow(object, await lastValueFrom(verbs.get$(value)), json));
    else await shown(printRows(object, await lastValueFrom(verbs.list$(value).pipe(toArray())), json));
  });
}

const VERBS: Readonly<Record<string, string>> = {
  list: "print those that have all the given values, or all",
  get: "print the one that the values name",
  add: "create one; it must not exist",
  change: "change one that exists",
  replace: "create one, or replace the one that exists",
  delete: "remove one",
};

/** `rxnl link|address|route VERB KEY=VALUE…`. */
export function objectCommand(object: ObjectName): Command {
  const command = new Command(object).description(`list, get, add, change, replace or delete a ${object}`);
  for (const [verb, description] of Object.entries(VERBS))
    command
      .command(`${verb} [assignments...]`)
      .description(description)
      .action((words: string[], _: unknown, self: Command) =>
        run(object, verb, words, self.optsWithGlobals()),
      );
  return command;
}
