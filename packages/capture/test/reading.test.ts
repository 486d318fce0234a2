import fc from "fast-check";
import { from, lastValueFrom, toArray } from "rxjs";
import { describe, expect, it } from "vitest";
import { CaptureError, hexBytes, packets$, pcapng, readCapture } from "#src/index.js";
import { golden } from "./support/golden.js";
import { bytesOf, packet } from "./support/packets.js";

const encoder = new TextEncoder();
const text = (lines: string) => readCapture(encoder.encode(lines));

/** NLMSG_DONE with sequence number 1. */
const DONE = "14000000 0300 0200 01000000 00000000 00000000";

/** A pcap file by hand: magic, version 2.4, unused, longest packet, link type; then a packet at 1.5 s. */
const pcap = (magic: string, fraction: string, swap = false) => {
  const words = `${magic} 0002 0004 00000000 00000000 00040000 000000fd 00000001 ${fraction} 00000014 00000014`;
  const ordered = swap
    ? words.replaceAll(/\b(?:[0-9a-f]{2})+\b/g, (word) => word.match(/../g)!.reverse().join(""))
    : words;
  return bytesOf(`${ordered} 0004 0338 0000 00000000 00000000 0009 01020304`);
};

describe("pcap", () => {
  it.each([
    ["microseconds", pcap("a1b2c3d4", "0007a120")],
    ["microseconds, little-endian", pcap("a1b2c3d4", "0007a120", true)],
    ["nanoseconds", pcap("a1b23c4d", "1dcd6500")],
    ["nanoseconds, little-endian", pcap("a1b23c4d", "1dcd6500", true)],
  ])("is read in %s", (_, bytes) => {
    const packets = [{ time: 1_500_000_000n, protocol: 9, bytes: bytesOf("01020304") }];
    expect(readCapture(bytes)).toEqual({ format: "pcap", packets });
    const cut = readCapture(bytes.subarray(0, -1));
    expect(cut).toMatchObject({ packets: [], error: { format: "pcap", at: 24 } });
  });

  it("is read as tcpdump writes it: of an nlmon link, of all links, and of the beginnings of packets", () => {
    const [nlmon, any, cut] = ["nlmon", "any", "cut"].map((name) => readCapture(golden(`${name}.pcap`)));
    expect([nlmon, any, cut].map((one) => [one!.format, one!.packets.length, one!.error])).toEqual(
      [1, 2, 3].map(() => ["pcap", 51, undefined]),
    );
    // tcpdump counted microseconds for all links.
    const coarse = nlmon!.packets.map(({ time, ...rest }) => ({ ...rest, time: (time! / 1000n) * 1000n }));
    expect(any!.packets).toEqual(coarse);
    expect(cut!.packets[2]).toMatchObject({
      bytes: coarse[2]!.bytes.subarray(0, 44),
      size: coarse[2]!.bytes.length,
    });
  });
});

describe("hexadecimal", () => {
  it("is a datagram between blank lines, with comments", () => {
    const { packets } = text(`# captured today\n${DONE} # done\n\n\n0x1400 0300\n# the rest\n0100 0000\n`);
    expect(packets).toEqual([
      { protocol: 0, bytes: bytesOf(DONE) },
      { protocol: 0, bytes: bytesOf("14000300 01000000") },
    ]);
  });

  it("is of the protocol that is given", () => {
    expect(readCapture(encoder.encode(DONE), { protocol: 12 }).packets).toMatchObject([{ protocol: 12 }]);
  });

  it("is refused with the line", () => {
    expect(text(`${DONE}\n\n14 00\n14 0g`).error).toMatchObject({ format: "hex", at: 4 });
    expect(() => hexBytes("123")).toThrow("hex, line 1: expected bytes in hexadecimal, such as 14 00 00 00");
  });
});

