// Captures of ours, read by Wireshark.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pcapng, readCapture } from "@rxnetlink/capture";
import { afterAll, describe, expect, it } from "vitest";
import { aroundSandbox, program, why } from "../../support/rxnl.js";
import { framesOfOurs, framesOfTshark, whyNoTshark } from "../../support/tshark.js";

const lacking = why ?? whyNoTshark;
if (lacking !== undefined) console.log(`skipped: captures read by Wireshark: ${lacking}`);

const nlmon = new URL("../../../../../capture/test/golden/nlmon.pcap", import.meta.url);
const folder = mkdtempSync(join(tmpdir(), "rxnetlink-wireshark-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(lacking !== undefined)("Wireshark", () => {
  const around = aroundSandbox();

  it("reads what rxnl capture recorded as we do", async () => {
    const file = join(folder, "changes.pcapng");
    const [first, ...rest] = around.inside();
    const args = [...rest, process.execPath, program, "capture", file, "link", "route", "--count", "3"];
    const child = spawn(first, args, { stdio: ["ignore", "ignore", "pipe"] });
    const ended = once(child, "exit");
    await once(child.stderr, "data");
    around.sandbox.run("ip link add w0 type ifb; ip link set w0 mtu 1400; ip route add 192.0.2.0/24 dev lo");
    expect(await ended).toEqual([0, null]);
    const frames = framesOfTshark(file);
    expect(frames.flatMap(({ ifnames }) => ifnames)).toEqual(expect.arrayContaining(["lo", "w0"]));
    expect(frames.flatMap(({ mtus }) => mtus)).toContain(1400);
    expect(frames.flatMap(({ oifs }) => oifs)).toContain(1);
    expect(frames).toEqual(framesOfOurs(file));
  });

  it("reads our copy of a capture as the capture", () => {
    const copy = join(folder, "copy.pcapng");
    writeFileSync(copy, pcapng(readCapture(readFileSync(nlmon)).packets));
    expect(framesOfTshark(copy)).toEqual(framesOfTshark(nlmon.pathname));
  });
});
