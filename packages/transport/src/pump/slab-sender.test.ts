import { MessageChannel, receiveMessageOnPort } from "node:worker_threads";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LaneClient, LaneServer } from "#src/channel/fast-path.js";
import { AHEAD, type Arrived, CONTROL } from "#src/channel/protocol.js";
import { NO_NSID, RECORD_HEADER, readSlab, SLAB_BYTES } from "#src/channel/slab.js";
import { SlabSender } from "#src/pump/slab-sender.js";

const SLABS = 2;
const received = (size: number) => ({
  bytes: new Uint8Array(size).fill(size),
  portId: 0,
  group: 0,
  nsid: NO_NSID,
});

describe("what is handed over", () => {
  let channel: MessageChannel;
  let control: Int32Array;
  let handOver: SlabSender;
  beforeEach(() => {
    channel = new MessageChannel();
    control = new Int32Array(8);
    handOver = new SlabSender(channel.port1, control, SLABS);
  });
  afterEach(() => channel.port1.close());

  /** The next message on the port, and the sizes of the datagrams in it. */
  function arrived(): { message: Arrived; sizes: number[] } | undefined {
    const message = receiveMessageOnPort(channel.port2)?.message as Arrived | undefined;
    if (message === undefined) return undefined;
    const sizes: number[] = [];
    readSlab(new Uint8Array(message.buffer, 0, message.used), (_, arrival) => {
      if (arrival.type === "datagram") sizes.push(arrival.end - arrival.start);
    });
    return { message, sizes };
  }

  it("is a copy where it is little, of which nothing is wanted back", () => {
    handOver.datagram(1, received(100));
    handOver.datagram(1, received(200));
    handOver.flush();
    expect(arrived()).toMatchObject({ sizes: [100, 200], message: { reusable: false } });
    handOver.flush();
    expect(arrived()).toBeUndefined();
    expect(handOver.credits).toBe(SLABS - 1);
  });

  it("keeps the marks of an overflow, and of the empty queue after it, in order", () => {
    handOver.overrun(1, 7);
    handOver.datagram(1, received(16));
    handOver.drained(1);
    handOver.flush();
    const { buffer, used } = receiveMessageOnPort(channel.port2)!.message as Arrived;
    const arrivals: unknown[] = [];
    readSlab(new Uint8Array(buffer, 0, used), (socket, arrival) => arrivals.push([socket, arrival]));
    expect(arrivals).toMatchObject([
      [1, { type: "overrun", drops: 7 }],
      [1, { type: "datagram" }],
      [1, { type: "drained" }],
    ]);
  });

  it("goes by the slab where it is much, until there is none left", () => {
    const half = SLAB_BYTES / 2;
    for (let i = 0; i < 2 * SLABS; i++) handOver.datagram(1, received(half - RECORD_HEADER));
    handOver.flush();
    expect([handOver.credits, handOver.canReceive]).toEqual([0, false]);
    const slabs = [arrived()!, arrived()!];
    expect(slabs).toMatchObject(Array(SLABS).fill({ message: { reusable: true, used: SLAB_BYTES } }));
    for (const { message } of slabs) handOver.reclaim(message.buffer);
    handOver.reclaim(new ArrayBuffer(SLAB_BYTES));
    expect([handOver.credits, handOver.canReceive]).toEqual([SLABS, true]);
  });

  it.each([[[]], [[16]], [[10_000]]])("is as large as a datagram, also after %j", (before) => {
    for (const size of before) handOver.datagram(1, received(size));
    handOver.datagram(1, received(SLAB_BYTES));
    handOver.datagram(1, received(20));
    handOver.flush();
    const sizes: number[] = [];
    for (let one = arrived(); one !== undefined; one = arrived()) {
      sizes.push(...one.sizes);
      if (one.message.reusable) handOver.reclaim(one.message.buffer);
    }
    expect(sizes).toEqual([...before, SLAB_BYTES, 20]);
    // The one that is read into next is in use.
    expect(handOver.credits).toBe(SLABS - 1);
  });

  it("is collected while the main thread has enough to read, so that copies are bounded", () => {
    for (let i = 0; i < 100; i++) {
      handOver.datagram(1, received(100));
      handOver.flush();
    }
    const sent = Array.from({ length: AHEAD }, () => arrived()!.sizes);
    expect(sent).toEqual(Array(AHEAD).fill([100]));
    expect(arrived()).toBeUndefined();
    // The main thread knows that there is more, has read, and wakes the pump.
    expect(Atomics.load(control, CONTROL.holding)).toBe(1);
    Atomics.add(control, CONTROL.read, 1);
    handOver.flush();
    expect(arrived()?.sizes).toHaveLength(100 - AHEAD);
    expect(Atomics.load(control, CONTROL.holding)).toBe(0);
  });

  it("has no room after a batch that outgrew the slabs, until these are back", () => {
    const half = SLAB_BYTES / 2;
    for (let i = 0; i <= 2 * SLABS; i++) handOver.datagram(1, received(half - RECORD_HEADER));
    expect([handOver.credits, handOver.canReceive]).toEqual([-1, false]);
    handOver.reclaim(arrived()!.message.buffer);
    expect(handOver.canReceive).toBe(true);
  });

  it("counts datagrams that are larger than a slab too", () => {
    for (let i = 0; i < SLABS; i++) handOver.datagram(1, received(SLAB_BYTES));
    handOver.send();
    expect(handOver.canReceive).toBe(false);
    handOver.reclaim(arrived()!.message.buffer);
    expect(handOver.canReceive).toBe(true);
  });

  it("answers by the lane, but not before the main thread has read what came earlier", () => {
    const client = new LaneClient();
    const server = new LaneServer(client.memory);
    const request = { socket: 1, ticket: 1, portId: 0, bytes: new Uint8Array(16) };
    const ask = () => {
      expect(client.offer(request, true)).toBe(true);
      server.take();
      handOver.datagram(1, received(100));
      handOver.answer(server);
      let answer = 0;
      client.await((_, used) => {
        answer = used;
      });
      return answer;
    };
    expect(ask()).toBe(RECORD_HEADER + 100);
    expect(arrived()).toBeUndefined();
    handOver.datagram(1, received(10));
    handOver.flush();
    expect(ask()).toBe(0);
    expect([arrived()?.sizes, arrived()?.sizes]).toEqual([[10], [100]]);
    Atomics.store(control, CONTROL.read, 2);
    expect(ask()).toBe(RECORD_HEADER + 100);
  });
});