describe("the output of strace", () => {
  it("is read as strace prints it with -e read=all -e write=all", () => {
    const { format, packets, error } = readCapture(golden("ip-link-show.strace"));
    expect({ format, error }).toEqual({ format: "strace", error: undefined });
    expect(packets.map(({ direction, bytes }) => [direction, bytes.length])).toEqual([
      ["toKernel", 32],
      ["toUser", 52],
      ["toKernel", 52],
      ["toUser", expect.any(Number)],
    ]);
    for (const { bytes } of packets) expect(new DataView(bytes.buffer).getUint32(0, true)).toBe(bytes.length);
    expect(packets[0]).toMatchObject({
      protocol: 0,
      source: expect.stringMatching(/^process \d+, descriptor 3$/),
      time: expect.any(BigInt),
    });
  });

  it("is read with bytes in quotes, interrupted calls, inherited sockets and short transfers", () => {
    const quoted = DONE.replaceAll(" ", "").replaceAll(/../g, String.raw`\x$&`);
    const { packets, error } = text(`strace: Process 8 attached
[pid 7] 10.5 socket(AF_NETLINK, SOCK_RAW|SOCK_CLOEXEC, NETLINK_NETFILTER) = 3
[pid 7] 11.25 sendto(3, "${quoted}", 20, 0, NULL, 0) = 20
[pid 7] 12.000001 recvmsg(3,  <unfinished ...>
[pid 8] 12.5 sendto(3, "${quoted}", 20, 0, {sa_family=AF_NETLINK, nl_pid=0, nl_groups=00000000}, 12) = 20
[pid 8] 12.6 sendto(9, "\\x47\\x45", 2, 0, NULL, 0) = 2
[pid 8] 12.7 recvmsg(3, 0x7ffc, 0) = -1 EAGAIN (Resource temporarily unavailable)
[pid 7] 12:00:13.5 <... recvmsg resumed>{msg_name=NULL, msg_iov=[{iov_base="\\x01\\x02", iov_len=4}], msg_iovlen=1}, 0) = 2
[pid 7] 14.5 recvfrom(3, "\\xff", 1, MSG_PEEK, NULL, NULL) = 1
[pid 8] +++ exited with 0 +++
`);
    const of = (pid: number, time: bigint, direction: string, bytes: Uint8Array) => ({
      time,
      direction,
      bytes,
      protocol: 12,
      source: `process ${pid}, descriptor 3`,
    });
    expect(error).toBeUndefined();
    expect(packets[2]).not.toHaveProperty("time");
    expect(packets).toEqual([
      of(7, 11_250_000_000n, "toKernel", bytesOf(DONE)),
      of(8, 12_500_000_000n, "toKernel", bytesOf(DONE)),
      // A time of day has no date.
      expect.objectContaining({ direction: "toUser", bytes: bytesOf("0102") }),
    ]);
  });

  it("says how to get the bytes if they are missing", () => {
    const { error } = text(`socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE) = 3
sendto(3, [{nlmsg_len=20, nlmsg_type=NLMSG_DONE}, 0], 20, 0, NULL, 0) = 20\n`);
    expect(error?.message).toBe(
      "strace, line 2: it names messages, but does not hold them (strace prints the bytes of netlink with -e read=all -e write=all)",
    );
  });
});

describe("anything else", () => {
  it.each([
    ["nothing", "", "the capture is empty"],
    ["prose", "Dear reader", "neither pcap nor pcapng, hexadecimal or strace"],
    ["bytes", "\0\0\0\0", "neither pcap nor pcapng, hexadecimal or strace"],
    ["blank lines", "\n\n", "neither pcap nor pcapng, hexadecimal or strace"],
  ])("is refused: %s", (_, given, reason) => {
    expect(text(given)).toEqual({ packets: [], error: expect.objectContaining({ message: reason }) });
  });
});

const captures: [string, Uint8Array][] = [
  ["pcap", golden("nlmon.pcap")],
  ["pcapng", pcapng(readCapture(golden("nlmon.pcap")).packets)],
  ["strace", golden("ip-link-show.strace")],
  ["hexadecimal", encoder.encode(`${DONE}\n\n${DONE}\n`)],
];

describe.each(captures)("a capture in %s", (_, bytes) => {
  it("is read alike in pieces of any size", async () => {
    const { packets } = readCapture(bytes);
    for (const size of [1, 7, 1000]) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
        bytes.subarray(i * size, (i + 1) * size),
      );
      expect(await lastValueFrom(packets$(from(pieces)).pipe(toArray()))).toEqual(packets);
    }
  });

  it("is read, or refused with the typed error, whatever becomes of its bytes", () => {
    const place = fc.nat(bytes.length - 1);
    const change = fc.record({ at: place, byte: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), place, (changes, length) => {
        const mutated = bytes.slice(0, length || bytes.length);
        for (const { at, byte } of changes) if (at < mutated.length) mutated[at] = byte;
        const { error } = readCapture(mutated);
        if (error !== undefined) expect(error).toBeInstanceOf(CaptureError);
      }),
    );
  });
});

it("packets$ emits what is whole, then errors", async () => {
  const file = pcapng(fc.sample(packet, { numRuns: 3, seed: 1 }));
  const seen: unknown[] = [];
  const failed = new Promise((resolve) =>
    packets$(file.subarray(0, -1)).subscribe({ next: (one) => seen.push(one), error: resolve }),
  );
  expect(await failed).toBeInstanceOf(CaptureError);
  expect(seen).toHaveLength(2);
});

it("refuses unusable arguments", () => {
  expect(() => readCapture("text" as never)).toThrow("readCapture: bytes: ");
  expect(() => readCapture(new Uint8Array(), { protocol: -1 })).toThrow("protocol");
  expect(() => pcapng([], { application: 5 as never })).toThrow("application");
});
