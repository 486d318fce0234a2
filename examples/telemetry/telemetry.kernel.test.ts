// Examples of telemetry.

import { describe, expect, it } from "vitest";
import { useSandbox, whyNoSandbox } from "../support/sandbox.js";

describe.skipIf(whyNoSandbox !== undefined)("the example", () => {
  const { run } = useSandbox("ip link set lo up");

  it("log-requests logs each request with its outcome", async () => {
    const { lines, status } = await run("telemetry/log-requests").rest();
    expect(status).toBe(0);
    expect(lines.map((line) => line.replace(/\d+\.\d ms$/, "T"))).toEqual([
      "list link: completed, 1 replies, T",
      "add link ifname=br7: completed, 1 replies, T",
      "add link ifname=br7: EEXIST, 0 replies, T",
      "delete link ifname=br7: completed, 1 replies, T",
    ]);
  });

  it("trace-requests prints spans below that of their task", async () => {
    expect(await run("telemetry/trace-requests").rest()).toEqual({
      lines: ["  add link completed", "  change link ENODEV", "  list link completed", "set up bridge"],
      status: 0,
    });
  });
});
