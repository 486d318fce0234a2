import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { Arrived } from "#src/channel/protocol.js";
import { NO_NSID, SlabWriter } from "#src/channel/slab.js";
import { Inbox } from "#src/client/inbox.js";

const PER_SLAB = 3;

/** A slab with some datagrams; the first byte of each is its number. */
function arrived(first: number): Arrived {
  const writer = new SlabWriter(new ArrayBuffer(256));
  for (let i = 0; i < PER_SLAB; i++)
    writer.datagram(1, new Uint8Array([first + i]), { portId: 0, group: 0, nsid: NO_NSID });
  return { type: "arrived", buffer: writer.buffer, used: writer.used, reusable: true };
}

/** Keeps the event loop for longer than a slice. */
function dawdle(): void {
  const end = performance.now() + 6;
  while (performance.now() < end) {}
}

/** An inbox, and what happens in order: numbers of datagrams, slabs that were read, turns of the event loop. */
function inbox(consume: (number: number) => void = () => {}): { box: Inbox; happened: unknown[] } {
  const happened: unknown[] = [];
  const box = new Inbox({
    arrived: (_, arrival) => {
      if (arrival.type !== "datagram") return;
      const number = arrival.view.getUint8(arrival.start);
      happened.push(number);
      consume(number);
    },
    read: () => happened.push("read"),
  });
  return { box, happened };
}

describe("an inbox", () => {
  it("lets the event loop turn between arrivals that take long, also in the middle of a slab", async () => {
    const { box, happened } = inbox(dawdle);
    box.take(arrived(0));
    box.take(arrived(3));
    for (let i = 0; i < 8; i++) {
      await turn();
      happened.push("turn");
    }
    const events = happened.filter((one) => one !== "turn");
    expect(events).toEqual([0, 1, 2, "read", 3, 4, 5, "read"]);
    // One at once, then one a turn.
    const turns = [2, 3, 4, 5].map((number) => happened.slice(0, happened.indexOf(number)));
    expect(turns.map((before) => before.filter((one) => one === "turn").length)).toEqual([1, 2, 3, 4]);
  });

  it("does what is to come after all that has arrived, and not before", async () => {
    const { box, happened } = inbox(dawdle);
    box.after(() => happened.push("at once"));
    box.take(arrived(0));
    box.after(() => happened.push("after"));
    box.take(arrived(3));
    while (happened.length < 10) await turn();
    expect(happened).toEqual(["at once", 0, 1, 2, "read", "after", 3, 4, 5, "read"]);
  });

  it("goes on in the next turn where a subscriber throws", async () => {
    const { box, happened } = inbox((number) => {
      if (number === 1) throw new Error("from a subscriber");
    });
    expect(() => box.take(arrived(0))).toThrow("from a subscriber");
    await turn();
    expect(happened).toEqual([0, 1, 2, "read"]);
  });
});
