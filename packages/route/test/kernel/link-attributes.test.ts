import { all, done } from "@rxnetlink/core/promises";
import { describe, expect, it } from "vitest";
import { extMask, linkFlags } from "#src/link/enums.js";
import type { Link } from "#src/link/layout.js";
import type { LinkStats64 } from "#src/link/stats/counters.js";
import { PATIENCE, useNamespace } from "../support/namespace.js";
import { whyNoNamespace } from "../support/skip.js";

type Json = Record<string, unknown>;

const SETUP = `
  ip link add v0 address 02:00:00:00:00:01 type veth peer name v1
  ip link add vx0 type vxlan id 1 dstport 4789 remote 192.0.2.2
  ip link set lo up`;

/** Attributes, each with its output in `ip -d link`. */
const CHANGES: readonly [change: Partial<Link>, printed: Json, needs?: keyof Link][] = [
  [{ mtu: 1400 }, { mtu: 1400 }],
  [{ txqlen: 77 }, { txqlen: 77 }],
  [{ group: 42 }, { group: "42" }],
  [{ address: "02:00:00:00:00:77" }, { address: "02:00:00:00:00:77" }],
  [{ broadcast: "ff:ff:ff:ff:ff:fe" }, { broadcast: "ff:ff:ff:ff:ff:fe" }],
  [{ ifalias: "uplink to Zürich" }, { ifalias: "uplink to Zürich" }],
  [{ gsoMaxSize: 30000 }, { gso_max_size: 30000 }],
  [{ gsoMaxSegs: 30 }, { gso_max_segs: 30 }],
  [{ groMaxSize: 40000 }, { gro_max_size: 40000 }],
  [{ gsoIpv4MaxSize: 30001 }, {}, "gsoIpv4MaxSize"],
  [{ groIpv4MaxSize: 40001 }, {}, "groIpv4MaxSize"],
  [{ linkmode: "dormant" }, { linkmode: "DORMANT" }],
  [{ operstate: "dormant" }, {}],
];

const number = (value: bigint | undefined) => Number(value);

/** Returns counters as `ip -s -s link` prints them. */
const statsAsIp = (stats: LinkStats64): Json => ({
  rx: {
    bytes: number(stats.rxBytes),
    packets: number(stats.rxPackets),
    errors: number(stats.rxErrors),
    dropped: number(stats.rxDropped),
    over_errors: number(stats.rxOverErrors),
    multicast: number(stats.multicast),
    length_errors: number(stats.rxLengthErrors),
    crc_errors: number(stats.rxCrcErrors),
    frame_errors: number(stats.rxFrameErrors),
    fifo_errors: number(stats.rxFifoErrors),
    missed_errors: number(stats.rxMissedErrors),
  },
  tx: {
    bytes: number(stats.txBytes),
    packets: number(stats.txPackets),
    errors: number(stats.txErrors),
    dropped: number(stats.txDropped),
    carrier_errors: number(stats.txCarrierErrors),
    collisions: number(stats.collisions),
    aborted_errors: number(stats.txAbortedErrors),
    fifo_errors: number(stats.txFifoErrors),
    window_errors: number(stats.txWindowErrors),
    heartbeat_errors: number(stats.txHeartbeatErrors),
  },
});

const why = whyNoNamespace("attributes of links");

