// What conntrack adds, as both list it; what we add, as conntrack adds it.

import { all, done } from "@rxnetlink/core/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Conntrack, conntrackStatus } from "#src/conntrack/index.js";
import { flowsIn, toXml } from "../support/conntrack-xml.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";
import { ACCOUNTING, TRACKING, tcpSession, udpPingPong } from "../support/traffic.js";

const LIST = "conntrack -L -o xml,extended,id,ktimestamp 2>/dev/null";

/** A connection as `conntrack -I` adds it, and as we do. */
type Case = readonly [command: string, ours: Parameters<Kernel["nf"]["conntrack"]["add$"]>[0]];

const ip = { src: "10.0.0.1", dst: "10.0.0.2" };
const ipv4 = "-s 10.0.0.1 -d 10.0.0.2";
const timeout = 100;
/** Flags that conntrack sets. */
const flags = { beLiberal: true, sackPerm: true };
const liberal = { flagsOriginal: { flags }, flagsReply: { flags } };
const assured = conntrackStatus.of("assured", "seenReply");

const CASES: Record<string, Case> = {
  TCP: [
    `${ipv4} -p tcp --sport 1000 --dport 80 --state ESTABLISHED -u ASSURED,SEEN_REPLY`,
    {
      tupleOrig: { ip, proto: { num: "tcp", srcPort: 1000, dstPort: 80 } },
      protoinfo: { tcp: { state: "established", ...liberal } },
      status: assured,
    },
  ],
  "UDP with a mark": [
    `${ipv4} -p udp --sport 1 --dport 2 -m 7`,
    { tupleOrig: { ip, proto: { num: "udp", srcPort: 1, dstPort: 2 } }, mark: 7 },
  ],
  "UDP of IPv6": [
    "-s fe80::1 -d fe80::2 -p udp --sport 1 --dport 2",
    { tupleOrig: { ip: { src: "fe80::1", dst: "fe80::2" }, proto: { num: "udp", srcPort: 1, dstPort: 2 } } },
  ],
  "UDP in a zone": [
    `${ipv4} -p udp --sport 1 --dport 2 -w 5`,
    { tupleOrig: { ip, proto: { num: "udp", srcPort: 1, dstPort: 2 } }, zone: 5 },
  ],
  "UDP in a zone of one direction": [
    `${ipv4} -p udp --sport 3 --dport 4 --orig-zone 6`,
    { tupleOrig: { ip, proto: { num: "udp", srcPort: 3, dstPort: 4 }, zone: 6 } },
  ],
  ICMP: [
    `${ipv4} -p icmp --icmp-type 8 --icmp-code 0 --icmp-id 7`,
    { tupleOrig: { ip, proto: { num: "icmp", icmpType: 8, icmpCode: 0, icmpId: 7 } } },
  ],
  ICMPv6: [
    "-s fe80::1 -d fe80::2 -p icmpv6 --icmpv6-type 128 --icmpv6-code 0 --icmpv6-id 7",
    {
      tupleOrig: {
        ip: { src: "fe80::1", dst: "fe80::2" },
        proto: { num: "icmpv6", icmpv6Type: 128, icmpv6Code: 0, icmpv6Id: 7 },
      },
    },
  ],
  SCTP: [
    `${ipv4} -p sctp --sport 1 --dport 2 --state ESTABLISHED --orig-vtag 185273099 --reply-vtag 202116108`,
    {
      tupleOrig: { ip, proto: { num: "sctp", srcPort: 1, dstPort: 2 } },
      protoinfo: { sctp: { state: "established", vtagOriginal: 0x0b0b0b0b, vtagReply: 0x0c0c0c0c } },
    },
  ],
  GRE: [
    `${ipv4} -p gre --srckey 1 --dstkey 2`,
    { tupleOrig: { ip, proto: { num: "gre", srcPort: 1, dstPort: 2 } } },
  ],
  "UDP-Lite": [
    `${ipv4} -p udplite --sport 1 --dport 2`,
    { tupleOrig: { ip, proto: { num: "udplite", srcPort: 1, dstPort: 2 } } },
  ],
  "a protocol without ports": [`${ipv4} -p esp`, { tupleOrig: { ip, proto: { num: "esp" } } }],
  "NAT of the source": [
    `${ipv4} -p udp --sport 5 --dport 6 --src-nat 10.9.9.9:5000`,
    {
      tupleOrig: { ip, proto: { num: "udp", srcPort: 5, dstPort: 6 } },
      natSrc: { minip: "10.9.9.9", maxip: "10.9.9.9", proto: { min: 5000, max: 5000 } },
    },
  ],
  "NAT of the destination": [
    `${ipv4} -p tcp --sport 1 --dport 2 --state SYN_SENT --dst-nat 10.9.9.9`,
    {
      tupleOrig: { ip, proto: { num: "tcp", srcPort: 1, dstPort: 2 } },
      protoinfo: { tcp: { state: "synSent", ...liberal } },
      natDst: { minip: "10.9.9.9" },
    },
  ],
  "NAT of IPv6": [
    "-s fe80::1 -d fe80::2 -p udp --sport 7 --dport 8 --dst-nat fe80::9",
    {
      tupleOrig: { ip: { src: "fe80::1", dst: "fe80::2" }, proto: { num: "udp", srcPort: 7, dstPort: 8 } },
      natDst: { minip: "fe80::9" },
    },
  ],
};

