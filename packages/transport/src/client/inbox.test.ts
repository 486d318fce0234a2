import { setImmediate as turn } from "node:timers/promises";
import type { Arrival } from "@rxnetlink/core";
import { describe, expect, it } from "vitest";
import type { SlabReport } from "#src/channel/protocol.js";
import { SlabWriter } from "#src/channel/slab.js";
import { Inbox } from "#src/client/inbox.js";
import { payload } from "../../test/support/payload.js";

const PER_SLAB = 3;

/** Returns a slab with some datagrams; the first byte of each is its number. */
function slabOf(first: number): SlabReport {
  const writer = new SlabWriter(new ArrayBuffer(256));
  for (let i = 0; i < PER_SLAB; i++) writer.datagram(1, payload(new Uint8Array([first + i])));
  return { type: "slab", buffer: writer.buffer, used: writer.used, reusable: true };
}

/** Blocks the event loop for longer than a slice. */
function dawdle(): void {
  const end = performance.now() + 6;
  while (performance.now() < end) {}
}

/** Returns an inbox and its events in order: numbers of datagrams, slabs read, turns of the event loop. */
function inbox(consume: (number: number) => void = () => {}): { box: Inbox; happened: unknown[] } {
  const happened: unknown[] = [];
  const receive = (_: number, arrival: Arrival) => {
    if (arrival.type !== "datagram") return;
    const number = arrival.view.getUint8(arrival.start);
    happened.push(number);
    consume(number);
  };
  const box = new Inbox(receive, () => happened.push("read"));
  return { box, happened };
}

describe("an inbox", () => {
  it("lets the event loop turn between slow deliveries, even in the middle of a slab", async () => {
    const { box, happened } = inbox(dawdle);
    box.receive(slabOf(0));
    box.receive(slabOf(3));
    for (let i = 0; i < 8; i++) {
      await turn();
      happened.push("turn");
    }
    const events = happened.filter((one) => one !== "turn");
    expect(events).toEqual([0, 1, 2, "read", 3, 4, 5, "read"]);
    // One at once, then one per turn.
    const turns = [2, 3, 4, 5].map((number) => happened.slice(0, happened.indexOf(number)));
    expect(turns.map((before) => before.filter((one) => one === "turn").length)).toEqual([1, 2, 3, 4]);
  });

  it("calls an action after everything received so far, not before", async () => {
    const { box, happened } = inbox(dawdle);
    box.after(() => happened.push("at once"));
    box.receive(slabOf(0));
    box.after(() => happened.push("after"));
    box.receive(slabOf(3));
    while (happened.length < 10) await turn();
    expect(happened).toEqual(["at once", 0, 1, 2, "read", "after", 3, 4, 5, "read"]);
  });

  it("resumes in the next turn if a subscriber throws", async () => {
    const { box, happened } = inbox((number) => {
      if (number === 1) throw new Error("from a subscriber");
    });
    expect(() => box.receive(slabOf(0))).toThrow("from a subscriber");
    await turn();
    expect(happened).toEqual([0, 1, 2, "read"]);
  });
});
