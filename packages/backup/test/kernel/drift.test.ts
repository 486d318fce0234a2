// Random changes of a namespace are undone by a restore, whatever they are and in whatever order they came.
import fc from "fast-check";
import { expect, it } from "vitest";
import { describeBackup, failuresOf, wordsOf } from "../support/namespaces.js";

const BASE = `
ip link set lo up
ip link add br0 type bridge
ip link add v0 type veth peer name p0
ip link add vx0 type vxlan id 7 dstport 4789
ip link set v0 master br0
for link in br0 v0 p0 vx0; do ip link set $link up; done
ip address add 192.0.2.1/24 dev p0
ip address add 2001:db8::1/64 dev p0 nodad
ip nexthop add id 1 via 192.0.2.10 dev p0
ip route add 198.51.100.0/24 nhid 1
ip route add 203.0.113.0/24 via 192.0.2.254 metric 9
ip -6 route add 2001:db8:1::/48 via 2001:db8::ff
ip rule add from 10.0.0.0/8 lookup 100 priority 1000
ip neighbour add 192.0.2.77 lladdr 02:00:00:00:00:77 dev p0
bridge fdb add 02:00:00:00:01:01 dev v0 master static
tc qdisc add dev v0 root handle 1: htb default 10
tc class add dev v0 parent 1: classid 1:10 htb rate 5mbit
tc filter add dev v0 parent 1: protocol ip prio 5 u32 match ip dst 10.1.0.0/16 flowid 1:10
nft add table inet fw
nft add chain inet fw input '{ type filter hook input priority 0; }'
nft add rule inet fw input counter accept`;

/** Changes of everything above; those that are impossible at their turn do nothing. */
const CHANGES = [
  "ip link delete br0",
  "ip link delete v0",
  "ip link set p0 down",
  "ip link set p0 mtu 1300",
  "ip link set v0 nomaster",
  "ip link set vx0 master br0",
  "ip link delete vx0; ip link add vx0 type vxlan id 8 dstport 4789",
  "ip link delete vx0; ip link add vx0 type bridge",
  "ip link set v0 type bridge_slave cost 9",
  "ip link set br0 type bridge ageing_time 9000",
  "ip link set br0 alias other",
  "ip link add e0 type veth peer name e1; ip address add 192.0.2.9/24 dev e0; ip link set e0 up; ip link set e1 up",
  "ip address flush dev p0",
  "ip address add 192.0.2.3/24 dev p0",
  "ip address replace 2001:db8::1/64 dev p0 valid_lft 500 preferred_lft 400",
  "ip nexthop flush",
  "ip nexthop replace id 1 via 192.0.2.20 dev p0",
  "ip nexthop add id 2 blackhole; ip route replace 203.0.113.0/24 nhid 2 metric 9",
  "ip route flush protocol boot",
  "ip route replace 203.0.113.0/24 via 192.0.2.250 metric 9",
  "ip route add 10.9.0.0/16 dev p0",
  "ip -6 route append 2001:db8:1::/48 via 2001:db8::fe",
  "ip rule delete priority 1000",
  "ip rule add from 10.0.0.0/8 lookup 101 priority 1000",
  "ip rule add fwmark 1 lookup 101 priority 999",
  "ip neighbour flush all; ip neighbour delete 192.0.2.77 dev p0",
  "ip neighbour replace 192.0.2.77 lladdr 02:00:00:00:00:78 dev p0",
  "bridge fdb delete 02:00:00:00:01:01 dev v0 master",
  "bridge fdb add 02:00:00:00:01:02 dev v0 master static",
  "tc qdisc delete dev v0 root",
  "tc qdisc replace dev v0 root handle 1: tbf rate 4mbit burst 10k limit 30k",
  "tc class change dev v0 classid 1:10 htb rate 6mbit",
  "tc class add dev v0 parent 1: classid 1:20 htb rate 1mbit; tc filter add dev v0 parent 1: protocol ip prio 5 u32 match ip dst 10.2.0.0/16 flowid 1:20",
  "tc filter delete dev v0 parent 1:",
  "nft flush ruleset",
  "nft insert rule inet fw input drop",
  "nft add set inet fw more '{ type ipv4_addr; }'; nft add table ip other",
];

describeBackup("random changes", (open) => {
  it("are undone", async () => {
    const place = await open();
    place.run(BASE.trim().split("\n").join(" && "));
    const saved = await place.save();
    const changes = fc.array(fc.constantFrom(...CHANGES), { minLength: 1, maxLength: 8 });
    const undone = fc.asyncProperty(changes, async (commands) => {
      place.run(`(${commands.join("; ")}) >/dev/null 2>&1; true`);
      expect(failuresOf(await place.restore(saved, { prune: true }))).toEqual([]);
      expect(wordsOf(await place.differing(saved))).toEqual([]);
    });
    await fc.assert(undone, { numRuns: 15 });
  });
});