/** Removes what differs between two connections that are otherwise the same. */
const anonymous = (conntrack: Conntrack) => {
  const { id: _, timestamp: _1, timeout: _2, ...rest } = conntrack;
  return rest;
};

describeWith(["conntrack", "nft"], "a connection", () => {
  let theirs: Kernel;
  let ours: Kernel;
  beforeEach(async () => {
    [theirs, ours] = [await openKernel(ACCOUNTING), await openKernel(ACCOUNTING)];
  });
  afterEach(() => Promise.all([theirs.close(), ours.close()]));

  it.for(Object.entries(CASES))("of %s is as conntrack adds and lists it", async ([, [command, value]]) => {
    theirs.run(`conntrack -I -t ${timeout} ${command} 2>/dev/null`);
    await done(ours.nf.conntrack.add$({ ...value, timeout }));
    for (const { nf, run } of [theirs, ours]) {
      const rows = await all(nf.conntrack.list$());
      expect(rows.map(toXml)).toEqual(flowsIn(run(LIST)));
      expect(rows).toHaveLength(1);
    }
    const [wanted, got] = [await all(theirs.nf.conntrack.list$()), await all(ours.nf.conntrack.list$())];
    expect(got.map(anonymous)).toEqual(wanted.map(anonymous));
  });

  it("that was listed can be added again, NAT included", async () => {
    for (const [command] of Object.values(CASES))
      theirs.run(`conntrack -I -t ${timeout} ${command} 2>/dev/null`);
    const rows = await all(theirs.nf.conntrack.list$());
    for (const row of rows) await done(ours.nf.conntrack.add$(row));
    const text = (listed: readonly Conntrack[]) =>
      listed.map((row) => toXml(anonymous(row) as Conntrack)).sort();
    expect(rows).toHaveLength(Object.keys(CASES).length);
    const again = await all(ours.nf.conntrack.list$());
    expect(text(again)).toEqual(text(rows));
    const translated = again.filter(({ status = 0 }) => conntrackStatus.names(status).includes("dstNat"));
    expect(translated).toHaveLength(2);
  });

  it("of real traffic has its counters, times and state", async () => {
    const { nf, run } = ours;
    run(TRACKING);
    run(udpPingPong(4001, 4002));
    run(udpPingPong(4003, 4004, "::1"));
    run(tcpSession(4005, 4006));
    const rows = await all(nf.conntrack.list$());
    expect(rows.map(toXml).sort()).toEqual(flowsIn(run(LIST)).sort());
    const [udp] = await all(nf.conntrack.list$({ tupleOrig: { proto: { srcPort: 4001 } } }));
    expect(udp?.countersOrig).toEqual({ packets: 1n, bytes: 32n });
    expect(udp?.countersReply).toEqual({ packets: 1n, bytes: 33n });
    const [tcp] = await all(nf.conntrack.list$({ tupleOrig: { proto: { num: "tcp" } } }));
    expect(tcp?.protoinfo?.tcp).toMatchObject({ state: "timeWait", flagsOriginal: { mask: 0 } });
    expect(tcp?.protoinfo?.tcp?.wscaleOriginal).toBeGreaterThan(0);
  });
});
