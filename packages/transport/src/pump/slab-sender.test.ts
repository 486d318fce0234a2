import { MessageChannel, receiveMessageOnPort } from "node:worker_threads";
import type { Datagram } from "@rxnetlink/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Control, MAX_UNREAD } from "#src/channel/control.js";
import type { SlabReport } from "#src/channel/protocol.js";
import { RECORD_HEADER, readSlab, SLAB_BYTES } from "#src/channel/slab.js";
import { SlabSender } from "#src/pump/slab-sender.js";
import { payload } from "../../test/support/payload.js";

const SLABS = 2;
const received = (size: number) => payload(new Uint8Array(size).fill(size));

describe("a slab sender", () => {
  let channel: MessageChannel;
  let control: Control;
  let sender: SlabSender;
  beforeEach(() => {
    channel = new MessageChannel();
    control = new Control();
    sender = new SlabSender(channel.port1, control, SLABS);
  });
  afterEach(() => channel.port1.close());

  /** Receives the next report of the port, with the sizes of the datagrams in it. */
  function nextReport(): { report: SlabReport; sizes: number[] } | undefined {
    const report = receiveMessageOnPort(channel.port2)?.message as SlabReport | undefined;
    if (report === undefined) return undefined;
    const sizes: number[] = [];
    readSlab(new Uint8Array(report.buffer, 0, report.used), (_, arrival) => {
      if (arrival.type === "datagram") sizes.push(arrival.end - arrival.start);
    });
    return { report, sizes };
  }

  it("copies a few arrivals, and does not need the copy back", () => {
    sender.datagram(1, received(100));
    sender.datagram(1, received(200));
    sender.flush();
    expect(nextReport()).toMatchObject({ sizes: [100, 200], report: { reusable: false } });
    sender.flush();
    expect(nextReport()).toBeUndefined();
    expect(sender.credits).toBe(SLABS - 1);
  });

  it("keeps the markers of an overrun and of the empty queue after it in order", () => {
    sender.overrun(1, 7);
    sender.datagram(1, received(16));
    sender.drained(1);
    sender.flush();
    const { buffer, used } = receiveMessageOnPort(channel.port2)!.message as SlabReport;
    const arrivals: unknown[] = [];
    readSlab(new Uint8Array(buffer, 0, used), (socket, arrival) => arrivals.push([socket, arrival]));
    expect(arrivals).toMatchObject([
      [1, { type: "overrun", drops: 7 }],
      [1, { type: "datagram" }],
      [1, { type: "drained" }],
    ]);
  });

  it("passes on the credentials of those datagrams that have them", () => {
    const credentials = { pid: 4711, uid: 0, gid: 0xffff_fffe };
    sender.datagram(1, { ...received(5), credentials });
    sender.datagram(1, received(6));
    sender.flush();
    const { buffer, used } = receiveMessageOnPort(channel.port2)!.message as SlabReport;
    const arrivals: unknown[] = [];
    readSlab(new Uint8Array(buffer, 0, used), (_, arrival) => {
      const { view, start, end, credentials } = arrival as Datagram;
      arrivals.push([new Uint8Array(view.buffer, view.byteOffset + start, end - start).join(), credentials]);
    });
    expect(arrivals).toEqual([
      ["5,5,5,5,5", credentials],
      ["6,6,6,6,6,6", undefined],
    ]);
  });

  it("gives a slab of its own to a datagram that fits into one only without its credentials", () => {
    sender.datagram(1, { ...received(SLAB_BYTES - RECORD_HEADER), credentials: { pid: 1, uid: 0, gid: 0 } });
    sender.flush();
    expect(nextReport()?.sizes).toEqual([SLAB_BYTES - RECORD_HEADER]);
  });

  it("sends many arrivals in slabs, until none is left", () => {
    const half = SLAB_BYTES / 2;
    for (let i = 0; i < 2 * SLABS; i++) sender.datagram(1, received(half - RECORD_HEADER));
    sender.flush();
    expect([sender.credits, sender.canReceive]).toEqual([0, false]);
    const slabs = [nextReport()!, nextReport()!];
    expect(slabs).toMatchObject(Array(SLABS).fill({ report: { reusable: true, used: SLAB_BYTES } }));
    for (const { report } of slabs) sender.reclaim(report.buffer);
    sender.reclaim(new ArrayBuffer(SLAB_BYTES));
    expect([sender.credits, sender.canReceive]).toEqual([SLABS, true]);
  });

  it.each([[[]], [[16]], [[10_000]]])("sends a large datagram in one slab, also after %j", (before) => {
    for (const size of before) sender.datagram(1, received(size));
    sender.datagram(1, received(SLAB_BYTES));
    sender.datagram(1, received(20));
    sender.flush();
    const sizes: number[] = [];
    for (let one = nextReport(); one !== undefined; one = nextReport()) {
      sizes.push(...one.sizes);
      if (one.report.reusable) sender.reclaim(one.report.buffer);
    }
    expect(sizes).toEqual([...before, SLAB_BYTES, 20]);
    // The slab for the next arrivals is in use.
    expect(sender.credits).toBe(SLABS - 1);
  });

  it("collects arrivals while the main thread has enough to read, which limits the copies", () => {
    for (let i = 0; i < 100; i++) {
      sender.datagram(1, received(100));
      sender.flush();
    }
    const sent = Array.from({ length: MAX_UNREAD }, () => nextReport()!.sizes);
    expect(sent).toEqual(Array(MAX_UNREAD).fill([100]));
    expect(nextReport()).toBeUndefined();
    // The main thread knows that there is more, reads a slab, and wakes the pump.
    expect(control.holding).toBe(true);
    control.slabRead();
    sender.flush();
    expect(nextReport()?.sizes).toHaveLength(100 - MAX_UNREAD);
    expect(control.holding).toBe(false);
  });

  it("cannot receive after a batch that outgrew the slabs, until they are back", () => {
    const half = SLAB_BYTES / 2;
    for (let i = 0; i <= 2 * SLABS; i++) sender.datagram(1, received(half - RECORD_HEADER));
    expect([sender.credits, sender.canReceive]).toEqual([-1, false]);
    sender.reclaim(nextReport()!.report.buffer);
    expect(sender.canReceive).toBe(true);
  });

  it("also counts datagrams that are larger than a slab", () => {
    for (let i = 0; i < SLABS; i++) sender.datagram(1, received(SLAB_BYTES));
    sender.send();
    expect(sender.canReceive).toBe(false);
    sender.reclaim(nextReport()!.report.buffer);
    expect(sender.canReceive).toBe(true);
  });
});
