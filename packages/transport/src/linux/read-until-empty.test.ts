import { expect, it } from "vitest";
import type { KernelSocket } from "#src/linux/kernel-socket.js";
import type { Libc } from "#src/linux/libc.js";
import { LE, POINTER, setPointer } from "#src/linux/native.js";
import { type ArrivalSink, readUntilEmpty } from "#src/linux/read-until-empty.js";
import { MAX_DATAGRAM, MMSGHDR, Receiver, WORDS } from "#src/linux/receiver.js";
import { SOCKADDR_SIZE } from "#src/linux/sockaddr.js";

const EAGAIN = 11;
const LARGE = 100_000;
const PEER = 4711;

/** The datagrams of one system call: size and sender of each. */
type Batch = readonly (readonly [size: number, portId: number])[];

/** Returns a C library for a receiver whose kernel has queued these datagrams. */
function libcOf(batches: Batch[]): Libc {
  const buffers: Uint8Array[] = [];
  const recvmmsg = (_: unknown, headers: Uint8Array) => {
    const batch = batches.shift();
    if (batch === undefined) return -1;
    const [header, names] = [headers, buffers[1]!].map(({ buffer }) => new DataView(buffer)) as [
      DataView,
      DataView,
    ];
    for (const [i, [size, portId]] of batch.entries()) {
      setPointer(header, i * MMSGHDR + WORDS.controllen * POINTER, 0);
      header.setUint32(i * MMSGHDR + WORDS.length * POINTER, size, LE);
      names.setUint32(i * SOCKADDR_SIZE + 4, portId, LE);
    }
    return batch.length;
  };
  const address = (buffer: Uint8Array) => BigInt(buffers.push(buffer));
  return { recvmmsg, address, errno: () => EAGAIN } as unknown as Libc;
}

/** Returns the arrivals of a socket that is read until it is empty. */
function read(...batches: Batch[]): unknown[] {
  const seen: unknown[] = [];
  const sink: ArrivalSink = {
    canReceive: true,
    datagram: (_, { bytes, portId }) => seen.push([bytes.length, portId]),
    truncated: (_, { size, portId }) => seen.push(["truncated", size, portId]),
    overrun: () => seen.push("overrun"),
    drained: () => seen.push("drained"),
  };
  const socket = {
    fd: 0,
    number: 1,
    paused: false,
    congested: false,
    count() {},
    memory: () => ({ drops: 0 }),
  } as unknown as KernelSocket;
  readUntilEmpty(new Receiver(libcOf(batches)), socket, sink);
  return seen;
}

it("delivers complete datagrams of peers, and reports the size of the others", () => {
  expect(
    read([
      [16, PEER],
      [LARGE, PEER],
      [MAX_DATAGRAM + 1, PEER],
      [LARGE, PEER],
      [16, 0],
    ]),
  ).toEqual([
    [16, PEER],
    ["truncated", LARGE, PEER],
    ["truncated", MAX_DATAGRAM + 1, PEER],
    [LARGE, PEER],
    [16, 0],
  ]);
});

it("reports a kernel datagram that a peer overwrote as an overrun, so that state is resynchronized", () => {
  expect(
    read(
      [
        [LARGE, 0],
        [LARGE, PEER],
        [16, 0],
      ],
      [],
    ),
  ).toEqual(["overrun", [LARGE, PEER], [16, 0], "drained"]);
});

it("errors if a kernel datagram is too large to be received", () => {
  expect(() => read([[MAX_DATAGRAM + 1, 0]])).toThrow(
    `recvmmsg: EMSGSIZE (a datagram of ${MAX_DATAGRAM + 1} bytes; the maximum is ${MAX_DATAGRAM})`,
  );
});
