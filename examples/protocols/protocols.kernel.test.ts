// Examples of the smaller protocols.

import { describe, expect, it } from "vitest";
import { useSandbox, whyNoSandbox } from "../support/sandbox.js";

describe.skipIf(whyNoSandbox !== undefined)("the example", () => {
  const { run } = useSandbox("ip link set lo up");

  it("pass-notices passes notices from one process to others", async () => {
    const readers = [run("protocols/pass-notices"), run("protocols/pass-notices")];
    for (const reader of readers) expect(await reader.line()).toMatch(/^reading as \d+$/);
    const writer = run("protocols/pass-notices", "backup", "is", "done");
    expect((await writer.rest()).status).toBe(0);
    for (const reader of readers) {
      expect(await reader.line()).toMatch(/^\d+: backup is done$/);
      await reader.stop();
    }
  });
});
