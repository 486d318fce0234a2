// The tracked state of each object after each of several changes, compared with a fresh list.

import { definitionOf, type NetlinkObject, type SystemError } from "@rxnetlink/core";
import { trackableOf } from "@rxnetlink/core/internal";
import { all, done } from "@rxnetlink/core/promises";
import { openSandbox, type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { identity } from "rxjs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Nsid } from "#src/namespace/nsid.js";
import { type Rtnetlink, rtnetlink } from "#src/rtnetlink.js";
import { errorOf } from "../support/kernel.js";
import { WatchedTable } from "../support/watched-table.js";

const why = whyNoNamespaces();
if (why !== undefined) console.log(`the state of objects skipped: ${why}`);

interface Steps {
  /** Property of {@link Rtnetlink}. */
  readonly object: keyof Rtnetlink;
  /** Commands that prepare the namespace. */
  readonly setup: string;
  /** Commands that change the state, one after the other. */
  readonly steps: readonly string[];
}

/** Errors of a kernel that lacks support. */
const LACKING = /kind is unknown|[Nn]ot supported/;

const BRIDGE = `
  ip link add br0 type bridge mcast_igmp_version 3; ip link set br0 up
  ip link add p0 type veth peer name q0; ip link set q0 up; ip link set p0 up; ip link set p0 master br0`;

const CASES: readonly Steps[] = [
  {
    object: "qdisc",
    setup: "ip link add d0 numtxqueues 4 type ifb; ip link set lo up",
    steps: [
      "ip link set d0 up",
      "tc qdisc add dev d0 root handle 1: htb",
      "tc class add dev d0 classid 1:1 htb rate 1mbit",
      "tc qdisc add dev d0 parent 1:1 handle 10: tbf rate 1mbit burst 10k latency 50ms",
      "tc qdisc change dev d0 parent 1:1 handle 10: tbf rate 2mbit burst 10k latency 50ms",
      "tc qdisc replace dev d0 parent 1:1 handle 11: pfifo limit 7",
      "tc qdisc add dev d0 clsact",
      "tc qdisc replace dev d0 root handle 2: mq",
      "ip link set d0 down",
      "ip link set d0 up",
      "tc qdisc delete dev d0 root",
      "ip link add d1 type ifb; ip link set d1 up",
      "tc qdisc replace dev d1 root handle 3: pfifo limit 9",
      "ip link delete d1",
      "ip link delete d0",
    ],
  },
  {
    object: "class",
    setup: "ip link add d0 type ifb; ip link set d0 up; tc qdisc add dev d0 root handle 1: htb",
    steps: [
      "tc class add dev d0 parent 1: classid 1:1 htb rate 1mbit",
      "tc class add dev d0 parent 1:1 classid 1:2 htb rate 1mbit",
      "tc class change dev d0 parent 1:1 classid 1:2 htb rate 2mbit",
      "tc qdisc add dev d0 parent 1:2 handle 2: pfifo",
      "tc class delete dev d0 classid 1:2",
      "tc class add dev d0 parent 1:1 classid 1:3 htb rate 1mbit",
      "ip link add d1 type ifb; ip link set d1 up; tc qdisc add dev d1 root handle 1: htb",
      "tc class add dev d1 classid 1:1 htb rate 1mbit",
      "tc qdisc delete dev d0 root",
      "ip link delete d1",
    ],
  },
  {
    object: "mdb",
    setup: BRIDGE,
    steps: [
      "bridge mdb add dev br0 port p0 grp 239.1.1.1 permanent",
      "bridge mdb add dev br0 port p0 grp 239.1.1.2 temp",
      "bridge mdb add dev br0 port p0 grp 239.1.1.3 src 192.0.2.9 permanent",
      "bridge mdb add dev br0 port p0 grp ff0e::1 permanent",
      "bridge mdb delete dev br0 port p0 grp 239.1.1.1",
      "ip link set br0 type bridge mcast_snooping 0",
      "ip link set br0 type bridge mcast_snooping 1",
      "ip link set p0 nomaster",
      "ip link delete br0",
    ],
  },
  {
    object: "bridgeVlan",
    setup: `${BRIDGE}; ip link set br0 type bridge vlan_filtering 1`,
    steps: [
      "bridge vlan add dev p0 vid 10-20",
      "bridge vlan add dev p0 vid 12 pvid untagged",
      "bridge vlan add dev br0 vid 15 self",
      "bridge vlan set dev p0 vid 14 state blocking",
      "bridge vlan delete dev p0 vid 13",
      "ip link set br0 type bridge vlan_default_pvid 30",
      "ip link add vx0 type vxlan external dstport 4789; ip link set vx0 master br0; bridge link set dev vx0 vlan_tunnel on",
      "bridge vlan add dev vx0 vid 40-43; bridge vlan add dev vx0 vid 40-43 tunnel_info id 1040-1043",
      "bridge vlan delete dev vx0 vid 41 tunnel_info id 1041",
      "ip link set p0 nomaster",
      "ip link delete br0",
    ],
  },
  {
    object: "netconf",
    setup: "ip link add d0 type ifb; ip link set d0 up",
    steps: [
      "echo 1 >/proc/sys/net/ipv4/conf/d0/forwarding",
      "echo 2 >/proc/sys/net/ipv4/conf/default/rp_filter",
      "ip link add d1 type ifb; ip link set d1 up",
      "echo 1 >/proc/sys/net/ipv6/conf/all/forwarding",
      "echo 1 >/proc/sys/net/ipv4/conf/all/forwarding",
      "echo 1 >/proc/sys/net/ipv6/conf/d1/proxy_ndp",
      "echo 1 >/proc/sys/net/ipv4/conf/all/ignore_routes_with_linkdown",
      "echo 1 >/proc/sys/net/ipv6/conf/default/ignore_routes_with_linkdown",
      "echo 1 >/proc/sys/net/ipv6/conf/d0/disable_ipv6",
      "ip link set d1 mtu 1000",
      "ip link delete d0",
    ],
  },
  {
    object: "multicastAddress",
    setup: "ip link set lo up; ip link add d0 type veth peer name d1; ip link set d0 up; ip link set d1 up",
    steps: [
      "ip address add 192.0.2.1/24 dev d0",
      "ip -6 address add 2001:db8::1/64 dev d0 nodad",
      "ip -6 address delete 2001:db8::1/64 dev d0",
      "echo 1 >/proc/sys/net/ipv6/conf/d0/forwarding",
      "ip link set d0 down",
      "ip link set d0 up",
      "ip link delete d0",
    ],
  },
  {
    object: "anycastAddress",
    setup: "ip link set lo up; ip link add d0 type veth peer name d1; ip link set d0 up; ip link set d1 up",
    steps: [
      "ip -6 address add 2001:db8::1/64 dev d0 nodad; echo 1 >/proc/sys/net/ipv6/conf/d0/forwarding",
      "ip -6 address add 2001:db8:1::1/64 dev d0 nodad",
      "ip -6 address delete 2001:db8::1/64 dev d0",
      "ip link set d0 down",
      "ip link set d0 up; ip -6 address add 2001:db8:2::1/64 dev d0 nodad",
      "echo 0 >/proc/sys/net/ipv6/conf/d0/forwarding",
      "ip link delete d0",
    ],
  },
];

/** Returns a value without the members that change on their own. */
function steady(value: unknown, volatile: ReadonlySet<string>): unknown {
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.map((one) => steady(one, volatile));
  const kept = Object.entries(value).filter(([key]) => !volatile.has(key));
  return Object.fromEntries(kept.map(([key, one]) => [key, steady(one, volatile)]));
}

describe.skipIf(why !== undefined)("the tracked state of", () => {
  let sandbox: Sandbox;
  let nl: Rtnetlink;
  beforeEach(async () => {
    sandbox = await openSandbox();
    nl = rtnetlink({ transport: sandbox.transport, namespace: sandbox.namespace.ref });
  });
  afterEach(() => sandbox?.close());

  /** Runs commands, or returns why this kernel lacks support. */
  function lacking(commands: string): string | undefined {
    const said = errorOf(sandbox, `set -e; ${commands}`);
    if (said === undefined) return undefined;
    if (!LACKING.test(said)) throw new Error(`${commands}: ${said}`);
    console.log(`skipped on this kernel: ${commands.trim()}: ${said}`);
    return said;
  }

  it.for(CASES)("$object equals a fresh list", { timeout: 60_000 }, async (tried, { skip }) => {
    const { object, setup, steps } = tried;
    const why = lacking(setup);
    if (why !== undefined) return skip(why);
    const verbs = nl[object] as unknown as NetlinkObject<object>;
    const { volatile, identityOf, split = (value: object) => [value] } = definitionOf(verbs).state!;
    const ignored = new Set(volatile);
    const sorted = (rows: Iterable<[unknown, object]>) =>
      [...rows]
        .map(([id, row]) => [`${id}`, steady(row, ignored)])
        .sort(([a], [b]) => (`${a}` < `${b}` ? -1 : 1));
    const follower = new WatchedTable(verbs);
    try {
      await follower.synced();
    } catch (error) {
      if ((error as SystemError).code !== "EINVAL") throw error;
      console.log(`skipped on this kernel: notifications of ${object}`);
      return skip("there are no notifications");
    }
    for (const step of ["true", ...steps]) {
      if (lacking(step) !== undefined) continue;
      await vi.waitFor(
        async () => {
          const listed = (await all(trackableOf(verbs).source.list$(identity))).flatMap((row) => split(row));
          const truth = listed.map((row): [unknown, object] => [identityOf(row), row]);
          expect(sorted(follower.rows), step).toEqual(sorted(truth));
        },
        { timeout: 5000 },
      );
    }
    expect(follower.events.length).toBeGreaterThan(steps.length / 2);
  });

  it("nsid equals a fresh list when ids are assigned and when their namespaces end", async () => {
    const follower = new WatchedTable(nl.nsid as unknown as NetlinkObject<Nsid>);
    await follower.synced();
    const other = await sandbox.transport.createNamespace();
    await done(nl.nsid.add$({ fd: other.fd, nsid: 7 }));
    await follower.until((rows) => rows.has(7));
    expect(await all(nl.nsid.list$())).toEqual([...follower.rows.values()]);
    other.close();
    await follower.until((rows) => rows.size === 0);
  });
});
