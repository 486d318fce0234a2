import { filter, type Observable } from "rxjs";
import type { Ack } from "./ack.js";
import type { Outcome } from "./batch.js";
import type { Connection } from "./connection.js";
import type { Request } from "./exchange.js";
import { matches } from "./matches.js";
import { NLM_F_CREATE, NLM_F_EXCL, NLM_F_REPLACE } from "./nlmsg.js";
import type { Notification, NotificationOptions, ObjectLayout } from "./notifications.js";
import { retryInterrupted } from "./retry-interrupted.js";

/** All there is to know of an object: its layout, its messages and how they differ from the common rule. */
export interface ObjectDeclaration<T> extends ObjectLayout<T> {
  /** Members that the kernel filters dumps by; the others are compared after decoding. */
  readonly filters: readonly (keyof T)[];
  /** `NLM_F_*` by which a request of type `new` changes what exists. */
  readonly changeFlags: number;
  /** Fills in what follows from what was given, such as the family from an address. */
  prepare?(value: Partial<T>, verb: Verb): Partial<T>;
}

/** What is done to an object. */
export type Verb = "list" | "get" | "add" | "change" | "replace" | "delete";

/** What changes an object. */
export type ChangingVerb = Exclude<Verb, "list" | "get">;

const FLAGS = {
  add: NLM_F_CREATE | NLM_F_EXCL,
  replace: NLM_F_CREATE | NLM_F_REPLACE,
  delete: 0,
} as const;

/** The verbs of one kind of kernel object over a connection. */
export class NetlinkObject<T extends object> {
  constructor(
    /** Where its requests go. */
    protected readonly connection: Connection,
    /** Its layout and messages. */
    readonly declaration: ObjectDeclaration<T>,
  ) {}

  /**
   * Emits those objects that have all that `match` has, then completes. The rows come from one consistent
   * dump: one that the kernel marks as interrupted is repeated.
   *
   * @throws DumpInterruptedError where the table changes faster than it can be read.
   */
  list$(match: Partial<T> = {}): Observable<T> {
    const { types, layout, filters } = this.declaration;
    const wanted = this.#prepared(match, "list");
    const sent = Object.fromEntries(
      Object.entries(wanted).filter(([key]) => filters.includes(key as keyof T)),
    );
    return this.connection.dump$({ type: types.get, layout, value: sent as Partial<T> }).pipe(
      retryInterrupted(),
      filter((value) => matches(value, match)),
    );
  }

  /**
   * Emits the one object that `key` names.
   *
   * @throws NetlinkError, with `ENODEV` or the like where there is none.
   */
  get$(key: Partial<T>): Observable<T> {
    const { types, layout } = this.declaration;
    return this.connection.request$({ type: types.get, layout, value: this.#prepared(key, "get") });
  }

  /** Creates an object (`NLM_F_CREATE | NLM_F_EXCL`); errors with `EEXIST` where there is one. */
  add$(value: Partial<T>): Observable<Ack> {
    return this.#new$(value, FLAGS.add, "add");
  }

  /** Changes an object that exists. */
  change$(value: Partial<T>): Observable<Ack> {
    return this.#new$(value, this.declaration.changeFlags, "change");
  }

  /** Creates an object, or replaces the one that exists (`NLM_F_CREATE | NLM_F_REPLACE`). */
  replace$(value: Partial<T>): Observable<Ack> {
    return this.#new$(value, FLAGS.replace, "replace");
  }

  /** Removes an object. */
  delete$(key: Partial<T>): Observable<Ack> {
    const { types, layout } = this.declaration;
    return this.connection.ack$({ type: types.delete, layout, value: this.#prepared(key, "delete") });
  }

  /**
   * Does the same to many objects at once, with few system calls, and emits what became of each, in order; see
   * {@link Connection.batch$}.
   *
   * @example
   * nl.route.batch$("add", routes).pipe(filter(({ status }) => status !== "applied"));
   */
  batch$(verb: ChangingVerb, values: Iterable<Partial<T>>): Observable<Outcome<T>> {
    return this.connection.batch$(this.#requests(verb, values));
  }

  /** Emits what the kernel tells of this kind of object, until unsubscribed. */
  notifications$(options?: NotificationOptions): Observable<Notification<T>> {
    return this.connection.notifications$([this.declaration], options);
  }

  *#requests(verb: ChangingVerb, values: Iterable<Partial<T>>): Generator<Request<T>> {
    const { types, layout, changeFlags } = this.declaration;
    const type = verb === "delete" ? types.delete : types.new;
    const flags = verb === "change" ? changeFlags : FLAGS[verb];
    for (const value of values) yield { type, layout, flags, value: this.#prepared(value, verb) };
  }

  #new$(value: Partial<T>, flags: number, verb: Verb): Observable<Ack> {
    const { types, layout } = this.declaration;
    return this.connection.ack$({ type: types.new, layout, value: this.#prepared(value, verb), flags });
  }

  #prepared(value: Partial<T>, verb: Verb): Partial<T> {
    return this.declaration.prepare?.(value, verb) ?? value;
  }
}
