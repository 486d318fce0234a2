import type { FlowControl, NamespaceRef, Transport } from "@rxnetlink/core";
import {
  aBoolean,
  aFunction,
  anInteger,
  anObjectWith,
  aString,
  aTransport,
  type Check,
  listed,
  type OptionChecks,
  socketOptionChecks,
} from "@rxnetlink/core/internal";
import type { ProcChange } from "./events.js";
import { procEventMask } from "./layout.js";

/** A kind of process events; `"nonzeroExit"` are those `"exit"` events whose `exitCode` is not 0. */
export type ProcEventKind = Exclude<ProcChange["type"], "other"> | "nonzeroExit";

/** Options of `event$`. */
export interface ProcEventOptions {
  /** Kinds of events; by default all. Since 6.6 the kernel sends no others; before that, they are dropped on arrival. */
  readonly kinds?: readonly ProcEventKind[];
  /** False to omit events of threads other than the first of their process. */
  readonly threads?: boolean;
  /** Stops reading while it is paused; events that then find no room are reported as lost. */
  readonly flowControl?: FlowControl;
  /** Called when the kernel has confirmed that it reports: every later event is seen. */
  readonly listening?: () => void;
}

/** Options of {@link processEvents}. */
export interface ProcessEventsOptions<T extends Transport = Transport> {
  /** Transport of the events. */
  readonly transport: T;
  /** Network namespace to open sockets in: the initial one; by default that of the process. */
  readonly namespace?: NamespaceRef;
  /** Receive buffer of each socket, in bytes; above `net.core.rmem_max` only with `CAP_NET_ADMIN`. */
  readonly receiveBuffer?: number;
  /** Where procfs is mounted; `"/proc"` by default. */
  readonly procfs?: string;
}

const KINDS = Object.keys(procEventMask.bits);

const kinds: Check = (value) =>
  Array.isArray(value) && value.every((kind) => KINDS.includes(kind))
    ? undefined
    : `an array of kinds of events: ${listed(KINDS)}`;

/** Checks of {@link ProcEventOptions}. */
export const procEventChecks: OptionChecks<ProcEventOptions> = {
  kinds,
  threads: aBoolean,
  flowControl: anObjectWith("pause", "resume"),
  listening: aFunction,
};

/** Checks of {@link ProcessEventsOptions}. */
export const processEventsChecks: OptionChecks<ProcessEventsOptions> = {
  transport: aTransport,
  namespace: socketOptionChecks.namespace,
  receiveBuffer: anInteger(0, 0x7fff_ffff),
  procfs: aString,
};

/** Returns a test for the events that the options choose. */
export function chosenBy({
  kinds,
  threads = true,
}: Pick<ProcEventOptions, "kinds" | "threads">): (change: ProcChange) => boolean {
  const known: ReadonlySet<string> | undefined = kinds && new Set(kinds);
  const failures = known?.has("nonzeroExit") === true;
  const isOfKind = (change: ProcChange) =>
    known === undefined ||
    known.has(change.type) ||
    (failures && change.type === "exit" && change.exitCode !== 0);
  return (change) => isOfKind(change) && (threads || !("thread" in change && change.thread));
}
