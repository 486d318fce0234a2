import type { MessagePort } from "node:worker_threads";
import type { SystemError } from "@rxnetlink/core";
import type { NumberedSocketOptions } from "@rxnetlink/core/internal";
import type { SocketHandle } from "../linux/kernel-socket.js";
import type { TransportStatistics } from "../statistics.js";

/** Start parameters of a pump. */
export interface PumpStart {
  readonly port: MessagePort;
  /** Path of koffi's binary. */
  readonly koffi: string;
  /** The eventfd that wakes the pump. */
  readonly wakeFd: number;
  /** Memory of the `Control`. */
  readonly control: SharedArrayBuffer;
  /** Memory of the fast path. */
  readonly fastPath: SharedArrayBuffer;
  /** Longest time for which notifications that come often are collected, in milliseconds. */
  readonly latency: number;
  /** Number of slabs; the pump does not read while none is free. */
  readonly slabs: number;
}

/** A command to a pump; its `ticket` identifies it in a {@link FailedReport} or {@link ResultReport}. */
export type Command =
  | {
      readonly type: "open";
      readonly ticket: number;
      readonly socket: number;
      readonly options: NumberedSocketOptions;
    }
  | {
      readonly type: "adopt";
      readonly ticket: number;
      readonly socket: number;
      readonly handle: SocketHandle;
    }
  | {
      readonly type: "send";
      readonly ticket: number;
      readonly socket: number;
      readonly bytes: Uint8Array;
      readonly portId: number;
      /** Multicast group that it also goes to; absent for none. */
      readonly group?: number;
    }
  | { readonly type: "join"; readonly ticket: number; readonly socket: number; readonly group: number }
  | { readonly type: "leave"; readonly ticket: number; readonly socket: number; readonly group: number }
  | { readonly type: "pause"; readonly ticket: number; readonly socket: number; readonly paused: boolean }
  | { readonly type: "statistics"; readonly ticket: number }
  | { readonly type: "close"; readonly ticket: number; readonly socket: number }
  | { readonly type: "createNamespace"; readonly ticket: number; readonly name: string | undefined }
  | { readonly type: "deleteNamespace"; readonly ticket: number; readonly name: string }
  | { readonly type: "returnSlab"; readonly ticket: number; readonly buffer: ArrayBuffer };

/** The parameters of a command: all members except its type and ticket. */
export type ParametersOf<T extends Command["type"]> = Omit<Extract<Command, { type: T }>, "type" | "ticket">;

/** The results of the commands that have one. */
export interface Results {
  /** Port id of the socket. */
  readonly open: number;
  readonly statistics: TransportStatistics;
  /** Descriptor of the namespace. */
  readonly createNamespace: number;
  readonly deleteNamespace: undefined;
}

/** A command that has a result. */
export type Call = keyof Results;

/** The fields of a `SystemError`, whose class does not survive the port, or any other error. */
export type Failure = Pick<SystemError, "syscall" | "errno" | "hint"> | Error;

/** A command failed; with ticket 0, the socket itself failed. */
export interface FailedReport {
  readonly type: "failed";
  readonly ticket: number;
  readonly socket: number;
  readonly failure: Failure;
}

/** A command with a result was executed. */
export interface ResultReport {
  readonly type: "result";
  readonly ticket: number;
  readonly result: Results[Call];
}

/** A slab of arrivals, or a copy of a few of them. */
export interface SlabReport {
  readonly type: "slab";
  readonly buffer: ArrayBuffer;
  /** Bytes in use. */
  readonly used: number;
  /** True if the buffer must be returned; a copy is not reused. */
  readonly reusable: boolean;
}

/** The fast path holds a reply. */
interface ReplyReport {
  readonly type: "reply";
}

/** A message from a pump to the main thread. */
export type Report = FailedReport | ReplyReport | ResultReport | SlabReport;
