// Lists of some members have what lists of whole objects have.
import { deepEqual, type KernelError, type NetlinkObject, pick } from "@rxnetlink/core";
import { all } from "@rxnetlink/core/promises";
import { openSandbox, type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { firstValueFrom } from "rxjs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Rtnetlink, rtnetlink } from "#src/rtnetlink.js";

const why = whyNoNamespaces();
if (why !== undefined) console.log(`lists of some members skipped: ${why}`);

/** Commands of which some may be unknown to the kernel or to iproute2. */
const SETUP = `
  ip link set lo up; ip link add v0 type veth peer name v1; ip link set v0 up; ip link set v1 up
  ip link add br0 type bridge vlan_filtering 1 || ip link add br0 type bridge; ip link add d0 type dummy; ip link set d0 master br0 up
  ip link set br0 up; ip link add x0 type vxlan id 7 dev v0 dstport 4789 external; ip link add l0 type vlan id 5 link v0
  ip address add 192.0.2.1/24 dev v0; ip address add 2001:db8::1/64 dev v0 nodad
  ip route add 198.51.100.0/24 nexthop via 192.0.2.2 dev v0 nexthop via 192.0.2.3 dev v0
  ip route add 203.0.113.0/24 via 192.0.2.2 mtu 1400; ip route add 203.0.113.9 encap ip dst 192.0.2.9 via 192.0.2.2
  ip nexthop add id 1 via 192.0.2.2 dev v0; ip rule add from 192.0.2.0/24 table 7
  ip neighbour add 192.0.2.2 lladdr 02:00:00:00:00:02 dev v0; bridge fdb add 02:00:00:00:00:03 dev d0 master
  bridge mdb add dev br0 port d0 grp 239.1.1.1 permanent; bridge vlan add dev d0 vid 9
  tc qdisc add dev v0 root handle 1: htb default 1; tc class add dev v0 parent 1: classid 1:1 htb rate 1mbit
  tc filter add dev v0 parent 1: protocol ip flower dst_ip 192.0.2.2 action drop
  tc qdisc add dev v0 clsact; true`;

type AnyObject = NetlinkObject<object>;

describe.skipIf(why !== undefined)("lists of some members", () => {
  let sandbox: Sandbox;
  let nl: Rtnetlink;
  beforeEach(async () => {
    sandbox = await openSandbox();
    sandbox.run(`(${SETUP}) >/dev/null 2>&1; true`);
    nl = rtnetlink({ transport: sandbox.transport, namespace: sandbox.namespace.ref });
  });
  afterEach(() => sandbox?.close());

  /** Compares the lists of each single member with the whole; returns the number of members compared. */
  async function compare(object: AnyObject, match: object): Promise<number> {
    const before = await all(object.list$(match));
    const limited = new Map<string, readonly object[]>();
    for (const key of new Set(before.flatMap((row) => Object.keys(row))))
      limited.set(key, await all(object.list$(match, { members: [key as never] })));
    const after = await all(object.list$(match));
    let compared = 0;
    for (const [key, rows] of limited) {
      const [first, last] = [before, after].map((whole) => whole.map((row) => pick(row, key as never)));
      // Counters and timers go on.
      if (!deepEqual(first, last, new Set())) continue;
      expect(rows, key).toEqual(first);
      compared++;
    }
    return compared;
  }

  it("equal those of whole objects, for each object and each member", { timeout: 60_000 }, async () => {
    const lines: string[] = [];
    const v0 = await firstValueFrom(nl.link.get$({ ifname: "v0" }));
    for (const [name, object] of Object.entries(nl) as [string, AnyObject][]) {
      if (typeof object !== "object" || !("list$" in object)) continue;
      const match = ["class", "filter", "chain"].includes(name) ? { ifindex: v0.index } : {};
      try {
        await all(object.list$(match));
      } catch (error) {
        lines.push(`${name} not on this kernel (${(error as KernelError).code})`);
        continue;
      }
      // Neighbours come and go.
      await vi.waitFor(async () => lines.push(`${name} ${await compare(object, match)}`), { timeout: 5000 });
    }
    console.log(`members compared: ${lines.join(", ")}`);
    expect(lines.length).toBeGreaterThan(15);
  });

  it("match by members that they do not have, by name and by prefix", async () => {
    const found = await all(nl.route.list$({ dst: "203.0.113.0/24", oif: "v0" }, { members: ["gateway"] }));
    expect(found).toStrictEqual([{ gateway: "192.0.2.2" }]);
    const up = await all(nl.link.list$({ linkinfo: { kind: "veth" } }, { members: ["ifname", "master"] }));
    expect(up).toStrictEqual([{ ifname: "v1" }, { ifname: "v0" }]);
  });

  it("are got and looked up one by one", async () => {
    expect(await firstValueFrom(nl.link.get$({ ifname: "br0" }, { members: ["ifname"] }))).toEqual({
      ifname: "br0",
    });
    const route = await firstValueFrom(
      nl.route.get$({ dst: "203.0.113.5" }, { members: ["gateway", "dst"] }),
    );
    expect(route).toEqual({ dst: "203.0.113.5", gateway: "192.0.2.2" });
    const neighbour = nl.neighbour.get$({ dst: "192.0.2.2", ndmIfindex: "v0" }, { members: ["lladdr"] });
    expect(await firstValueFrom(neighbour)).toEqual({ lladdr: "02:00:00:00:00:02" });
  });
});
