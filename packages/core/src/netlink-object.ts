import {
  catchError,
  EMPTY,
  endWith,
  filter,
  from,
  ignoreElements,
  mergeMap,
  type Observable,
  take,
  throwError,
  throwIfEmpty,
} from "rxjs";
import type { Ack } from "./ack.js";
import type { Connection } from "./connection.js";
import { NetlinkError } from "./errors.js";
import { matches } from "./matches.js";
import { NLM_F_APPEND, NLM_F_CREATE, NLM_F_EXCL, NLM_F_REPLACE } from "./nlmsg.js";
import type { MessageTypes, Notification, NotificationOptions, ObjectLayout } from "./notifications.js";
import { retryInterrupted } from "./retry-interrupted.js";
import type { Type } from "./schema/type.js";

/**
 * All there is to know of an object: its layout, its messages and how they differ from the common rule. `Q` is
 * what requests are made of, where that is not what the kernel tells.
 */
export interface ObjectDeclaration<T, Q = T> extends ObjectLayout<T> {
  /** Members that the kernel filters dumps by; the others are compared after decoding. */
  readonly filters: readonly (keyof T | keyof Q)[];
  /** Members of a request that say what is asked for and come in no answer: sent with a dump, not compared. */
  readonly selectors?: readonly (keyof T | keyof Q)[];
  /** `NLM_F_*` by which a request of type `new` changes what exists. */
  readonly changeFlags: number;
  /** The layouts of requests that are not that of the object, by message type. */
  readonly requests?: { readonly [K in keyof MessageTypes]?: Type<Q> };
  /** The errno for "there is none", where the kernel does not give single objects and `get$` has to list. */
  readonly errnoOfNone?: number;
  /** Fills in what follows from what was given, such as the family from an address. */
  prepare?(value: Partial<Q>, verb: Verb): Partial<Q>;
  /** What `flush$` asks to delete for an object that was listed; the object itself where this is left out. */
  keysOf?(value: T): readonly Partial<Q>[];
}

/** What is done to an object. */
export type Verb = "list" | "get" | "add" | "change" | "replace" | "append" | "delete";

/** An object that the kernel only tells of. */
export type ReadOnlyObject<T extends object, Q extends object = T> = Omit<
  NetlinkObject<T, Q>,
  "add$" | "append$" | "change$" | "replace$" | "delete$" | "flush$"
>;

/** A value with just these members, as far as it has them. */
export function pick<T extends object, K extends keyof T>(value: T, ...keys: K[]): Partial<Pick<T, K>> {
  const entries = keys.filter((key) => value[key] !== undefined).map((key) => [key, value[key]]);
  return Object.fromEntries(entries) as Partial<Pick<T, K>>;
}

/** How the kernel says that what is to be deleted has gone by itself, as the secondaries of an address do. */
const GONE = new Set(["ENOENT", "ESRCH", "ENODEV", "EADDRNOTAVAIL"]);

/** The verbs of one kind of kernel object over a connection. */
export class NetlinkObject<T extends object, Q extends object = T> {
  constructor(
    /** Where its requests go. */
    protected readonly connection: Connection,
    /** Its layout and messages. */
    readonly declaration: ObjectDeclaration<T, Q>,
  ) {}

