// Captures that tcpdump and strace made, decoded; and captures of our own, replayed.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type CapturedPacket, pcapng } from "@rxnetlink/capture";
import { type ByteOrder, Writer, writeMessage } from "@rxnetlink/core/schema";
import { linkFlags, linkMessage } from "@rxnetlink/route";
import { afterAll, describe, expect, it } from "vitest";
import { aroundSandbox, type Json, program, rxnl, why } from "../../support/rxnl.js";

const captures = new URL("../../../../../capture/test/golden/", import.meta.url);
const golden = (name: string) => fileURLToPath(new URL(name, captures));
const RTM_NEWLINK = 16;
const HEADER = { family: 0, type: "ether", index: 7, flags: linkFlags.of("up"), change: 0 } as const;
const folder = mkdtempSync(join(tmpdir(), "rxnetlink-rxnl-capture-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Returns the announcement of a link as a machine of a byte order captures it. */
function packetsIn(byteOrder: ByteOrder): CapturedPacket[] {
  const out = new Writer(undefined, false, false, byteOrder);
  const value = { ...HEADER, ifname: "v0", mtu: 1500, linkinfo: { kind: "dummy" } };
  const ids = { flags: 0, sequence: 0, portId: 0 };
  writeMessage(out, { type: RTM_NEWLINK, ...ids, layout: linkMessage, value });
  return [{ protocol: 0, bytes: out.take() }];
}

/** Lines without the time of day, which depends on where one is. */
const timeless = (text: string) => text.split("\n").map((line) => line.slice("00:00:00.000000 ".length));

/** Runs `rxnl` with standard input. */
const fed = (input: string | Uint8Array, ...args: string[]) =>
  spawnSync(process.execPath, [program, ...args], { input, encoding: "utf8" });

describe("rxnl decode", () => {
  it("prints requests, each with its number, and what the kernel answers", () => {
    const { stdout, stderr, status } = rxnl(["decode", golden("nlmon.pcap")]);
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
    const lines = timeless(stdout);
    expect(lines.slice(2, 8)).toEqual([
      "  #2 > route      new link (excl create ack)  ifname=v0 linkinfo.kind=dummy",
      "  #2 < route      ack",
      "  #3 > route      new link (ack)",
      "  #3 < route      ENODEV  no such device",
      "  #4 > route      new link (excl create ack)  ifname=v0 linkinfo.kind=dummy",
      "  #4 < route      EEXIST  file exists",
    ]);
    expect(lines).toContain("  #7 < route      ENETUNREACH  Nexthop has invalid gateway");
    expect(lines).toContain(" #12 > ethtool    get features (ack)  devName=lo headerFlags=compactBitsets");
    expect(lines).toContain(" #17 > netfilter  new nftables.table  family=inet name=t");
    expect(lines.filter((line) => line.includes("#20 <"))).toHaveLength(2);
  });

  it("prints JSON of what meets a condition", () => {
    const { stdout } = rxnl([
      ...["decode", golden("nlmon.pcap"), "--json"],
      ...["--filter", "object=address", "--filter", "role=request"],
    ]);
    expect(JSON.parse(stdout)).toMatchObject({
      time: expect.stringMatching(/^\d{19}$/),
      family: "route",
      role: "request",
      request: 6,
      type: "object",
      action: "new",
      object: "address",
      value: { family: "inet", local: "192.0.2.1", prefixlen: 24 },
      flagNames: ["excl", "create", "ack"],
    });
  });

  it("reads standard input, strace and hexadecimal", () => {
    const strace = fed(readFileSync(golden("ip-link-show.strace")), "decode", "-").stdout;
    expect(timeless(strace)[2]).toMatch(/^ {2}#2 > route {6}get link .*ifname=nosuch$/);
    const hex = fed("14000000 0300 0200 01000000 00000000 00000000", "decode", "-", "--protocol", "12");
    expect(hex.stdout).toBe(`${" ".repeat(20)} < netfilter  done\n`);
  });

  it("prints what is whole of a truncated capture, then says so", () => {
    const file = join(folder, "truncated.pcap");
    writeFileSync(file, readFileSync(golden("nlmon.pcap")).subarray(0, 500));
    const { stdout, stderr, status } = rxnl(["decode", file]);
    expect(stdout.split("\n").length).toBeGreaterThan(3);
    expect(stderr).toMatch(/^rxnl: pcap, byte \d+: the capture is truncated here$/m);
    expect(status).toBe(1);
  });

  it.each([
    [["decode", "/nothing"], 1, "/nothing: no such file or directory (ENOENT)"],
    [["decode", folder], 1, `${folder}: illegal operation on a directory (EISDIR)`],
    [["replay", folder], 1, `${folder}: illegal operation on a directory (EISDIR)`],
    [["decode", "/dev/null"], 1, "the capture is empty"],
    [["replay", "/dev/null"], 1, "the capture is empty"],
    [["decode", program], 1, "neither pcap nor pcapng, hexadecimal or strace"],
    [["decode", golden("cut.pcap"), "--filter", "?"], 2, "is no condition"],
    [["decode", golden("cut.pcap"), "--protocol", "rout"], 2, "rout is no protocol"],
    [["replay", golden("cut.pcap"), "--watch"], 2, "--watch needs a recording"],
    [["replay", golden("cut.pcap"), "nothing"], 2, "nothing: no such object"],
    [["replay", golden("cut.pcap"), "--speed", "0"], 2, "It must be a number above 0."],
    [["capture", "/nothing/there"], 1, "/nothing/there: no such file or directory (ENOENT)"],
  ])("refuses %j", (args, status, reason) => {
    const ended = rxnl(args);
    expect(ended.stderr).toContain(reason);
    expect(ended.status).toBe(status);
  });
});

it("rxnl replay prints what is whole of a truncated capture, then says so", () => {
  const file = join(folder, "halved.pcapng");
  const announced = packetsIn("little");
  writeFileSync(file, pcapng([...announced, ...announced]).subarray(0, -4));
  const { stdout, stderr, status } = rxnl(["replay", file]);
  expect(stdout).toMatch(/^\+ link 7: v0 dummy <up>.*\n$/);
  expect(stderr).toMatch(/^rxnl: pcapng, byte \d+: the capture is truncated here$/m);
  expect(status).toBe(1);
});

it("captures of a machine of the other byte order are decoded and replayed", () => {
  const [little, big] = (["little", "big"] as const).map((byteOrder) => {
    const file = join(folder, `${byteOrder}.pcapng`);
    writeFileSync(file, pcapng(packetsIn(byteOrder)));
    return [rxnl(["decode", file]).stdout, rxnl(["replay", file]).stdout];
  });
  expect(little![0]).toContain("new link  7: v0 dummy <up>");
  expect(little![1]).toMatch(/^\+ link 7: v0 dummy <up>/);
  expect(big).toEqual(little);
});

describe.skipIf(why !== undefined)("rxnl capture", () => {
  const around = aroundSandbox();

  it("says which file cannot be written", () => {
    const { stderr, status } = around.inNamespace("capture", "/dev/full", "link", "--count", "1");
    expect(stderr).toBe("rxnl: /dev/full: no space left on device (ENOSPC)\n");
    expect(status).toBe(1);
  });

  it("leaves a file that can be read, in place of an older one, when interrupted", async () => {
    const path = join(folder, "interrupted.pcapng");
    writeFileSync(path, "old");
    const [first, ...rest] = around.inside();
    const child = spawn(first, [...rest, process.execPath, program, "capture", path, "link"], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    const ended = once(child, "exit");
    await once(child.stderr, "data");
    child.kill("SIGINT");
    expect(await ended).toEqual([130, null]);
    const { stdout, stderr, status } = rxnl(["decode", path, "--filter", "object=link"]);
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
    expect(stdout).toContain("new link  1: lo");
  });
  const file = join(folder, "changes.pcapng");

  it("records changes, which rxnl replay prints as monitor and watch do", async () => {
    const [first, ...rest] = around.inside();
    const args = [...rest, process.execPath, program, "capture", file, "link", "rule", "--count", "3"];
    const child = spawn(first, args, { stdio: ["ignore", "ignore", "pipe"] });
    const ended = once(child, "exit");
    await once(child.stderr, "data");
    around.sandbox.run("ip link add c0 type ifb; ip link set c0 mtu 1400; ip rule add pref 77 to 192.0.2.7");
    expect(await ended).toEqual([0, null]);
    const monitored = rxnl(["replay", file, "link", "rule"]).stdout;
    expect(monitored).toMatch(
      /^\+ link \d+: c0 .*\n~ link \d+: c0 .*\(mtu 1500 → 1400\)\n\+ rule .*priority=77/m,
    );
    // What it has, if nothing is named.
    expect(rxnl(["replay", file]).stdout).toBe(monitored);
    const raw = rxnl(["replay", file, "link", "rule", "--raw", "--speed", "1000"]).stdout;
    expect(raw).toMatch(/^\+ link \d+: c0 .*\n\+ link \d+: c0 .* mtu 1400 .*\n\+ rule .*priority=77/m);
    const watched = rxnl(["replay", file, "link", "rule", "--watch", "--json"]).stdout;
    const events = watched
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Json);
    expect(events.findIndex(({ type }) => type === "synced")).toBeGreaterThan(3);
    expect(events.slice(-3)).toMatchObject([
      { type: "added", object: "link", current: { ifname: "c0" } },
      { type: "changed", object: "link", current: { mtu: 1400 }, previous: { mtu: 1500 } },
      { type: "added", object: "rule", current: { priority: 77 } },
    ]);
  });

  it("is a capture as any other", () => {
    const copy = join(folder, "copy.pcapng");
    copyFileSync(file, copy);
    expect(rxnl(["decode", copy, "--filter", "object=rule"]).stdout).toContain(
      "new rule  family=inet dstLen=32",
    );
  });
});
