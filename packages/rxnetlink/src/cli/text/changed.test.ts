import { expect, it } from "vitest";
import { changesText } from "#src/cli/text/changed.js";

it.each([
  [{ mtu: 1500 }, { mtu: 1400 }, "mtu 1500 → 1400"],
  [{ flags: ["up", "loopback"] }, { flags: ["up", "running"] }, "flags +running -loopback"],
  [{ label: "a" }, {}, "label a → -"],
  [{ inner: { one: 1, two: [1] } }, { inner: { one: 2, two: [2] } }, "inner.one 1 → 2, inner.two +2 -1"],
  [{ hops: [{ via: "a" }] }, { hops: [{ via: "b" }] }, "hops[0].via a → b"],
  [{ order: [1, 2] }, { order: [2, 1] }, "order 1,2 → 2,1"],
  [{ mtu: 1, stats: { packets: 1 } }, { mtu: 2, stats: { packets: 2 } }, "mtu 1 → 2"],
])("%j and %j differ in %s", (was, is, text) => expect(changesText(was, is, new Set(["stats"]))).toBe(text));
