import { describe, expect, test } from "vitest";
import { followableOf } from "#src/cli/live/followable.js";
import { nowhere } from "#src/cli/objects/objects-of.js";
import { openSession } from "#src/cli/session.js";
import { stateText } from "#src/cli/text/state.js";
import { wordingsOf } from "#src/cli/text/wording.js";

const wordings = wordingsOf(followableOf(openSession(nowhere, {})).objects);

const common = { type: "difference", object: "address", origin: "other", inferred: false } as const;
const was = {
  family: "inet",
  prefixlen: 24,
  scope: "universe",
  index: 2,
  local: "192.0.2.1",
  address: "192.0.2.1",
  flags: 0,
  cacheinfo: { preferred: 7 },
};

describe("stateText", () => {
  test("puts a sign before the object", () => {
    const line = "address 192.0.2.1/24 link 2 scope universe";
    expect(stateText({ ...common, difference: { type: "added", current: was } }, wordings)).toBe(`+ ${line}`);
    expect(stateText({ ...common, difference: { type: "removed", previous: was } }, wordings)).toBe(
      `- ${line}`,
    );
  });

  test("names the members that changed, but not counters and timers", () => {
    const current = { ...was, prefixlen: 25, label: "a", flags: 0x80, cacheinfo: { preferred: 6 } };
    const text = stateText({ ...common, difference: { type: "changed", previous: was, current } }, wordings);
    expect(text).toBe(
      "~ address 192.0.2.1/25 link 2 scope universe a permanent (prefixlen 24 → 25, flags +permanent, label - → a)",
    );
  });

  test("reports losses, whether the kernel counts them or not", () => {
    expect(stateText({ type: "resync", changes: 3, drops: 40 }, wordings)).toBe(
      "! the receive buffer overflowed, 40 events lost so far; listed again: 3 changes found",
    );
    expect(stateText({ type: "resync", changes: 0 }, wordings)).toContain("some events lost");
  });
});
