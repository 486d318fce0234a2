import type { MessagePort } from "node:worker_threads";
import type { SocketOptions, SystemError } from "@rxnetlink/core";

/** What a pump starts with. */
export interface PumpStart {
  readonly port: MessagePort;
  /** The file of koffi's binary. */
  readonly koffi: string;
  /** The eventfd that wakes it. */
  readonly wake: number;
  /** {@link CONTROL}, shared. */
  readonly control: Int32Array;
  /** Memory of the express lane. */
  readonly lane: SharedArrayBuffer;
  /** Whether to spin for the next request before sleeping: not where there is one processor alone. */
  readonly spin: boolean;
  /** How many slabs travel: without one the pump does not read. */
  readonly slabs: number;
}

/**
 * How many {@link Arrived} may wait for the main thread before a pump collects what arrives: they are fewer then, and
 * larger.
 */
export const AHEAD = 4;

/** The words that a pump and the main thread share. */
export const CONTROL = {
  /** 1 when the pump is to end, whatever else waits for it. */
  stop: 0,
  /** 1 while the pump sleeps, or is about to: a command then needs the eventfd. */
  asleep: 1,
  /** 1 when the pump has made its last system call. */
  ended: 2,
  /** How many batches of commands have been sent … */
  posted: 3,
  /** … and carried out. */
  obeyed: 4,
  /** How many {@link Arrived} were sent … */
  handed: 5,
  /** … and the main thread has read. */
  read: 6,
  /** 1 when the pump keeps back what has arrived until the main thread has read more. */
  holding: 7,
} as const;

/** Makes {@link CONTROL}, all 0. */
export const newControl = (): Int32Array =>
  new Int32Array(new SharedArrayBuffer(Object.keys(CONTROL).length * Int32Array.BYTES_PER_ELEMENT));

/** How many {@link Arrived} the main thread has not read. */
export const unread = (control: Int32Array) =>
  (Atomics.load(control, CONTROL.handed) - Atomics.load(control, CONTROL.read)) | 0;

/** What the main thread tells a pump; `ticket` names the command in a {@link Failed} or {@link Done}. */
export type Command =
  | {
      readonly type: "open";
      readonly ticket: number;
      readonly socket: number;
      readonly options: SocketOptions;
    }
  | {
      readonly type: "send";
      readonly ticket: number;
      readonly socket: number;
      readonly bytes: Uint8Array;
      readonly portId: number;
    }
  | { readonly type: "join"; readonly ticket: number; readonly socket: number; readonly group: number }
  | { readonly type: "leave"; readonly ticket: number; readonly socket: number; readonly group: number }
  | { readonly type: "pause"; readonly ticket: number; readonly socket: number; readonly paused: boolean }
  | { readonly type: "statistics"; readonly ticket: number }
  | { readonly type: "close"; readonly ticket: number; readonly socket: number }
  | { readonly type: "createNamespace"; readonly ticket: number; readonly name: string | undefined }
  | { readonly type: "deleteNamespace"; readonly ticket: number; readonly name: string }
  | { readonly type: "returnSlab"; readonly ticket: number; readonly buffer: ArrayBuffer };

/** Why something failed: the facts of a `SystemError`, whose class is lost between threads, or whatever else was thrown. */
export type Failure = Pick<SystemError, "syscall" | "errno" | "hint"> | Error;

/** A command failed; `ticket` is its own, or 0 where the socket itself failed. */
export interface Failed {
  readonly type: "failed";
  readonly ticket: number;
  readonly socket: number;
  readonly failure: Failure;
}

/** A command with a result is carried out: the port id of a socket, the descriptor of a namespace, statistics. */
export interface Done {
  readonly type: "done";
  readonly ticket: number;
  readonly result: unknown;
}

/** Arrivals; see `slab.ts`. A slab is wanted back, a copy of a few arrivals is not. */
export interface Arrived {
  readonly type: "arrived";
  readonly buffer: ArrayBuffer;
  readonly used: number;
  readonly reusable: boolean;
}

/** What a pump tells the main thread. */
export type Report = Failed | Done | Arrived;
