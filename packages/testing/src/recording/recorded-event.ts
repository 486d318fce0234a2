import { ClosedError, type Credentials, SystemError } from "@rxnetlink/core";

/** The fields of an error that a file can hold. */
export interface ErrorNote {
  readonly message: string;
  /** The system call, of a `SystemError`. */
  readonly syscall?: string;
  /** The positive errno, of a `SystemError`. */
  readonly errno?: number;
  /** The hint, of a `SystemError`. */
  readonly hint?: string;
}

/** An event of a socket. Absent port ids and groups are 0. */
export type RecordedEvent =
  | { readonly type: "sent"; readonly bytes: Uint8Array; readonly ticket: number; readonly portId?: number }
  | {
      readonly type: "datagram";
      readonly bytes: Uint8Array;
      readonly portId?: number;
      readonly group?: number;
      readonly nsid?: number;
      readonly credentials?: Credentials;
    }
  | { readonly type: "truncated"; readonly portId: number; readonly group: number; readonly size: number }
  | { readonly type: "overrun"; readonly drops?: number }
  | { readonly type: "drained" }
  | { readonly type: "callFailed"; readonly ticket: number; readonly error: ErrorNote }
  | { readonly type: "joined" | "left"; readonly group: number; readonly ticket: number }
  /** The transport ended the socket. */
  | { readonly type: "ended"; readonly error?: ErrorNote }
  /** The program closed the socket. */
  | { readonly type: "closed" };

/** The options of a socket. */
export interface SocketNote {
  /** The netlink protocol. */
  readonly protocol: number;
  /** Its port id; 0 if it could not be opened. */
  readonly portId: number;
  /** The groups it was opened with. */
  readonly groups: readonly number[];
  /** Name or path of its network namespace; process ids and descriptors have no meaning in other processes. */
  readonly namespace?: string;
  /** Time of opening, in milliseconds since 1970. */
  readonly opened: number;
}

/** Returns the fields of an error that a file can hold. */
export function noteOf(error: unknown): ErrorNote {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof SystemError)) return { message };
  const { syscall, errno, hint } = error;
  return { message, syscall, errno, ...(hint !== undefined && { hint }) };
}

/** Returns the error of a note. */
export function errorOf({ message, syscall, errno, hint }: ErrorNote): Error {
  if (syscall !== undefined && errno !== undefined) return new SystemError(syscall, errno, hint);
  return new ClosedError("the socket that was recorded", { cause: new Error(message) });
}
