import { ClosedError, SystemError } from "@rxnetlink/core";

/** An error in words and numbers that fit into a file. */
export interface ErrorNote {
  readonly message: string;
  /** Of a `SystemError`: which call, which errno, and what to do. */
  readonly syscall?: string;
  readonly errno?: number;
  readonly hint?: string;
}

/** What happened on a socket. Port ids and groups that are absent are 0. */
export type RecordedEvent =
  | { readonly type: "sent"; readonly bytes: Uint8Array; readonly ticket: number; readonly portId?: number }
  | {
      readonly type: "datagram";
      readonly bytes: Uint8Array;
      readonly portId?: number;
      readonly group?: number;
      readonly nsid?: number;
    }
  | { readonly type: "truncated"; readonly portId: number; readonly group: number; readonly size: number }
  | { readonly type: "overrun"; readonly drops?: number }
  | { readonly type: "drained" }
  | { readonly type: "callFailed"; readonly ticket: number; readonly error: ErrorNote }
  | { readonly type: "joined" | "left"; readonly group: number; readonly ticket: number }
  /** The transport ended it. */
  | { readonly type: "ended"; readonly error?: ErrorNote }
  /** The program was done with it. */
  | { readonly type: "closed" };

/** What there is to know of a socket besides what happened on it. */
export interface SocketNote {
  /** The netlink protocol. */
  readonly protocol: number;
  /** Its port id; 0 where it could not be opened. */
  readonly portId: number;
  /** The groups that it was opened with. */
  readonly groups: readonly number[];
  /** Its network namespace by name or path; process ids and descriptors mean nothing to others. */
  readonly namespace?: string;
  /** When it was opened, in milliseconds since 1970. */
  readonly opened: number;
}

/** What a file can hold of an error. */
export function noteOf(error: unknown): ErrorNote {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof SystemError)) return { message };
  const { syscall, errno, hint } = error;
  return { message, syscall, errno, ...(hint !== undefined && { hint }) };
}

/** The error that a note was made of. */
export function errorOf({ message, syscall, errno, hint }: ErrorNote): Error {
  if (syscall !== undefined && errno !== undefined) return new SystemError(syscall, errno, hint);
  return new ClosedError("the socket that was recorded", { cause: new Error(message) });
}
