import { all } from "@rxnetlink/core/promises";
import { openSandbox, type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { filter, firstValueFrom, lastValueFrom } from "rxjs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Rtnetlink, rtnetlink } from "#src/rtnetlink.js";
import { addressAsIp } from "../iproute2/printed/address.js";
import type { NameOf } from "../iproute2/printed/common.js";
import { linkAsIp } from "../iproute2/printed/link.js";
import { routeAsIp } from "../iproute2/printed/route.js";

type Json = Record<string, unknown>;

/** Members that iproute2 adds on its own, or that change from one list to the next. */
const NOT_COMPARED = new Set([
  // Counts down: 1/100 s until the next garbage collection.
  "gc_timer",
  // Counts down: time until the port forwards.
  "forward_delay_timer",
  // iproute2 looks up the nexthop object; a route only has its id.
  "nh_info",
]);

function comparable(printed: Json): Json {
  const entries = Object.entries(printed).filter(([key]) => !NOT_COMPARED.has(key));
  return Object.fromEntries(
    entries.map(([key, value]) => {
      if (key === "flags") return [key, [...(value as string[])].sort()];
      if (key === "linkinfo" || key === "info_data" || key === "info_slave_data")
        return [key, comparable(value as Json)];
      return [key, value];
    }),
  );
}

const SETUP = `
  ip link set lo up
  ip link add v0 type veth peer name v1
  ip link add br0 type bridge ageing_time 20000 priority 4096 mcast_querier 1
  ip link set v0 master br0
  ip link set v0 up; ip link set v1 up; ip link set br0 up
  ip link add vx0 type vxlan id 42 local 192.0.2.1 remote 192.0.2.2 dstport 4789 ttl 5 srcport 1000 2000
  ip link add vx6 type vxlan id 43 local 2001:db8::1 group ff05::100 dev v1 dstport 4790 noudpcsum gbp
  ip link add ifb7 type ifb
  ip link property add dev ifb7 altname alt-one altname alt-two
  ip link set ifb7 alias "hello world" group 7
  ip address add 192.0.2.1/24 brd + dev v1 label v1:x
  ip address add 192.0.2.9 peer 192.0.2.10/32 dev v1
  ip address add 2001:db8::1/64 dev v1 valid_lft 1000 preferred_lft 500 nodad
  ip address add 2001:db8:9::1/64 dev v1 noprefixroute
  ip route add 198.51.100.0/24 via 192.0.2.2 mtu 1400 advmss 1000 congctl cubic
  ip route add 203.0.113.0/24 nexthop via 192.0.2.2 weight 2 nexthop via 192.0.2.3
  ip route add blackhole 10.9.0.0/16
  ip route add 10.8.0.0/16 via inet6 fe80::1 dev v1
  ip route add default via 192.0.2.2
  ip -6 route add default via fe80::2 dev v1
  ip -6 route add 2001:db8:1::/48 nexthop via 2001:db8::2 nexthop via 2001:db8::3
  ip route add 10.7.0.0/16 dev v1 table 1000 metric 5 src 192.0.2.1
  ip -6 route add unreachable 2001:db8:2::/48 metric 99
  ip nexthop add id 11 via 192.0.2.2 dev v1
  ip route add 10.6.0.0/16 nhid 11
`;

const why = whyNoNamespaces();
if (why !== undefined) console.log(`the comparison with iproute2 is skipped: ${why}`);

/** Lifetimes count down: a second may pass between two lists. */
const settled = (compare: () => Promise<void>) => vi.waitFor(compare, 30_000);

describe.skipIf(why !== undefined)("decoded objects equal the output of iproute2", () => {
  let sandbox: Sandbox;
  let nl: Rtnetlink;
  let nameOf: NameOf;

  /** Listens, and returns a function that waits until a link is operational and no longer changes on its own. */
  function carrierOf(name: string): Promise<() => Promise<unknown>> {
    return new Promise((resolve) => {
      const up = firstValueFrom(
        nl.link
          .notifications$({ listening: () => resolve(() => up) })
          .pipe(
            filter(
              (change) =>
                change.type === "new" && change.value.ifname === name && change.value.operstate === "up",
            ),
          ),
      );
    });
  }

  beforeAll(async () => {
    sandbox = await openSandbox();
    nl = rtnetlink({ transport: sandbox.transport, namespace: sandbox.namespace.ref });
    const settled = await carrierOf("br0");
    sandbox.run(`set -e; ${SETUP}`);
    await settled();
    const names = new Map((await all(nl.link.list$())).map(({ index, ifname }) => [index, ifname]));
    nameOf = (index) => (index === undefined || index === 0 ? undefined : names.get(index));
  });
  afterAll(() => sandbox?.close());

  it("for links", async () => {
    const printed = sandbox.json<Json[]>("ip -j -d link").map(comparable);
    const decoded = (await all(nl.link.list$())).map((link) => linkAsIp(link, nameOf)).map(comparable);
    expect(decoded.length).toBeGreaterThan(6);
    expect(decoded).toEqual(printed.filter((link) => link.ifname !== undefined));
  });

  it("for addresses", async () => {
    const byText = (a: Json, b: Json) => JSON.stringify(a).localeCompare(JSON.stringify(b));
    await settled(async () => {
      const printed = sandbox.json<{ addr_info: Json[] }[]>("ip -j -d address");
      const decoded = (await all(nl.address.list$())).map(addressAsIp);
      expect(decoded.length).toBeGreaterThan(6);
      expect(decoded.sort(byText)).toEqual(printed.flatMap((link) => link.addr_info ?? []).sort(byText));
    });
  });

  it.each(["inet", "inet6"] as const)("for %s routes", async (family) => {
    const option = family === "inet" ? "-4" : "-6";
    await settled(async () => {
      const printed = sandbox.json<Json[]>(`ip -j -d ${option} route show table all`).map(comparable);
      const decoded = (await all(nl.route.list$({ family }))).map((route) => routeAsIp(route, nameOf));
      expect(decoded.length).toBeGreaterThan(9);
      expect(decoded).toEqual(printed);
    });
  });

  it("for a route lookup", async () => {
    const [printed] = sandbox.json<Json[]>("ip -j -d route get 198.51.100.7");
    const found = await lastValueFrom(nl.route.get$({ dst: "198.51.100.7" }));
    const { dst, gateway, dev, prefsrc, uid } = { uid: found.uid, ...routeAsIp(found, nameOf) } as Json;
    expect({ dst, gateway, dev, prefsrc, uid }).toEqual({
      dst: printed!.dst,
      gateway: printed!.gateway,
      dev: printed!.dev,
      prefsrc: printed!.prefsrc,
      uid: printed!.uid,
    });
  });
});
