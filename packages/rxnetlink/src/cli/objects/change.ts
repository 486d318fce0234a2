import { readFileSync } from "node:fs";
import {
  type Ack,
  CodecError,
  definitionOf,
  fromJson,
  type NetlinkObject,
  type Outcome,
} from "@rxnetlink/core";
import type { Type } from "@rxnetlink/core/schema";
import { count, lastValueFrom, type Observable, tap } from "rxjs";
import { type Failure, Failures } from "../failure.js";
import { UsageError } from "../input/usage-error.js";
import { valueIn } from "../input/value-in.js";
import { complain } from "../output.js";

type Row = Record<string, unknown>;
type Change = (verbs: NetlinkObject<object>, value: Row) => Observable<Ack>;

/** The verbs that change one object. */
const CHANGES: Readonly<Record<string, Change>> = {
  add: (verbs, value) => verbs.add$(value),
  change: (verbs, value) => verbs.change$(value),
  replace: (verbs, value) => verbs.replace$(value),
  append: (verbs, value) => verbs.append$(value),
  prepend: (verbs, value) => verbs.prepend$(value),
  set: (verbs, value) => verbs.set$(value) as Observable<Ack>,
  delete: (verbs, value) => verbs.delete$(value),
};

/** Parses what standard input holds: one object, an array of them, or one a line. */
function parsed(text: string): unknown[] {
  const problem = (error: unknown, line?: number) =>
    new UsageError(
      `standard input${line === undefined ? "" : `, line ${line}`}: ${(error as Error).message}`,
    );
  try {
    const whole: unknown = JSON.parse(text);
    return Array.isArray(whole) ? whole : [whole];
  } catch (error) {
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    if (lines.length < 2) throw problem(error);
    return lines.map((line, index) => {
      try {
        return JSON.parse(line) as unknown;
      } catch (error) {
        throw problem(error, index + 1);
      }
    });
  }
}

/** Returns the objects on standard input. */
function objectsIn(layout: Type<object>, values: readonly unknown[]): object[] {
  return values.map((value, index) => {
    try {
      return fromJson(layout, value as never);
    } catch (error) {
      if (!(error instanceof CodecError)) throw error;
      throw new UsageError(`standard input, object ${index + 1}: ${error.message}`);
    }
  });
}

const PROGRESS_EVERY = 1000;

/** Tells on a terminal how far a batch is. */
function progress(total: number): (outcome: Outcome<object>) => void {
  if (!process.stderr.isTTY) return () => {};
  return ({ index }) => {
    if ((index + 1) % PROGRESS_EVERY === 0 || index + 1 === total)
      process.stderr.write(`\r${index + 1} of ${total}${index + 1 === total ? "\n" : ""}`);
  };
}

/** Applies a verb to many objects, and tells how many of them were applied. */
async function many(verbs: NetlinkObject<object>, verb: string, values: readonly object[]): Promise<void> {
  const failures: Failure[] = [];
  const note = ({ index, error }: Outcome<object>) => {
    if (error !== undefined) failures.push([`object ${index + 1}: ${error.message}`, error]);
  };
  const outcomes$ = verbs.batch$(verb as never, values as never) as Observable<Outcome<object>>;
  await lastValueFrom(outcomes$.pipe(tap(progress(values.length)), tap(note)), { defaultValue: undefined });
  complain(`${values.length - failures.length} of ${values.length} applied`);
  if (failures.length > 0) throw new Failures(failures);
}

/** Applies a verb to the object that the words describe, or to those on standard input. */
export async function change(
  verbs: NetlinkObject<object>,
  verb: string,
  words: readonly string[],
): Promise<void> {
  const isInput = words.length === 1 && words[0] === "-";
  const values = isInput
    ? objectsIn(definitionOf(verbs).layout, parsed(readFileSync(0, "utf8")))
    : [valueIn(verbs, words)];
  if (values.length !== 1) return many(verbs, verb, values);
  const ack$ = CHANGES[verb]!(verbs, values[0] as Row);
  const { warning } = { ...(await lastValueFrom(ack$, { defaultValue: undefined })) };
  if (warning !== undefined) complain(`rxnl: warning: ${warning}`);
}

/** Deletes all objects that match, or all of them if the word is `all`, and tells how many. */
export async function flush(verbs: NetlinkObject<object>, words: readonly string[]): Promise<void> {
  const isAll = words.length === 1 && words[0] === "all";
  const match = isAll ? "all" : valueIn(verbs, words);
  const deleted = await lastValueFrom(verbs.flush$(match as never).pipe(count()));
  complain(`${deleted} deleted`);
}
