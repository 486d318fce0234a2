// What all processes say, through an nlmon link, where the kernel has these.
import { spawn, spawnSync } from "node:child_process";
import { on, once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { readCapture } from "@rxnetlink/capture";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aroundSandbox, isInstalled, type Json, program, rxnl, why } from "../../support/rxnl.js";
import { framesOfOurs, framesOfTshark, whyNoTshark } from "../../support/tshark.js";

describe.skipIf(why !== undefined)("rxnl capture --nlmon", () => {
  const around = aroundSandbox();
  const folder = mkdtempSync(join(tmpdir(), "rxnetlink-nlmon-"));
  const file = join(folder, "all.pcapng");
  let lacking: string | undefined;
  beforeAll(() => {
    try {
      around.sandbox.run("ip link add probe type nlmon 2>&1; ip link del probe 2>&1");
    } catch {
      lacking = "this kernel has no links of the kind nlmon";
      console.log(`skipped: ${lacking}`);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Waits until a program has said something. */
  async function said(stream: Readable, pattern: RegExp): Promise<void> {
    let text = "";
    for await (const [piece] of on(stream, "data")) {
      text += String(piece);
      if (pattern.test(text)) return;
    }
  }

  /** Captures until an action is done. */
  async function capturing(action: () => void, ...args: string[]) {
    const [first, ...rest] = around.inside();
    const command = [...rest, process.execPath, program, "capture", file, "--nlmon", ...args];
    const child = spawn(first, command, { stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.on("data", (text) => {
      said += text;
    });
    const ended = once(child, "close");
    await once(child.stderr, "data");
    action();
    if (args.length === 0) child.kill("SIGINT");
    const [status] = await ended;
    return { status, said };
  }

  it("writes what programs say and hear, and deletes its link", async ({ skip }) => {
    if (lacking !== undefined) skip(lacking);
    const { sandbox } = around;
    const { status, said } = await capturing(
      () => {
        sandbox.run("ip link add d0 type dummy; ip link add d0 type dummy || true; ip -j link show d0");
      },
      "--count",
      "10",
    );
    expect(said).toContain("10 packets captured");
    expect(status).toBe(0);
    expect(sandbox.json<Json[]>("ip -j link").map(({ ifname }) => ifname)).not.toContain(
      expect.stringContaining("nlmon"),
    );
    const lines = rxnl(["decode", file, "--json"]).stdout.trim().split("\n");
    const messages = lines.map((line) => JSON.parse(line) as Json);
    const adding = { role: "request", action: "new", object: "link", value: { ifname: "d0" } };
    expect(messages).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...adding, value: expect.objectContaining(adding.value) }),
        expect.objectContaining({ role: "reply", type: "ack" }),
        expect.objectContaining({ role: "reply", type: "refusal", code: "EEXIST" }),
      ]),
    );
    expect(Math.abs(Number(messages[0]!.time) / 1e6 - Date.now())).toBeLessThan(3_600_000);
  });

  it("deletes its link after Ctrl-C too", async ({ skip }) => {
    if (lacking !== undefined) skip(lacking);
    const { status } = await capturing(() => around.sandbox.run("ip -j link"));
    expect(status).toBe(130);
    expect(around.sandbox.run("ip link")).not.toContain("nlmon");
  });

  it("writes what tcpdump reads", ({ skip }) => {
    if (lacking !== undefined) skip(lacking);
    if (!isInstalled("tcpdump")) skip("tcpdump is not installed");
    const { stderr, status } = spawnSync("tcpdump", ["-r", file, "-w", join(folder, "copy.pcap")], {
      encoding: "utf8",
    });
    expect(stderr).toContain("link-type NETLINK");
    expect(status).toBe(0);
    const decoded = (path: string) => rxnl(["decode", path]).stdout;
    // tcpdump counts microseconds.
    expect(decoded(join(folder, "copy.pcap"))).toBe(decoded(file));
  });

  it("writes what Wireshark reads as we do", ({ skip }) => {
    if (lacking !== undefined) skip(lacking);
    if (whyNoTshark !== undefined) skip(whyNoTshark);
    const frames = framesOfTshark(file);
    expect(frames.length).toBeGreaterThan(2);
    expect(frames).toEqual(framesOfOurs(file));
  });

  it.each([
    ["tcpdump", ["-U", "-w"], "pcap"],
    ["dumpcap", ["-q", "-w"], "pcapng"],
  ])("reads what %s captures", async (name, words, format) => {
    if (lacking !== undefined) return console.log(`skipped: captures of ${name}: ${lacking}`);
    if (!isInstalled(name)) return console.log(`skipped: captures of ${name}: it is not installed`);
    const { sandbox } = around;
    sandbox.run("ip link add nlmon0 type nlmon; ip link set nlmon0 up");
    const path = join(folder, `${name}.${format}`);
    const [first, ...rest] = around.inside();
    const child = spawn(first, [...rest, name, "-i", "nlmon0", "-c", "4", ...words, path], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    const ended = once(child, "exit");
    await said(child.stderr, /listening on|File: /);
    sandbox.run("for i in 1 2 3 4; do ip link set lo mtu 6553$i; done; ip link del nlmon0");
    expect(await ended).toEqual([0, null]);
    const { stdout, stderr } = rxnl(["decode", path]);
    expect(stderr).toBe("");
    expect(stdout).toMatch(/> route {6}new link .*mtu=6553\d/);
    expect(readCapture(readFileSync(path)).format).toBe(format);
    if (whyNoTshark === undefined) expect(framesOfTshark(path)).toEqual(framesOfOurs(path));
  });

  it("says what is missing", ({ skip }) => {
    if (lacking === undefined) skip("this kernel has links of the kind nlmon");
    const { status, stderr } = around.inNamespace("capture", file, "--nlmon");
    expect(stderr).toContain("this kernel has no links of the kind nlmon");
    expect(status).toBe(1);
    expect(around.inNamespace("capture", file, "link", "--nlmon").status).toBe(2);
  });
});
