import {
  type Connection,
  KernelError,
  type KernelRefusal,
  type Outcome,
  type Request,
} from "@rxnetlink/core";
import { aBoolean, checkOptions, checkRecord, deferred, type OptionChecks } from "@rxnetlink/core/internal";
import {
  catchError,
  concatMap,
  EMPTY,
  expand,
  finalize,
  from,
  map,
  type Observable,
  of,
  toArray,
} from "rxjs";
import { elementMessage } from "../messages.js";
import { type ExistOption, elementRequest, existFlags, nameOf, requestOf } from "../requests.js";
import type { IpSetRef } from "../set/set.js";
import type { ElementOf, IpSetType } from "../types.js";
import { type Chunk, Chunks, type Entry } from "./chunks.js";

/** Options of requests about many elements. */
export interface BulkOptions extends ExistOption {
  /**
   * True to stop at the first element that is refused: its outcome is the last, and those after it are not sent. By default
   * they are.
   */
  readonly stop?: boolean;
}

const CHECKS: OptionChecks<BulkOptions> = { exist: aBoolean, stop: aBoolean };

/** Verbs of many elements. */
export type BulkVerb = "add" | "delete";

/** Returns the position within a message that the kernel has entered in the request it returned; 0 if there is none. */
function linenoOf({ echo }: Pick<KernelRefusal, "echo">): number {
  if (echo === undefined) return 0;
  const view = new DataView(echo.buffer, echo.byteOffset, echo.byteLength);
  return elementMessage.read(view, 0, view.byteLength).lineno ?? 0;
}

type Outcomes<E> = readonly Outcome<E>[];

function outcomeOf<E>({ index, value, error }: Entry<E>, cause = error): Outcome<E> {
  const given = value as Outcome<E>["value"];
  if (cause === undefined) return { index, value: given, type: "applied" };
  const refused = cause === error || cause instanceof KernelError;
  return { index, value: given, type: refused ? "rejected" : "unknown", error: cause };
}

/** Adds elements of a type to a set, or deletes them. */
class Bulk<T extends IpSetType> {
  constructor(
    readonly connection: Connection,
    readonly verb: BulkVerb,
    readonly set: IpSetRef<T>,
    readonly options: BulkOptions,
  ) {}

  /** Sends elements in one message, and emits all their outcomes at once. */
  send$(chunk: Chunk<ElementOf<T>>): Observable<Outcomes<ElementOf<T>>> {
    const { entries, adt } = chunk;
    if (adt.length === 0) return of(entries.map((entry) => outcomeOf(entry)));
    return this.connection.execute$(this.#request(chunk)).pipe(
      map(() => entries.map((entry) => outcomeOf(entry))),
      catchError((error: Error) => this.#refused$(entries, error)),
    );
  }

  #request({ entries, adt }: Chunk<ElementOf<T>>): Request<object> {
    const value = { setname: nameOf(this.set), lineno: 0, adt };
    const request = requestOf<object>(this.verb, elementMessage, value, this.set.typename);
    const explain = (refusal: KernelRefusal) => {
      const refused = entries[linenoOf(refusal) - 1];
      return {
        ...request.label?.explain?.(refusal, value, this.verb),
        ...(refused && { path: `[${refused.index}]` }),
      };
    };
    return { ...request, flags: existFlags(this.options), label: { ...request.label!, explain } };
  }

  /** Emits the outcomes of a message that the kernel applied up to the element that it refused. */
  #refused$(entries: readonly Entry<ElementOf<T>>[], error: Error): Observable<Outcomes<ElementOf<T>>> {
    const lineno = error instanceof KernelError ? linenoOf(error) : 0;
    if (lineno === 0) return of(entries.map((entry) => outcomeOf(entry, entry.error ?? error)));
    const known = entries
      .slice(0, lineno)
      .map((entry, i) => outcomeOf(entry, i === lineno - 1 ? error : entry.error));
    if (this.options.stop) return of(known);
    return this.#oneByOne$(entries.slice(lineno)).pipe(map((others) => [...known, ...others]));
  }

  /**
   * Sends elements in requests of their own. Where one of a message is refused, others may be as well, and messages that end
   * at each would take time that grows with the square of their number.
   */
  #oneByOne$(entries: readonly Entry<ElementOf<T>>[]): Observable<Outcomes<ElementOf<T>>> {
    const flags = existFlags(this.options);
    const requestOfEntry = ({ value, error }: Entry<ElementOf<T>>) => {
      if (error !== undefined) throw error;
      return { ...elementRequest(this.verb, this.set, value), flags };
    };
    return this.connection.batch$(entries, requestOfEntry).pipe(
      map(({ index: at, type, error }): Outcome<ElementOf<T>> => {
        const { index, value } = entries[at]!;
        return { index, value: value as Outcome<ElementOf<T>>["value"], type, ...(error && { error }) };
      }),
      toArray(),
    );
  }
}

/** Returns outcomes up to the first that is not good. */
function upToFailure<E>(outcomes: Outcomes<E>): Outcomes<E> {
  const first = outcomes.findIndex(({ type }) => type !== "applied");
  return first < 0 ? outcomes : outcomes.slice(0, first + 1);
}

/** Adds many elements to a set, or deletes them, and emits the outcome of each; see `IpSets.batch$`. */
export function bulk$<T extends IpSetType>(
  connection: Connection,
  verb: BulkVerb,
  set: IpSetRef<T>,
  elements: Iterable<ElementOf<T>>,
  given: BulkOptions = {},
): Observable<Outcome<ElementOf<T>>> {
  return deferred(() => {
    checkRecord(set, "set");
    nameOf(set);
    const options = checkOptions("batch$", given, CHECKS);
    const bulk = new Bulk(connection, verb, set, options);
    const chunks = new Chunks<ElementOf<T>>(elements, set.typename, options.stop === true);
    let failed = false;
    const next$ = (): Observable<Outcomes<ElementOf<T>>> => {
      const chunk = options.stop && failed ? undefined : chunks.next();
      return chunk === undefined ? EMPTY : bulk.send$(chunk).pipe(map(settled));
    };
    const settled = (all: Outcomes<ElementOf<T>>) => {
      const outcomes = options.stop ? upToFailure(all) : all;
      failed ||= outcomes.at(-1)?.type !== "applied";
      return outcomes;
    };
    return next$().pipe(
      expand(next$),
      concatMap((outcomes) => from(outcomes)),
      finalize(() => chunks.end()),
    );
  });
}