describe.skipIf(why !== undefined)("attributes of links", () => {
  const netns = useNamespace(SETUP);

  it.for(CHANGES)("%j", { timeout: PATIENCE }, async ([change, printed, needs], { skip }) => {
    if (needs !== undefined && (await netns.link("v0"))[needs] === undefined) skip(`no ${needs} here`);
    await done(netns.nl.link.change$({ ifname: "v0", ...change }));
    const link = await netns.link("v0");
    if (change.operstate === undefined) expect(link).toMatchObject(change);
    expect(netns.ip("-d link show v0")[0]).toMatchObject(printed);
  });

  it("flags, only those that are named", { timeout: PATIENCE }, async () => {
    const set = linkFlags.of("up", "promisc", "allmulti");
    await done(netns.nl.link.change$({ ifname: "v1", flags: set }));
    expect(await netns.link("v1")).toMatchObject({ promiscuity: 1, allmulti: 1 });
    const both = linkFlags.of("promisc", "allmulti");
    await done(netns.nl.link.change$({ ifname: "v1", flags: 0, change: both }));
    const { flags } = await netns.link("v1");
    expect(linkFlags.names(flags)).toEqual(expect.arrayContaining(["up", "multicast", "broadcast"]));
    expect(flags & both).toBe(0);
  });

  it("queues of a new link", { timeout: PATIENCE }, async () => {
    await done(
      netns.nl.link.add$({ ifname: "q0", numTxQueues: 3, numRxQueues: 2, linkinfo: { kind: "ifb" } }),
    );
    expect(await netns.link("q0")).toMatchObject({ numTxQueues: 3, numRxQueues: 2 });
    expect(netns.ip("-d link show q0")[0]).toMatchObject({ num_tx_queues: 3, num_rx_queues: 2 });
  });

  it("reasons for being held down", { timeout: PATIENCE }, async () => {
    const reasons = (mask: number, value: number) => ({ protoDownReason: { mask, value } });
    const hold = (protoDown: number, mask: number, value: number) =>
      done(netns.nl.link.change$({ ifname: "vx0", protoDown, ...reasons(mask, value) }));
    await hold(1, 0x8, 0x8);
    expect(await netns.link("vx0")).toMatchObject({ protoDown: 1, protoDownReason: { value: 0x8 } });
    expect(netns.ip("-d link show vx0")[0]).toMatchObject({ proto_down: true, proto_down_reason: ["3"] });
    await expect(done(netns.nl.link.change$({ ifname: "vx0", protoDown: 0 }))).rejects.toMatchObject({
      code: "EBUSY",
      text: expect.stringContaining("active reasons"),
    });
    await done(netns.nl.link.change$({ ifname: "vx0", ...reasons(0x8, 0) }));
    await done(netns.nl.link.change$({ ifname: "vx0", protoDown: 0 }));
    expect((await netns.link("vx0")).protoDown).toBe(0);
  });

  it("settings of the kind, announced only while the link is up", async () => {
    const ageings: (number | undefined)[] = [];
    let received = () => {};
    const up = new Promise<void>((resolve) => {
      received = resolve;
    });
    const age = (ageing: number, flags?: number) =>
      done(
        netns.nl.link.change$({
          ifname: "vx0",
          linkinfo: { data: { vxlan: { ageing } } },
          ...(flags === undefined ? {} : { flags, change: 1 }),
        }),
      );
    let subscription = { unsubscribe() {} };
    await new Promise<void>((listening) => {
      subscription = netns.nl.link.notifications$({ listening }).subscribe((change) => {
        if (change.type !== "new" || change.value.ifname !== "vx0") return;
        ageings.push(change.value.linkinfo?.data?.vxlan?.ageing);
        if (ageings.at(-1) === 400) received();
      });
    });
    await age(200);
    await age(300, 1);
    await age(400);
    await up;
    subscription.unsubscribe();
    expect(ageings).not.toContain(200);
    expect(new Set(ageings)).toEqual(new Set([300, 400]));
  });

  it("IPv6 settings", { timeout: PATIENCE }, async () => {
    const set = (inet6: object) =>
      done(netns.nl.link.change$({ ifname: "v0", afSpec: { unspec: { inet6 } } }));
    await set({ addrGenMode: "none" });
    expect(netns.ip("-d link show v0")[0]).toMatchObject({ inet6_addr_gen_mode: "none" });
    netns.sandbox.run("echo 1 > /proc/sys/net/ipv6/conf/v0/accept_ra; ip link set v0 up; ip link set v1 up");
    await set({ token: "::77" });
    expect(netns.sandbox.json<Json[]>("ip -j token get dev v0")).toMatchObject([{ token: "::77" }]);
    expect((await netns.link("v0")).afSpec?.unspec?.inet6).toMatchObject({
      token: "::77",
      addrGenMode: "none",
      cacheinfo: { maxReasmLen: 65535 },
    });
  });

  it("counters of 64 and 32 bits", { timeout: PATIENCE }, async () => {
    for (const word of ["one", "two"]) netns.sandbox.run(`bash -c 'echo ${word} > /dev/udp/127.0.0.1/9'`);
    const { stats64, stats } = await netns.link("lo");
    const [printed] = netns.sandbox.json<[{ stats64: Json }]>("ip -j -s -s link show lo");
    expect(printed.stats64).toMatchObject(statsAsIp(stats64!));
    expect(Number(stats64?.rxPackets)).toBeGreaterThanOrEqual(2);
    const wrapped = Object.entries(stats!).map(([key, value]) => [key, BigInt(value as number)]);
    expect(stats64).toMatchObject(Object.fromEntries(wrapped));
  });

  it("leave out IPv6 counters on request", { timeout: PATIENCE }, async () => {
    const inet6 = async (mask: number) =>
      (await all(netns.nl.link.list$({ ifname: "lo", extMask: mask })))[0]?.afSpec?.unspec?.inet6;
    expect(await inet6(0)).toMatchObject({ stats: expect.any(Array), icmp6stats: expect.any(Array) });
    expect(await inet6(extMask.of("skipStats"))).not.toHaveProperty("stats");
  });

  it("select the links that are listed and flushed", { timeout: PATIENCE }, async () => {
    const names = ["f0", "f1", "f2"];
    for (const ifname of names)
      await done(netns.nl.link.add$({ ifname, group: 99, linkinfo: { kind: "ifb" } }));
    const listed = await all(netns.nl.link.list$({ group: 99 }));
    expect(listed.map(({ ifname }) => ifname)).toEqual(names);
    expect((await all(netns.nl.link.list$({ linkinfo: { kind: "ifb" }, group: 99 }))).length).toBe(3);
    expect(await all(netns.nl.link.flush$({ group: 99 }))).toHaveLength(3);
    expect(netns.sandbox.run("ip -o link show group 99")).toBe("");
  });
});
