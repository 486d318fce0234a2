import { filter, type Observable } from "rxjs";
import type { Ack } from "./ack.js";
import type { Connection } from "./connection.js";
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
    return this.#new$(value, NLM_F_CREATE | NLM_F_EXCL, "add");
  }

  /** Changes an object that exists. */
  change$(value: Partial<T>): Observable<Ack> {
    return this.#new$(value, this.declaration.changeFlags, "change");
  }

  /** Creates an object, or replaces the one that exists (`NLM_F_CREATE | NLM_F_REPLACE`). */
  replace$(value: Partial<T>): Observable<Ack> {
    return this.#new$(value, NLM_F_CREATE | NLM_F_REPLACE, "replace");
  }

  /** Removes an object. */
  delete$(key: Partial<T>): Observable<Ack> {
    const { types, layout } = this.declaration;
    return this.connection.ack$({ type: types.delete, layout, value: this.#prepared(key, "delete") });
  }

  /** Emits what the kernel tells of this kind of object, until unsubscribed. */
  notifications$(options?: NotificationOptions): Observable<Notification<T>> {
    return this.connection.notifications$([this.declaration], options);
  }

  #new$(value: Partial<T>, flags: number, verb: Verb): Observable<Ack> {
    const { types, layout } = this.declaration;
    return this.connection.ack$({ type: types.new, layout, value: this.#prepared(value, verb), flags });
  }

  #prepared(value: Partial<T>, verb: Verb): Partial<T> {
    return this.declaration.prepare?.(value, verb) ?? value;
  }
}
