import { all, done, one } from "@rxnetlink/core/promises";
import { describe, expect, it } from "vitest";
import { statsFilter } from "#src/link/stats/stats.js";
import { PATIENCE, useNamespace } from "../support/namespace.js";
import { orSkip, whyNoNamespace } from "../support/skip.js";

type Json = Record<string, unknown>;

const SETUP = `
  modprobe -q mpls_router 2> /dev/null
  ip link set lo up
  ip link add br0 type bridge mcast_stats_enabled 1
  ip link add v0 type veth peer name v1
  ip link set v0 master br0
  for name in br0 v0 v1; do ip link set $name up; done`;

const why = whyNoNamespace("statistics of links");

describe.skipIf(why !== undefined)("statistics", () => {
  const netns = useNamespace(SETUP);
  const index = async (ifname: string) => (await netns.link(ifname)).index;
  const statsOf = async (ifname: string, ...names: Parameters<typeof statsFilter.of>) =>
    one(netns.nl.stats.get$({ ifindex: await index(ifname), filterMask: statsFilter.of(...names) }));

  it("of a link equal those in the link itself", { timeout: PATIENCE }, async () => {
    netns.sandbox.run("bash -c 'echo one > /dev/udp/127.0.0.1/9'");
    const { link64 } = await statsOf("lo", "link64");
    expect(link64).toEqual((await netns.link("lo")).stats64);
    const [printed] = netns.ip<[{ stats64: { rx: Json; tx: Json } }]>("stats show dev lo group link");
    expect(printed.stats64.rx).toMatchObject({
      bytes: Number(link64?.rxBytes),
      packets: Number(link64?.rxPackets),
      dropped: Number(link64?.rxDropped),
    });
    const plain = await one(netns.nl.stats.get$({ ifindex: await index("lo") }));
    expect(plain.link64).toBeDefined();
    expect(plain).not.toHaveProperty("linkXstats");
  });

  it("are listed only for links that have them", { timeout: PATIENCE }, async () => {
    const of = await netns.indices();
    const listed = async (...names: Parameters<typeof statsFilter.of>) =>
      (await all(netns.nl.stats.list$({ filterMask: statsFilter.of(...names) }))).map(
        ({ ifindex }) => ifindex,
      );
    const links = await all(netns.nl.link.list$());
    expect(await listed("link64")).toEqual(links.map(({ index }) => index));
    const bridges = await all(netns.nl.stats.list$({ filterMask: statsFilter.of("linkXstats") }));
    const withBridge = bridges.filter(({ linkXstats }) => linkXstats?.bridge !== undefined);
    expect(withBridge.map(({ ifindex }) => ifindex)).toEqual([of("br0")]);
  });

  it("of bridges and ports cover multicast and the spanning tree", { timeout: PATIENCE }, async () => {
    const bridge = (await statsOf("br0", "linkXstats")).linkXstats?.bridge;
    expect(bridge?.mcast).toMatchObject({ igmpParseErrors: 0n, igmpV2queries: [0n, 0n] });
    const port = (await statsOf("v0", "linkXstatsSlave")).linkXstatsSlave?.bridge;
    const [{ stp }] = netns.ip<[{ stp: Json }]>(
      "stats show dev v0 group xstats_slave subgroup bridge suite stp",
    );
    expect(
      Object.fromEntries(Object.entries(port!.stp!).map(([key, it]) => [snake(key), Number(it)])),
    ).toEqual(stp);
  });

  it("of bonds cover LACP", { timeout: PATIENCE }, async (context) => {
    const data = { bond: { mode: "8023ad" } } as const;
    await orSkip(context, "bond", netns.nl.link.add$({ ifname: "bond0", linkinfo: { data } }));
    const { linkXstats } = await statsOf("bond0", "linkXstats");
    expect(linkXstats?.bond?.["3ad"]).toMatchObject({ lacpduRx: 0n, lacpduTx: 0n, markerRx: 0n });
  });

  it("of MPLS", { timeout: PATIENCE }, async (context) => {
    try {
      netns.sandbox.run(
        "echo 1000 > /proc/sys/net/mpls/platform_labels; echo 1 > /proc/sys/net/mpls/conf/v1/input",
      );
    } catch {
      context.skip("this kernel has no MPLS");
    }
    expect((await statsOf("v1", "afSpec")).afSpec?.mpls?.link).toMatchObject({ rxPackets: 0n, txBytes: 0n });
  });

  it("of hardware are selected one by one", { timeout: PATIENCE }, async (context) => {
    const of = await netns.indices();
    const filterMask = statsFilter.of("linkOffloadXstats");
    const only = (bit: number) =>
      orSkip(
        context,
        "offload statistics",
        netns.nl.stats.get$({
          ifindex: of("v1"),
          filterMask,
          getFilters: { linkOffloadXstats: bit },
        }),
      );
    // Bit n - 1 selects attribute n: hwSInfo is 2.
    const { linkOffloadXstats } = await only(1 << 1);
    expect(linkOffloadXstats).toEqual({ hwSInfo: { l3Stats: { request: 0, used: 0 } } });
    expect(JSON.stringify(netns.ip("stats show dev v1 group offload subgroup hw_stats_info"))).toContain(
      '"l3_stats":{"request":false',
    );
  });

  it("of hardware are turned on if there is any", { timeout: PATIENCE }, async () => {
    const ifindex = await index("v1");
    const change$ = netns.nl.stats.change$({ ifindex, setOffloadXstatsL3Stats: 1 });
    const outcome = await done(change$).catch((error: { code: string }) => error.code);
    expect(["EOPNOTSUPP", undefined]).toContain(outcome);
  });
});

const snake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
