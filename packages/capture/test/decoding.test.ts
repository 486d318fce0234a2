import { genericNetlink } from "@rxnetlink/generic";
import { ethtool } from "@rxnetlink/generic/ethtool";
import { netfilter } from "@rxnetlink/netfilter";
import { rtnetlink } from "@rxnetlink/route";
import fc from "fast-check";
import { from, lastValueFrom, toArray } from "rxjs";
import { describe, expect, it } from "vitest";
import { type CapturedMessage, type CapturedPacket, decode, decode$, readCapture } from "#src/index.js";
import { packetsIn } from "./support/foreign.js";
import { golden } from "./support/golden.js";
import { bytesOf } from "./support/packets.js";

const families = [rtnetlink, netfilter, genericNetlink, ethtool];
const { packets } = readCapture(golden("nlmon.pcap"));
const messages = decode(packets, families);

/** What a message is about, in a few words. */
const summary = (message: CapturedMessage): string =>
  [
    message.family,
    message.role,
    message.type === "object" ? `${message.action} ${message.object}` : message.type,
    message.type === "refusal" && message.code,
  ]
    .filter(Boolean)
    .join(" ");

const packet = (hex: string, more: Partial<CapturedPacket> = {}): CapturedPacket => ({
  protocol: 0,
  bytes: bytesOf(hex),
  ...more,
});

describe("a capture of ip, ethtool and nft by tcpdump", () => {
  it("is decoded by the declarations of families, those of generic netlink by what the controller says", () => {
    const seen = messages.map(summary);
    expect(seen.slice(4, 10)).toEqual([
      "route request new link",
      "route reply refusal ENODEV",
      "route request new link",
      "route reply refusal EEXIST",
      "route request get link",
      "route reply new link",
    ]);
    expect(seen.slice(20, 26)).toEqual([
      "nlctrl request get family",
      "nlctrl reply new family",
      "nlctrl reply ack",
      "ethtool request get features",
      "ethtool reply get features",
      "ethtool reply ack",
    ]);
    expect(seen).toContain("netfilter request new nftables.table");
    expect(messages[2]).toMatchObject({ value: { ifname: "v0", linkinfo: { kind: "dummy" } } });
  });

  it("names the request of each reply, also where a process repeats its sequence numbers", () => {
    const replies = messages.filter(({ role }) => role === "reply");
    expect(replies).toHaveLength(27);
    for (const reply of replies) {
      const { request } = reply;
      expect(request?.header?.sequence).toBe(reply.header?.sequence);
      // The request is the last one before its reply.
      const before = messages.slice(0, messages.indexOf(reply)).findLast(({ role }) => role === "request");
      expect(request).toBe(before);
    }
  });

  it("keeps what no given family declares as bytes", () => {
    const unknown = decode(packets, [rtnetlink]).filter(({ family }) => family !== "route");
    const types = new Set(unknown.map(({ type }) => type));
    expect(types).toEqual(new Set(["unknown", "ack", "done"]));
    expect(unknown[0]).toMatchObject({ family: "nlctrl", payload: expect.any(Uint8Array) });
  });

  it("is decoded alike as a stream", async () => {
    expect(await lastValueFrom(decode$(from(packets), families).pipe(toArray()))).toEqual(messages);
  });

  it("says so of packets that were captured in part", () => {
    const cut = decode(readCapture(golden("cut.pcap")).packets, families);
    expect(cut[2]).toMatchObject({
      type: "malformed",
      header: { type: 16 },
      error: { message: "the capture holds only its beginning" },
    });
  });
});

