import { beforeEach, describe, expect, test } from "vitest";
import { TraceGrouping } from "#src/nftables/trace/grouping.js";
import type { TraceMessage } from "#src/nftables/trace/layout.js";
import type { PacketTrace } from "#src/nftables/trace/packet.js";

const message = (id: number, more: Partial<TraceMessage>): TraceMessage => ({
  family: "inet",
  version: 0,
  resId: 0,
  id,
  table: "t",
  chain: "c",
  nfproto: "ipv4",
  ...more,
});
const headers = { networkHeader: Uint8Array.of(0x45) };
const rule = (handle: number, code: "continue" | "accept" | "drop" | "jump" | number) =>
  ({ type: "rule", ruleHandle: BigInt(handle), verdict: { code } }) as const;

describe("the grouping of trace messages", () => {
  let done: PacketTrace[];
  let grouping: TraceGrouping;
  beforeEach(() => {
    done = [];
    grouping = new TraceGrouping((packet) => done.push(packet));
  });

  test("ends a packet by a final verdict, and begins it again in the next chain", () => {
    grouping.take(message(1, { ...headers, iif: 4, ...rule(2, "continue") }), 0);
    grouping.take(message(1, rule(3, "accept")), 0);
    grouping.take(message(1, { ...headers, chain: "d", type: "policy", policy: "drop" }), 0);
    expect(done).toEqual([
      {
        type: "packet",
        id: 1,
        family: "inet",
        nfproto: "ipv4",
        table: "t",
        chain: "c",
        iif: 4,
        ...headers,
        steps: [
          { type: "rule", chain: "c", handle: 2n, verdict: { code: "continue" } },
          { type: "rule", chain: "c", handle: 3n, verdict: { code: "accept" } },
        ],
        verdict: "accept",
      },
      expect.objectContaining({
        chain: "d",
        verdict: "drop",
        steps: [{ type: "policy", chain: "d", policy: "drop" }],
      }),
    ]);
    expect(grouping.size).toBe(0);
  });

  test("goes on after a jump, the end of a chain, and a rule without a verdict", () => {
    grouping.take(message(1, { ...headers, ...rule(2, "jump") }), 0);
    grouping.take(message(1, { chain: "d", ...rule(3, "continue") }), 0);
    grouping.take(message(1, { chain: "d", type: "rule", verdict: { code: "continue" } }), 0);
    expect(done).toEqual([]);
    grouping.take(message(1, rule(4, "drop")), 0);
    expect(done[0]?.steps.map(({ type }) => type)).toEqual(["rule", "rule", "return", "rule"]);
  });

  test("takes a verdict that queues for a final one, whatever the queue", () => {
    grouping.take(message(1, { ...headers, ...rule(2, 0x5_0003) }), 0);
    expect(done).toMatchObject([{ verdict: 0x5_0003 }]);
  });

  test("tells packets apart that come at the same time", () => {
    grouping.take(message(1, { ...headers, ...rule(2, "continue") }), 0);
    grouping.take(message(2, { ...headers, ...rule(2, "continue") }), 0);
    grouping.take(message(2, rule(3, "drop")), 0);
    grouping.take(message(1, rule(3, "accept")), 0);
    expect(done.map(({ id, verdict, steps }) => [id, verdict, steps.length])).toEqual([
      [2, "drop", 2],
      [1, "accept", 2],
    ]);
  });

  test("emits a packet without a verdict if its end was lost", () => {
    grouping.take(message(1, { ...headers, ...rule(2, "continue") }), 0);
    grouping.take(message(1, { ...headers, chain: "d", ...rule(9, "continue") }), 5);
    expect(done).toHaveLength(1);
    grouping.giveUp(4);
    expect(done).toHaveLength(1);
    grouping.giveUp(5);
    expect(done.map(({ chain, verdict }) => [chain, verdict])).toEqual([
      ["c", undefined],
      ["d", undefined],
    ]);
  });
});
