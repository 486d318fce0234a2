import type { Ack, Connection, NotificationOptions, WatchEvent, Written } from "@rxnetlink/core";
import { aTransport, checkOptions, connectionChecks, type OptionChecks } from "@rxnetlink/core/internal";
import type { Infer } from "@rxnetlink/core/schema";
import type { FamilyOptions } from "@rxnetlink/generic";
import type { Observable } from "rxjs";
import type { Spec } from "../spec.js";
import { connect } from "./connect.js";
import { type NotificationName, notifications$, type YnlNotification } from "./notifications.js";
import { do$, dump$, type RequestOptions } from "./requests.js";
import { watch$, type YnlWatchOptions } from "./watch.js";

/** Names of the operations that have requests of a kind. */
export type Requestable<S extends Spec, M extends "do" | "dump"> = {
  [O in keyof S["operations"] & string]: M extends keyof S["operations"][O] ? O : never;
}[keyof S["operations"] & string];

/** Values of an operation's messages. */
export type ValueOf<S extends Spec, O extends keyof S["operations"]> = Infer<S["operations"][O]["layout"]>;

/** What a single request emits: replies, or the acknowledgement if the operation has none. */
export type ReplyOf<S extends Spec, O extends keyof S["operations"]> = S["operations"][O] extends {
  readonly do: infer N;
}
  ? N extends { readonly reply: number }
    ? ValueOf<S, O>
    : Ack
  : ValueOf<S, O>;

/** A family that is spoken to as its description says. */
export interface Ynl<S extends Spec = Spec> {
  /** The family. */
  readonly spec: S;
  /** Underlying connection. */
  readonly connection: Connection;
  /**
   * Makes a single request and emits its replies, mostly one; of an operation without replies the acknowledgement.
   *
   * Errors with a `KernelError` if the kernel refuses; with an `EncodeError` that names the place if the value does not fit its
   * layout or the limits of the description, or an `ArgumentError` if there is no such operation; then nothing was sent.
   *
   * @param value - Members of the fixed header and attributes, in camelCase or as the description names them.
   *
   * @example
   * ynl(spec, { transport }).do$("dev-get", { ifindex: 1 })
   */
  do$<O extends Requestable<S, "do">>(
    operation: O,
    value?: Written<ValueOf<S, O>>,
    options?: RequestOptions,
  ): Observable<ReplyOf<S, O>>;
  /** Requests a list and emits its rows as they arrive; errors as {@link Ynl.do$} does. */
  dump$<O extends Requestable<S, "dump">>(
    operation: O,
    value?: Written<ValueOf<S, O>>,
    options?: RequestOptions,
  ): Observable<ValueOf<S, O>>;
  /**
   * Emits notifications until unsubscribed.
   *
   * Errors with an `ArgumentError` if there is no such group or notification, or with an `UnsupportedError` if the kernel has
   * no such group.
   *
   * @param names - Operations that notify, or multicast groups, by name or number; all groups by default.
   */
  notifications$(
    names?: NotificationName | readonly NotificationName[],
    options?: NotificationOptions,
  ): Observable<YnlNotification>;
  /**
   * Emits the rows of a list, then `"synced"`, then each change of them, as the `watch$` of declared objects does. Whatever is
   * announced has the list read again and compared, so that nothing is missed, also after a loss. Errors as {@link Ynl.dump$}
   * and {@link Ynl.notifications$} do.
   *
   * @param operation - Operation that lists.
   * @param value - Its request.
   *
   * @example
   * ynl(spec, { transport }).watch$("dev-get", {}, { by: ["ifindex"] }).subscribe(console.log);
   */
  watch$<O extends Requestable<S, "dump">>(
    operation: O,
    value: Written<ValueOf<S, O>>,
    options: YnlWatchOptions,
  ): Observable<WatchEvent<ValueOf<S, O>>>;
}

const { protocol: _protocol, permission: _permission, ...common } = connectionChecks;
const checks: OptionChecks<FamilyOptions> = { ...common, transport: aTransport };

/**
 * Opens a family as its description says.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 *
 * @example
 * const netdev = ynl(loadSpec(readFileSync("netdev.yaml", "utf8")), { transport: kernelTransport() });
 * netdev.dump$("dev-get").subscribe(console.log);
 */
export function ynl<const S extends Spec>(spec: S, options: FamilyOptions): Ynl<S> {
  const { transport, ...rest } = checkOptions("ynl", options, checks);
  const connection = connect(spec, transport, rest);
  return {
    spec,
    connection,
    do$: (operation, value = {}, options = {}) =>
      do$(connection, spec, { operation, value, options }) as Observable<never>,
    dump$: (operation, value = {}, options = {}) =>
      dump$(connection, spec, { operation, value, options }) as Observable<never>,
    notifications$: (names = [], options = {}) =>
      notifications$(connection, spec, typeof names === "object" ? names : [names], options),
    watch$: (operation, value, options) =>
      watch$(connection, spec, { operation, value, options }) as Observable<never>,
  };
}
