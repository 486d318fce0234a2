import {
  ArgumentError,
  type Connection,
  type DrainedNotification,
  type MalformedNotification,
  type MessageSet,
  type NetlinkNotification,
  type NotificationOptions,
  type OverrunNotification,
} from "@rxnetlink/core";
import { didYouMean } from "@rxnetlink/core/internal";
import { defer, map, type Observable } from "rxjs";
import type { Operation, Spec } from "../spec.js";
import { typeOf } from "./connect.js";

/** An operation that notifies, or a multicast group; the number of a group, if the description lacks it. */
export type NotificationName = string | number;

/** Something that the kernel announced. */
export interface FamilyNotification<V = unknown> {
  /** Discriminates notifications. */
  readonly type: "notification";
  /** Operation by which the description calls it: `"newlink-ntf"`. */
  readonly operation: string;
  /** What it says. */
  readonly value: V;
  /** Sequence number of the request that caused it; 0 if none did. */
  readonly sequence: number;
  /** Port id of the socket that sent that request; 0 if none did. */
  readonly portId: number;
}

/** Any value of a stream of notifications; discriminated by `type`. */
export type YnlNotification<V = unknown> =
  | FamilyNotification<V>
  | OverrunNotification
  | DrainedNotification
  | MalformedNotification;

/** Returns the number of an operation's notifications; those of other protocols have the number of the request. */
function numberOf({ protocol }: Spec, operation: Operation): number | undefined {
  const { notification, do: single } = operation;
  return notification ?? (protocol === "netlink-raw" ? single?.request : undefined);
}

/** Returns the operations that notify, one for each message type: a notification rather than a request. */
function notifying(spec: Spec): [name: string, operation: Operation, number: number][] {
  const found = new Map<number, [string, Operation, number]>();
  for (const [name, operation] of Object.entries(spec.operations)) {
    const number = numberOf(spec, operation);
    const isTaken = number !== undefined && found.has(number) && operation.notification === undefined;
    if (number !== undefined && !isTaken) found.set(number, [name, operation, number]);
  }
  return [...found.values()];
}

const isGroup = ({ groups }: Spec, name: NotificationName): boolean =>
  typeof name === "number" || Object.hasOwn(groups, name);

function unknown(spec: Spec, callee: string, name: string, known: readonly string[]): ArgumentError {
  const all = [...Object.keys(spec.groups), ...known];
  const hint = didYouMean(name, all) ?? `known: ${all.join(", ") || "none"}`;
  return new ArgumentError(callee, name, `${spec.name} has no such group or notification`, hint);
}

/** Returns the messages to read for some operations and groups, by default for all. */
export function messagesOf(
  spec: Spec,
  callee: string,
  names: readonly NotificationName[],
): MessageSet<object>[] {
  const all = notifying(spec);
  const known = all.map(([name]) => name);
  for (const name of names)
    if (!isGroup(spec, name) && !known.includes(String(name)))
      throw unknown(spec, callee, String(name), known);
  const operations = all.filter(([name]) => names.includes(name));
  const numbers = (wanted: readonly NotificationName[]) =>
    wanted.map((name) => (typeof name === "number" ? name : spec.groups[name]!));
  const given = numbers(names.filter((name) => isGroup(spec, name)));
  const own = operations.flatMap(([, { group }]) => (group === undefined ? [] : numbers([group])));
  const groups = given.length + own.length > 0 ? [...given, ...own] : Object.values(spec.groups);
  if (groups.length === 0)
    throw new ArgumentError(
      callee,
      "names",
      `the description of ${spec.name} has no multicast group`,
      "give the number of one",
    );
  const chosen = operations.length > 0 ? operations : all;
  return chosen.map(([name, { layout }, number]) => ({
    name,
    layout,
    types: { new: typeOf(spec, number) },
    groups,
  }));
}

function presented(notification: NetlinkNotification<object>): YnlNotification {
  if (!("value" in notification)) return notification;
  const { object, value, sequence, portId } = notification;
  return { type: "notification", operation: object, value, sequence, portId };
}

/** Emits the notifications of some operations or groups. */
export function notifications$(
  connection: Connection,
  spec: Spec,
  names: readonly NotificationName[],
  options: NotificationOptions,
): Observable<YnlNotification> {
  return defer(() =>
    connection.notifications$(messagesOf(spec, "notifications$", names), options).pipe(map(presented)),
  );
}