describe("a message", () => {
  /** A refused `RTM_NEWADDR`: its attribute at byte 24 is at fault; the text is "no". */
  const refused = [
    packet("20000000 1400 0500 07000000 00000000  02180000 01000000  08000200 c0000201"),
    packet(`3c000000 0200 0003 07000000 2a000000  eaffffff 20000000 1400 0500 07000000 00000000
      08000200 18000000  07000100 6e6f0000  08000600 00000000`),
  ];

  it("of a refusal names the member of the request", () => {
    const [request, refusal] = decode(refused, families);
    expect(refusal).toMatchObject({
      type: "refusal",
      role: "reply",
      errno: 22,
      code: "EINVAL",
      text: "no",
      path: "local",
    });
    expect(refusal?.request).toBe(request);
  });

  it("caused by a request is a notification of it", () => {
    const [request, notification] = decode(
      [refused[0]!, packet("20000000 1400 0000 07000000 2a000000  02180000 01000000  08000200 c0000201")],
      families,
    );
    expect(notification).toMatchObject({ role: "notification", action: "new", object: "address" });
    expect(notification?.request).toBe(request);
  });

  it("that nobody asked for is a notification", () => {
    const [notification] = decode(
      [packet("20000000 1500 0000 00000000 00000000  02180000 01000000  08000200 c0000201")],
      families,
    );
    expect(notification).toMatchObject({
      role: "notification",
      action: "delete",
      value: { local: "192.0.2.1" },
    });
    expect(notification).not.toHaveProperty("request");
  });

  it("is of the socket with the same number, if two use one", () => {
    const get = "14000000 1600 0103 01000000 00000000 00000000";
    const done = (portId: string) => `14000000 0300 0200 01000000 ${portId} 00000000`;
    const decoded = decode(
      [
        packet(get, { source: "one" }),
        packet(get, { source: "two" }),
        packet(done("01000000"), { source: "one" }),
        packet(done("02000000"), { source: "two" }),
      ],
      families,
    );
    expect([decoded[2]?.request, decoded[3]?.request]).toEqual([decoded[0], decoded[1]]);
    expect(decoded[2]?.request).toBe(decoded[0]);
  });

  it.each([
    [
      "little",
      "28000000 1000 0506 07000000 00000000  00000000 02000000 01000000 01000000  07000300 76300000",
    ],
    ["big", "00000028 0010 0605 00000007 00000000  00000000 00000002 00000001 00000001  00070003 76300000"],
  ] as const)("of a %s-endian machine is read, whichever this machine is", (byteOrder, hex) => {
    const bytes = bytesOf(hex);
    const expected = {
      type: "object",
      byteOrder,
      header: { length: 40, type: 16, flags: 0x605, sequence: 7 },
      value: { index: 2, flags: 1, change: 1, ifname: "v0" },
    };
    expect(decode([{ protocol: 0, bytes }], families)).toMatchObject([expected]);
    const cut = { protocol: 0, bytes: bytes.subarray(0, 36), size: bytes.length };
    expect(decode([cut], families)).toMatchObject([
      { byteOrder, type: "malformed", header: expected.header },
    ]);
  });

  it("that is broken leaves those before it", () => {
    const [done, broken] = decode(
      [packet("14000000 0300 0200 01000000 00000000 00000000  99000000 1000 0000 01000000 00000000 0000")],
      families,
    );
    expect([done?.type, broken?.type]).toEqual(["done", "malformed"]);
  });

  it("without a header is raw", () => {
    const uevent = packet("616464402f6100", { protocol: 15 });
    expect(decode([uevent, packet("0102")], families)).toMatchObject([
      { type: "raw", family: "kobject-uevent", payload: uevent.bytes },
      { type: "raw", family: "route" },
    ]);
  });
});

it.each(["little", "big"] as const)("decodes the same conversation on a %s-endian machine", (byteOrder) => {
  const facts = (decoded: readonly CapturedMessage[]) =>
    decoded.map((message) => [summary(message), message.type === "object" && message.value]);
  const decoded = decode(packetsIn(byteOrder, messages), families);
  expect(facts(decoded)).toEqual(facts(messages));
  expect(new Set(decoded.map((message) => message.byteOrder))).toEqual(new Set([byteOrder]));
});

it("decodes any bytes without throwing", () => {
  const mutated = fc
    .record({
      index: fc.nat(packets.length - 1),
      changes: fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 8 }),
    })
    .map(({ index, changes }) => {
      const { bytes, ...rest } = packets[index]!;
      const copy = bytes.slice();
      for (const [at, byte] of changes) if (at < copy.length) copy[at] = byte;
      return { ...rest, bytes: copy };
    });
  fc.assert(fc.property(fc.array(mutated, { maxLength: 5 }), (some) => void decode(some, families)));
});

it("refuses what is no family", () => {
  expect(() => decode([], ["route" as never])).toThrow('decode: families[0]: "route" is not a function');
});
