import { ArgumentError } from "../errors/errors.js";
import { groupNumber, protocolNumber } from "../protocol/names.js";
import type { SocketOptions } from "../transport.js";
import {
  aBoolean,
  aByteArray,
  anArray,
  anInteger,
  anObject,
  anObjectWith,
  anything,
  type Check,
  checkArgument,
  checkOptions,
  type OptionChecks,
  oneOf,
} from "../values/check-options.js";

const INT_MAX = 0x7fff_ffff;
const UINT_MAX = 0xffff_ffff;

/** Checks a port id; 0 is the kernel, or lets the kernel choose one. */
export const aPortId: Check = anInteger(0, UINT_MAX);
/** Checks for an object that opens sockets. */
export const aTransport: Check = (value) =>
  anObjectWith("socket$")(value) && "a transport, which has socket$()";

const aProcessId = anInteger(1, INT_MAX);
const isPlace = (text: string) => !["", ".", ".."].includes(text) && !text.includes("\0");

const aNamespace: Check = (value) => {
  const passes =
    typeof value === "string" ? isPlace(value) : !aProcessId(value) || anObject(value) === undefined;
  return passes ? undefined : "a network namespace: a name, a path, a process id, or { fd }";
};

/** Options of a socket whose protocol and groups are numbers. */
export interface NumberedSocketOptions extends SocketOptions<number> {
  /** Multicast groups to join before anything can be missed. */
  readonly groups?: readonly number[];
}

/** Checks of {@link SocketOptions}. */
export const socketOptionChecks: OptionChecks<SocketOptions> = {
  protocol: anything,
  type: oneOf("raw", "dgram"),
  portId: aPortId,
  groups: anArray,
  namespace: aNamespace,
  // The system call takes a C int.
  receiveBuffer: anInteger(0, INT_MAX),
  sendBuffer: anInteger(0, INT_MAX),
  noEnobufs: aBoolean,
  broadcastError: aBoolean,
  listenAllNsid: aBoolean,
  passCredentials: aBoolean,
  repliesOnly: aBoolean,
  strict: aBoolean,
};

/**
 * Checks socket options; for authors of transports.
 *
 * @returns a plain copy, with the numbers of what has a name.
 * @throws ArgumentError
 */
export function checkSocketOptions(options: SocketOptions): NumberedSocketOptions {
  const { groups, ...copy } = checkOptions<SocketOptions>("socket$", options, socketOptionChecks);
  const protocol = protocolNumber("socket$", copy.protocol);
  if (groups === undefined) return { ...copy, protocol };
  const numberOf = (group: unknown, i: number) => groupNumber("socket$", `groups[${i}]`, protocol, group);
  return { ...copy, protocol, groups: Array.from(groups, numberOf) };
}

/** Returns true if the memory of an array was transferred to another thread. */
function isGivenAway({ length, buffer }: Uint8Array): boolean {
  if (length > 0) return false;
  try {
    new Uint8Array(buffer);
    return false;
  } catch {
    return true;
  }
}

/**
 * Checks the arguments of {@link Socket.send}; for authors of transports.
 *
 * @throws ArgumentError
 */
export function checkSend(bytes: Uint8Array, portId: number): void {
  checkArgument("send", "bytes", bytes, aByteArray);
  checkArgument("send", "portId", portId, aPortId);
  if (Object.prototype.toString.call(bytes.buffer) === "[object SharedArrayBuffer]")
    throw new ArgumentError(
      "send",
      "bytes",
      "shared memory cannot be transferred",
      "send a copy: bytes.slice()",
    );
  if (isGivenAway(bytes)) throw bufferTransferred();
}

/** Returns the error of {@link Socket.send} for a buffer that the caller no longer owns. */
export function bufferTransferred(): ArgumentError {
  return new ArgumentError(
    "send",
    "bytes",
    "the buffer was transferred before",
    "send a copy: bytes.slice()",
  );
}
