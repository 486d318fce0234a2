import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hostOrder } from "@rxnetlink/core/internal";
import { whyMissing } from "@rxnetlink/testing/gates";
import fc from "fast-check";
import { from, lastValueFrom, toArray } from "rxjs";
import { afterAll, describe, expect, it } from "vitest";
import { pcapng, pcapng$, readCapture } from "#src/index.js";
import { golden } from "./support/golden.js";
import { bytesOf, packet } from "./support/packets.js";

const folder = mkdtempSync(join(tmpdir(), "rxnetlink-capture-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A file as the specification describes it, in big-endian order: two interfaces, options, and blocks that are unknown. */
const BIG_ENDIAN = `
  0a0d0d0a 00000028 1a2b3c4d 0001 0000 ffffffffffffffff   # section header, version 1.0, length unknown
    0004 0003 61626300 0000 0000  00000028                #   option 4, the application: abc; end of options
  00000001 00000028 00fd 0000 00000000                    # interface 0: link type 253
    0002 0002 6e300000 0009 0001 83000000 0000 0000       #   name n0; times in units of 2^-3 s
    00000028
  00000001 00000034 00fd 0000 00040000                    # interface 1: link type 253, at most 256 KiB
    0002 0002 6e310000 000e 0008 000000000000000a         #   name n1; 10 s are to be added
    0003 0001 78000000 0000 0000 00000034                 #   description x
  00000bad 00000014 00000000 00000000 00000014            # a custom block
  00000006 00000050 00000000 00000000 0000000c            # packet of interface 0, after 12/8 s
    00000024 00000024                                     #   36 bytes of 36
    0004 0338 0000 00000000 00000000 0010                 #   sent, ARPHRD_NETLINK, protocol 16
    00000014 0003 0002 00000001 00000000 00000000         #   NLMSG_DONE in big-endian order
    0001 0002 68690000 0000 0000 00000050                 #   comment: hi
  00000006 00000034 00000001 00000000 000f4240            # packet of interface 1, after 1 000 000 us
    00000012 00000064                                     #   18 bytes of 100
    0004 0338 0000 00000000 00000000 0000 aabb 0000       #   protocol 0, 2 bytes
    00000034
  00000003 00000024 00000012                              # simple packet of 18 bytes
    0004 0338 0000 00000000 00000000 0004 ccdd 0000 00000024`;

describe("pcapng", () => {
  it("is read in the other byte order, with options, several interfaces and unknown blocks", () => {
    expect(readCapture(bytesOf(BIG_ENDIAN))).toEqual({
      format: "pcapng",
      packets: [
        {
          time: 1_500_000_000n,
          protocol: 16,
          bytes: bytesOf("00000014 0003 0002 00000001 00000000 00000000"),
          source: "n0",
          comment: "hi",
        },
        { time: 11_000_000_000n, protocol: 0, bytes: bytesOf("aabb"), size: 84, source: "n1" },
        { protocol: 4, bytes: bytesOf("ccdd"), source: "n0" },
      ],
    });
  });

  it("is read as it was written", () => {
    fc.assert(
      fc.property(fc.array(packet, { maxLength: 8 }), (packets) => {
        const { format, packets: read, error } = readCapture(pcapng(packets));
        expect({ format, error }).toEqual({ format: "pcapng", error: undefined });
        expect(read).toEqual(packets.map((one) => ({ source: "netlink", ...one })));
      }),
    );
  });

  it("is written in the byte order of its packets, a section for each", () => {
    const datagrams = [
      "14000000 0300 0200 01000000 00000000 00000000",
      "00000014 0003 0002 00000001 00000000 00000000",
    ];
    const packets = datagrams.map((hex) => ({ protocol: 0, bytes: bytesOf(hex), source: "n0", time: 1n }));
    const file = pcapng([...packets, ...packets]);
    expect(readCapture(file)).toEqual({ format: "pcapng", packets: [...packets, ...packets] });
    const magics = file.join().match(/77,60,43,26|26,43,60,77/g);
    const [own, other] =
      hostOrder === "little" ? ["77,60,43,26", "26,43,60,77"] : ["26,43,60,77", "77,60,43,26"];
    expect(magics).toEqual([own, other, own, other]);
  });

  it("is written packet by packet", async () => {
    const { packets } = readCapture(golden("nlmon.pcap"));
    const pieces = await lastValueFrom(pcapng$(from(packets)).pipe(toArray()));
    expect(pieces).toHaveLength(packets.length + 1);
    expect(Buffer.concat(pieces)).toEqual(Buffer.from(pcapng(packets)));
  });

  it("gives what is whole of a truncated file, then a typed error", () => {
    const whole = bytesOf(BIG_ENDIAN);
    const { packets, error } = readCapture(whole.subarray(0, -8));
    expect(packets).toHaveLength(2);
    expect(error).toMatchObject({ name: "CaptureError", format: "pcapng", at: whole.length - 0x24 });
    expect(error?.message).toBe(`pcapng, byte ${whole.length - 0x24}: the capture is truncated here`);
  });

  it.each([
    ["an odd length", "0a0d0d0a 0000001d 1a2b3c4d", "a block has the invalid length 29"],
    ["a huge length", "0a0d0d0a fffffff0 1a2b3c4d", "a record claims 4294967280 bytes"],
    ["no byte order", "0a0d0d0a 0000001c 00000000", "a section header shows no byte order"],
    [
      "an unknown version",
      "0a0d0d0a 0000001c 1a2b3c4d 0002 0000 ffffffffffffffff 0000001c",
      "a section has the unknown version 2",
    ],
    [
      "two lengths",
      "0a0d0d0a 0000001c 1a2b3c4d 0001 0000 ffffffffffffffff 0000001d",
      "the lengths before and behind a block differ",
    ],
    [
      "a packet without interface",
      "0a0d0d0a 0000001c 1a2b3c4d 0001 0000 ffffffffffffffff 0000001c 00000003 00000010 00000000 00000010",
      "a packet is of the unknown interface 0",
    ],
    [
      "Ethernet",
      "0a0d0d0a 0000001c 1a2b3c4d 0001 0000 ffffffffffffffff 0000001c 00000001 00000014 0001 0000 00000000 00000014",
      "there is no netlink in it: its link type is 1 (netlink is captured on a link of the kind nlmon)",
    ],
  ])("says what is wrong with a file with %s", (_, bytes, reason) => {
    expect(readCapture(bytesOf(bytes)).error?.message).toContain(reason);
  });
});

const why = whyMissing(["tcpdump"]);
if (why !== undefined) console.log(`skipped: pcapng by tcpdump: ${why}`);

describe.skipIf(why !== undefined)("tcpdump", () => {
  /** What it prints of a file: times and bytes. */
  const printed = (path: string) =>
    spawnSync("tcpdump", ["-r", path, "-tt", "-xx", "--nano"], { encoding: "utf8" });

  it("prints the same of a capture and of our copy of it", () => {
    const original = golden("nlmon.pcap");
    const [before, after] = ["before.pcap", "after.pcapng"].map((name) => join(folder, name)) as [
      string,
      string,
    ];
    writeFileSync(before, original);
    writeFileSync(after, pcapng(readCapture(original).packets));
    const { stdout, stderr } = printed(after);
    expect(stderr).toContain("link-type NETLINK");
    expect(stdout.split("\n").length).toBeGreaterThan(100);
    expect(stdout).toBe(printed(before).stdout);
  });
});
