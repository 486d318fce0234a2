import { readFileSync } from "node:fs";
import { afterEach, expect, it } from "vitest";
import type { NflogPacket } from "#src/log/events.js";
import { decodePacket } from "#src/packet/decode-packet.js";
import { eventually, ready, sendUdp, start } from "../support/datagrams.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";

let kernel: Kernel;
afterEach(() => kernel?.close());

const ADDRESSES = /([0-9a-f.:]+) > ([0-9a-f.:]+): /;

/** The facts that tcpdump prints of a packet. */
function factsOf(text: string): object {
  const [, from, to] = ADDRESSES.exec(text)!;
  const six = text.startsWith("IP6");
  // A port follows the address after a dot.
  const address = (end: string) => (six ? end.replace(/\.\d+$/, "") : end.split(".").slice(0, 4).join("."));
  const protocol = /proto (\w+)|next-header (\w+)/.exec(text)!;
  const length = /(?:length|payload length:) (\d+)\) /.exec(text)![1];
  const flags = /Flags \[([^\]]+)\]/.exec(text)?.[1];
  return {
    ...{ from: address(from!), to: address(to!), length: Number(length) },
    protocol: (protocol[1] ?? protocol[2])!.toLowerCase(),
    ...(flags !== undefined && { flags }),
  };
}

/** The same facts by our decoder. */
function inWords(payload: Uint8Array): object {
  const packet = decodePacket(payload);
  if (packet.type !== "ipv4" && packet.type !== "ipv6") throw new Error(packet.type);
  const six = packet.type === "ipv6";
  const [protocol, length] = six ? [packet.nexthdr, packet.payloadLen] : [packet.protocol, packet.totLen];
  const facts = { from: packet.saddr, to: packet.daddr, length, protocol };
  if (packet.payload.type !== "tcp") return facts;
  const { flags } = packet.payload;
  const letters = [flags & 2 && "S", flags & 4 && "R", flags & 16 && "."];
  return { ...facts, flags: letters.filter(Boolean).join("") };
}

describeWith(["nft", "bash", "tcpdump"], "nflog$ and tcpdump", () => {
  it("see the same packets of UDP, TCP, ICMP and ICMPv6", async ({ skip }) => {
    const mayRegroup = readFileSync("/proc/self/setgroups", "utf8").trim() === "allow";
    skip(!mayRegroup, "tcpdump gives up its groups, which this user namespace denies");
    kernel = await openKernel(
      "nft add table inet t; nft 'add chain inet t in { type filter hook input priority 0; }'; " +
        "nft 'add rule inet t in ip daddr 127.0.0.1 log group 5 queue-threshold 1'; " +
        "nft 'add rule inet t in ip6 daddr ::1 log group 5 queue-threshold 1'; " +
        "nft 'add rule inet t in ip daddr 127.0.0.1 log group 6 queue-threshold 1'; " +
        "nft 'add rule inet t in ip6 daddr ::1 log group 6 queue-threshold 1'",
    );
    const { until, unsubscribe } = await ready((listening) => kernel.nf.nflog$(5, { listening }));
    const count = 8;
    const tcpdump = start(kernel, "tcpdump", "-i", "nflog:6", "-nn", "-t", "-v", "-c", String(count), "-l");
    try {
      await eventually(() => {
        if (tcpdump.child.exitCode !== null) throw new Error(`tcpdump ended with ${tcpdump.child.exitCode}`);
        return /^ +6 /m.test(kernel.run("cat /proc/net/netfilter/nfnetlink_log"));
      });
      sendUdp(kernel, 99, ["one", "three"]);
      sendUdp(kernel, 99, ["six"], "::1");
      kernel.run("bash -c 'exec 3<>/dev/tcp/127.0.0.1/98' 2>/dev/null || true");
      const packets = (await until(({ length }) => length === count)) as readonly NflogPacket[];
      const printed: string[] = [];
      while (printed.length < count) {
        let line = await tcpdump.next();
        if (!line.startsWith("IP")) continue;
        while (!ADDRESSES.test(line)) line += await tcpdump.next();
        printed.push(line);
      }
      expect(packets.map(({ payload }) => inWords(payload!))).toEqual(printed.map(factsOf));
      expect(new Set(printed.map((line) => (factsOf(line) as { protocol: string }).protocol))).toEqual(
        new Set(["udp", "icmp", "icmpv6", "tcp"]),
      );
    } finally {
      unsubscribe();
      await tcpdump.stop();
    }
  });
});
