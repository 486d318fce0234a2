import { expect, it } from "vitest";
import type { KernelSocket } from "#src/linux/kernel-socket.js";
import type { Libc } from "#src/linux/libc.js";
import { LE, POINTER, setPointer } from "#src/linux/native.js";
import { LARGEST_DATAGRAM, MMSGHDR, WORDS } from "#src/linux/receiver.js";
import { SOCKADDR_SIZE } from "#src/linux/sockaddr.js";
import { Drain } from "#src/pump/drain.js";
import type { SlabSender } from "#src/pump/slab-sender.js";

const EAGAIN = 11;
const LARGE = 100_000;
const PEER = 4711;

/** A read of the kernel: size and sender of each datagram. */
type Batch = readonly (readonly [size: number, portId: number])[];

/** The C library, for a receiver whose kernel has these datagrams in its queue. */
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

/** What is handed over of a socket that is read. */
function read(...batches: Batch[]): unknown[] {
  const seen: unknown[] = [];
  const handOver: Partial<SlabSender> = {
    canReceive: true,
    datagram: (_, { bytes, portId }) => seen.push([bytes.length, portId]),
    truncated: (_, { size, portId }) => seen.push(["truncated", size, portId]),
    overrun: () => seen.push("overrun"),
    drained: () => seen.push("drained"),
  };
  const socket = {
    fd: 0,
    congested: false,
    count() {},
    memory: () => ({ drops: 0 }),
  } as unknown as KernelSocket;
  new Drain(libcOf(batches), handOver as SlabSender).read(1, socket);
  return seen;
}

it("keeps what peers send whole, and says of the rest how large it was", () => {
  expect(
    read([
      [16, PEER],
      [LARGE, PEER],
      [LARGEST_DATAGRAM + 1, PEER],
      [LARGE, PEER],
      [16, 0],
    ]),
  ).toEqual([
    [16, PEER],
    ["truncated", LARGE, PEER],
    ["truncated", LARGEST_DATAGRAM + 1, PEER],
    [LARGE, PEER],
    [16, 0],
  ]);
});

it("takes what a peer has overwritten for lost: the kernel's stream goes on, and is made true again", () => {
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

it("errors where the kernel says more than can be received", () => {
  expect(() => read([[LARGEST_DATAGRAM + 1, 0]])).toThrow(
    `recvmmsg: EMSGSIZE (a datagram of ${LARGEST_DATAGRAM + 1} bytes; ${LARGEST_DATAGRAM} are the most)`,
  );
});
