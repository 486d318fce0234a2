import { type Ack, type Connection, KernelError } from "@rxnetlink/core";
import { deferred } from "@rxnetlink/core/internal";
import { unterminated, Writer } from "@rxnetlink/core/schema";
import {
  catchError,
  concat,
  concatMap,
  defer,
  EMPTY,
  filter,
  finalize,
  ignoreElements,
  type Observable,
  of,
  retry,
  throwError,
  timer,
} from "rxjs";
import { setMessage, twoSetsMessage } from "../messages.js";
import { nameOf, requestOf } from "../requests.js";
import type { IpSetOf, NewIpSet } from "../set/set.js";
import type { ElementOf, IpSetType } from "../types.js";
import { bulk$ } from "./bulk.js";

/** Longest name of a set, in bytes. */
const LONGEST = 31;
const [ENOENT, EBUSY] = [2, 16];
/** Most attempts to swap sets while one of them is being listed, and the time between two, in ms. */
const [ATTEMPTS, PAUSE] = [50, 20];

/** Functions that replacing is made of. */
export interface ReplaceSteps {
  /** Creates a set. */
  create$(set: NewIpSet): Observable<Ack>;
  /** Emits a set without its elements. */
  header$(set: { readonly setname: string }): Observable<IpSetOf<IpSetType>>;
}

function bytesOf(text: string): number {
  const out = new Writer(64);
  unterminated.write(out, text);
  return out.at;
}

/** Returns a name for a set that exists only while another is replaced. */
function temporaryName(setname: string): string {
  const suffix = `~${Math.floor(Math.random() * 36 ** 6).toString(36)}`;
  let stem = setname;
  while (bytesOf(stem + suffix) > LONGEST) stem = stem.slice(0, -1);
  return stem + suffix;
}

const isCode = (error: unknown, errno: number) => error instanceof KernelError && error.errno === errno;

/** Waits while one of the sets is being listed, since it cannot be swapped meanwhile. */
const whileListed = (error: unknown) => (isCode(error, EBUSY) ? timer(PAUSE) : throwError(() => error));

/** One replacement of the elements of a set. */
class Replacement<T extends IpSetType> {
  readonly #connection: Connection;
  readonly #steps: ReplaceSteps;
  readonly #set: NewIpSet<T>;
  readonly #names: { readonly setname: string; readonly setname2: string };
  /** True while the temporary set may exist. */
  #left = false;

  constructor(connection: Connection, steps: ReplaceSteps, set: NewIpSet<T>) {
    this.#connection = connection;
    this.#steps = steps;
    this.#set = set;
    const setname2 = nameOf(set);
    this.#names = { setname: temporaryName(setname2), setname2 };
  }

  /** Leaves no temporary set behind: before an error is emitted, or soon after the unsubscription. */
  run$(elements: Iterable<ElementOf<T>>): Observable<Ack> {
    return this.#existing$().pipe(
      concatMap((existing) => {
        const end$ = existing === undefined ? EMPTY : this.#destroy$();
        return concat(
          this.#create$(existing),
          this.#fill$(elements),
          this.#exchange$(existing),
          end$.pipe(ignoreElements()),
          defer(() => {
            this.#left = false;
            return EMPTY;
          }),
        );
      }),
      catchError((error) =>
        concat(
          this.#cleared$(),
          throwError(() => error),
        ),
      ),
      finalize(() => this.#cleared$().subscribe()),
    );
  }

  #existing$(): Observable<IpSetOf<IpSetType> | undefined> {
    const none = (error: unknown) => (isCode(error, ENOENT) ? of(undefined) : throwError(() => error));
    return this.#steps.header$({ setname: this.#names.setname2 }).pipe(catchError(none));
  }

  #create$(existing: IpSetOf<IpSetType> | undefined): Observable<never> {
    const { family = existing?.family, data = existing?.data } = this.#set;
    const { setname } = this.#names;
    const set = { ...this.#set, setname, ...(family !== undefined && { family }), ...(data && { data }) };
    this.#left = true;
    const failed = (error: unknown) => {
      this.#left = false;
      return throwError(() => error);
    };
    return this.#steps.create$(set as NewIpSet).pipe(ignoreElements(), catchError(failed));
  }

  #fill$(elements: Iterable<ElementOf<T>>): Observable<never> {
    const temporary = { ...this.#set, setname: this.#names.setname };
    return bulk$(this.#connection, "add", temporary, elements, { stop: true }).pipe(
      filter(({ type }) => type !== "applied"),
      concatMap(({ error }) => throwError(() => error)),
    );
  }

  #exchange$(existing: object | undefined): Observable<Ack> {
    const verb = existing === undefined ? "rename" : "swap";
    const request = requestOf<object>(verb, twoSetsMessage, this.#names, this.#set.typename);
    return this.#connection.execute$(request).pipe(retry({ count: ATTEMPTS, delay: whileListed }));
  }

  #destroy$(): Observable<Ack> {
    const { setname } = this.#names;
    return this.#connection.execute$(requestOf<object>("destroy", setMessage, { setname }));
  }

  /** Removes the temporary set if it is left. */
  #cleared$(): Observable<never> {
    return defer(() => {
      if (!this.#left) return EMPTY;
      this.#left = false;
      return this.#destroy$().pipe(
        ignoreElements(),
        catchError(() => EMPTY),
      );
    });
  }
}

/** Fills a new set and gives it the place of another in one step; see `IpSets.replace$`. */
export function replace$<T extends IpSetType>(
  connection: Connection,
  steps: ReplaceSteps,
  set: NewIpSet<T>,
  elements: Iterable<ElementOf<T>>,
): Observable<Ack> {
  return deferred(() => new Replacement(connection, steps, set).run$(elements));
}
