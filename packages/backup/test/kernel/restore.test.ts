import { expect, it } from "vitest";
import { describeBackup, failuresOf, fromFile, wordsOf } from "../support/namespaces.js";
import { printed } from "../support/printed.js";
import { buildRich } from "../support/rich.js";

describeBackup("a backup of everything", (open) => {
  it("is restored into an empty namespace as ip, bridge, tc and nft print it, and a second time nothing is done", async () => {
    const [source, target] = [await open(), await open()];
    buildRich(source);
    const saved = await source.save();
    expect(fromFile(saved)).toEqual(saved);
    const outcomes = await target.restore(fromFile(saved), { prune: true });
    expect(failuresOf(outcomes)).toEqual([]);
    expect(await target.restore(saved, { prune: true })).toEqual([]);
    expect(await target.differing(saved)).toEqual([]);
    expect(printed(target)).toEqual(printed(source));
  });

  it("is restored over a namespace that has changed", async () => {
    const place = await open();
    buildRich(place);
    const [saved, before] = [await place.save(), printed(place)];
    for (const line of DRIFT.trim().split("\n")) place.run(line);
    const steps = wordsOf(await place.differing(saved));
    expect(steps).toEqual(expect.arrayContaining(STEPS));
    expect(
      wordsOf((await place.restore(saved, { prune: true, dryRun: true })).map(({ step }) => step)),
    ).toEqual(steps);
    expect(failuresOf(await place.restore(saved))).toEqual([]);
    expect(wordsOf(await place.differing(saved)).sort()).toEqual(EXTRA);
    expect(failuresOf(await place.restore(saved, { prune: true }))).toEqual([]);
    expect(await place.differing(saved)).toEqual([]);
    expect(printed(place)).toEqual(before);
  });
});

const DRIFT = `
ip link set br0 mtu 1300 alias ""
ip link set v0 nomaster
ip link delete i0
ip link add x0 type veth peer name x1
ip link property del dev br0 altname the-bridge-of-everything
ip address delete 192.0.2.2/24 dev v1
ip address add 192.0.2.3/24 dev v1
ip address delete 10.9.0.1/16 dev br0
ip address add 10.9.0.1/16 dev br0 label br0:y
ip nexthop replace id 20 via 192.0.2.20 dev v1
ip route replace 198.51.100.0/24 via 192.0.2.250 metric 50
ip route delete default via 192.0.2.254
ip rule delete priority 1000
ip rule add from 10.0.0.0/8 lookup 101 priority 1000
ip rule add priority 32767 lookup default
ip neighbour replace 192.0.2.77 lladdr 02:00:00:00:00:78 dev v1
bridge fdb delete 00:00:00:00:00:00 dev vx0 dst 192.0.2.8
tc class change dev v0 parent 1:1 classid 1:10 htb rate 6mbit ceil 10mbit prio 1
tc filter delete dev v0 parent 1: protocol ip prio 6
nft insert rule inet fw input ip saddr 10.66.0.1 drop
nft add table ip6 more`;

const EXTRA = [
  "delete link x0",
  "delete link x1",
  "delete address 192.0.2.3/24 on v1",
  "delete rule 32767 inet",
  "delete nftables ipv6 more",
].sort();

const STEPS = [
  "add link i0",
  "change link br0",
  "change link v0",
  "add linkprop the-bridge-of-everything of br0",
  "add address 192.0.2.2/24 on v1",
  "change address 10.9.0.1/16 on br0",
  "change nexthop 20",
  "change route 198.51.100.0/24 metric 50",
  "add route default inet",
  "change rule 1000 inet",
  "change neighbour 192.0.2.77 on v1",
  "add fdb 00:00:00:00:00:00 on vx0",
  "change class htb 1:10 at 1:1 of v0",
  "add filter u32 6 at 1: of v0",
  "change nftables inet fw",
  ...EXTRA,
];