  /**
   * Emits those objects that have all that `match` has, then completes. The rows come from one consistent
   * dump: one that the kernel marks as interrupted is repeated.
   *
   * @throws DumpInterruptedError where the table changes faster than it can be read.
   */
  list$(match: Partial<T & Q> = {}): Observable<T> {
    const { filters, selectors = [], layout, accepts } = this.declaration;
    const wanted = this.#prepared(match, "list");
    const has = (keys: readonly PropertyKey[]) => (key: string) => keys.includes(key);
    const sent = only(wanted, has([...filters, ...selectors]));
    const compared = only(match, (key) => !has(selectors)(key));
    return this.connection.dump$({ ...this.#request("get"), value: sent, reply: layout }).pipe(
      retryInterrupted(),
      filter((value) => matches(value, compared) && (accepts?.(value) ?? true)),
    );
  }

  /**
   * Emits the one object that `key` names.
   *
   * @throws NetlinkError, with `ENODEV` or the like where there is none.
   */
  get$(key: Partial<T & Q>): Observable<T> {
    const { layout, errnoOfNone, name } = this.declaration;
    if (errnoOfNone === undefined) {
      const value = this.#prepared(key, "get");
      return this.connection.request$({ ...this.#request("get"), value, reply: layout });
    }
    const none = { errno: errnoOfNone, text: `no such ${name}` };
    const request = { type: this.#request("get").type, flags: 0, value: key };
    return this.list$(key).pipe(
      take(1),
      throwIfEmpty(() => new NetlinkError(none, request)),
    );
  }

  /** Creates an object (`NLM_F_CREATE | NLM_F_EXCL`); errors with `EEXIST` where there is one. */
  add$(value: Partial<Q>): Observable<Ack> {
    return this.new$(value, NLM_F_CREATE | NLM_F_EXCL, "add");
  }

  /** Changes an object that exists. */
  change$(value: Partial<Q>): Observable<Ack> {
    if (this.declaration.types.set !== undefined) return this.#ack$("set", value, 0, "change");
    return this.new$(value, this.declaration.changeFlags, "change");
  }

  /** Creates an object, or replaces the one that exists (`NLM_F_CREATE | NLM_F_REPLACE`). */
  replace$(value: Partial<Q>): Observable<Ack> {
    return this.new$(value, NLM_F_CREATE | NLM_F_REPLACE, "replace");
  }

  /**
   * Creates an object behind those of the same key (`NLM_F_CREATE | NLM_F_APPEND`), where the kernel keeps
   * several: routes, and the remote ends of a vxlan's address.
   */
  append$(value: Partial<Q>): Observable<Ack> {
    return this.new$(value, NLM_F_CREATE | NLM_F_APPEND, "append");
  }

  /** Removes an object. */
  delete$(key: Partial<Q>): Observable<Ack> {
    return this.#ack$("delete", key, 0, "delete");
  }

  /**
   * Lists the objects that have all that `match` has, then deletes them, and emits each that it asked to
   * delete. One that goes by itself meanwhile is no error.
   */
  flush$(match: Partial<T & Q> = {}): Observable<T> {
    const { keysOf = (value: T) => [value as unknown as Partial<Q>] } = this.declaration;
    const gone = (error: unknown) =>
      error instanceof NetlinkError && GONE.has(error.code) ? EMPTY : throwError(() => error);
    const remove$ = (value: T) =>
      from(keysOf(value)).pipe(mergeMap((key) => this.delete$(key).pipe(catchError(gone))));
    return this.list$(match).pipe(mergeMap((value) => remove$(value).pipe(ignoreElements(), endWith(value))));
  }

  /** Emits what the kernel tells of this kind of object, until unsubscribed. */
  notifications$(options?: NotificationOptions): Observable<Notification<T>> {
    return this.connection.notifications$([this.declaration], options);
  }

  /** Sends a request of type `new` with these `NLM_F_*`. */
  protected new$(value: Partial<Q>, flags: number, verb: Verb): Observable<Ack> {
    return this.#ack$("new", value, flags, verb);
  }

  #ack$(kind: keyof MessageTypes, value: Partial<Q>, flags: number, verb: Verb): Observable<Ack> {
    return this.connection.ack$({ ...this.#request(kind), value: this.#prepared(value, verb), flags });
  }

  /** Type and layout of a request. */
  #request(kind: keyof MessageTypes): { type: number; layout: Type<Q> } {
    const { types, layout, requests, name } = this.declaration;
    const type = types[kind];
    if (type === undefined) throw new TypeError(`the kernel has no "${kind}" for the object ${name}`);
    return { type, layout: requests?.[kind] ?? (layout as unknown as Type<Q>) };
  }

  #prepared(value: Partial<Q>, verb: Verb): Partial<Q> {
    return this.declaration.prepare?.(value, verb) ?? value;
  }
}

/** The members whose keys pass. */
function only<V extends object>(value: V, passes: (key: string) => boolean): V {
  return Object.fromEntries(Object.entries(value).filter(([key]) => passes(key))) as V;
}
