// The example that records, and what its recording is for.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rtnetlink } from "@rxnetlink/route";
import { replay } from "@rxnetlink/testing";
import { all } from "rxnetlink/promises";
import { afterAll, describe, expect, it } from "vitest";
import { useSandbox, whyNoSandbox } from "../support/sandbox.js";
import { uplink$ } from "./uplink.js";

const folder = mkdtempSync(join(tmpdir(), "examples-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(whyNoSandbox !== undefined)("the example", () => {
  const { sh, run } = useSandbox("ip link add v0 type veth peer name v1; ip link set v1 up");

  it("record-uplink prints the uplink, and records it for replay", async () => {
    const file = join(folder, "uplink.pcapng");
    const recording = run("testing/record-uplink", file, "v1");
    expect(await recording.line()).toBe("none is up");
    sh("ip link set v0 up");
    expect(await recording.line()).toBe("v1");
    sh("ip link set v0 down");
    expect(await recording.line()).toBe("none is up");
    await recording.stop();
    const nl = rtnetlink({ transport: replay(readFileSync(file)) });
    expect(await all(uplink$(nl, ["v1"]))).toEqual([undefined, "v1", undefined]);
  });
});
