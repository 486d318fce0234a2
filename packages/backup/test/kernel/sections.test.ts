// Each section on its own: what is saved is restored into an empty namespace, and undone where it changed.
import { done } from "@rxnetlink/core/promises";
import { describe, expect, it } from "vitest";
import { describeBackup, failuresOf, fromFile, type Place, wordsOf } from "../support/namespaces.js";

/** A section, with commands. */
interface Case {
  readonly section: string;
  /** Commands that make something of the section. */
  readonly build: string;
  /** Commands that change it. */
  readonly drift: string;
  /** Steps that undo them. */
  readonly undone: readonly string[];
  /** Command that prints the section. */
  readonly shown: string;
  /** Sections that it needs. */
  readonly needs?: readonly string[];
}

const BRIDGE = `
ip link add br0 type bridge mcast_snooping 1
ip link add v0 type veth peer name p0
ip link set v0 master br0
for link in br0 v0 p0; do ip link set $link up; done`;

const CASES: readonly Case[] = [
  {
    section: "mdb",
    build: `${BRIDGE}
bridge mdb add dev br0 port v0 grp 239.1.1.1 permanent
bridge mdb add dev br0 port v0 grp 239.1.1.2 src 192.0.2.1 permanent
bridge mdb add dev br0 port v0 grp ff0e::1 permanent
bridge mdb add dev br0 port v0 grp 01:00:5e:00:00:05 permanent
bridge mdb add dev br0 port br0 grp 01:00:5e:00:00:06 permanent`,
    drift: `
bridge mdb del dev br0 port v0 grp 239.1.1.1
bridge mdb add dev br0 port v0 grp 239.1.1.9 permanent`,
    undone: ["add mdb 239.1.1.1 on v0 of br0", "delete mdb 239.1.1.9 on v0 of br0"],
    shown: "bridge -d mdb | sed 's/ index [0-9]*//' | sort",
    needs: ["link"],
  },
  {
    section: "tunnel",
    build: `
ip link add vx0 type vxlan external vnifilter dstport 4789 local 192.0.2.1
bridge vni add dev vx0 vni 10-12
bridge vni add dev vx0 vni 20 remote 192.0.2.2`,
    drift:
      "bridge vni delete dev vx0 vni 11\nbridge vni add dev vx0 vni 30\nbridge vni add dev vx0 vni 20 remote 192.0.2.3",
    undone: ["add tunnel VNI 11 of vx0", "change tunnel VNI 20 of vx0", "delete tunnel VNI 30 of vx0"],
    shown: "bridge vni",
    needs: ["link"],
  },
  {
    section: "addrlabel",
    build: `
ip link add v0 type veth peer name p0
ip addrlabel add prefix 2001:db8::/32 label 77
ip addrlabel add prefix 2001:db8:1::/48 dev v0 label 78
ip addrlabel del prefix 2001::/32 label 6`,
    drift: `
ip addrlabel del prefix 2001:db8::/32 label 77
ip addrlabel add prefix 2001:db8::/32 label 99
ip addrlabel add prefix 2001::/32 label 6
ip addrlabel del prefix 2001:db8:1::/48 dev v0 label 78`,
    undone: [
      "change addrlabel 2001:db8::/32",
      "add addrlabel 2001:db8:1::/48 on v0",
      "delete addrlabel 2001::/32",
    ],
    shown: "ip addrlabel | sort",
    needs: ["link"],
  },
  {
    section: "action",
    build: `
ip link add v0 type veth peer name p0
tc actions add action mirred egress redirect dev p0 index 7
tc actions add action mirred egress mirror dev v0 index 8
tc qdisc add dev v0 root handle 1: htb
tc filter add dev v0 parent 1: protocol ip prio 1 u32 match u32 0 0 action mirred index 7
tc filter add dev v0 parent 1: protocol ip prio 2 u32 match u32 0 0 action mirred egress mirror dev p0`,
    drift: `
tc actions replace action mirred egress mirror dev p0 index 7
tc actions delete action mirred index 8
tc actions add action mirred egress mirror dev v0 index 99`,
    undone: [
      "change action mirred 7",
      "add action mirred 8",
      "delete action mirred 99",
      // It has the settings of the action that it shares.
      "change filter u32 1 at 1: of v0",
    ],
    shown: "tc actions list action mirred | sed 's/ref [0-9]* bind [0-9]*//'",
    needs: ["link", "qdisc", "filter"],
  },
  {
    section: "ipset",
    build: `
ipset create web hash:ip,port counters comment
ipset add web 192.0.2.1,tcp:80 comment first
ipset add web 192.0.2.2,udp:53
ipset create nets hash:net timeout 600 family inet6
ipset add nets 2001:db8::/32 timeout 0
ipset add nets 2001:db8:1::/48 nomatch timeout 0
ipset add nets 2001:db9::/32
ipset create all list:set
ipset add all web
ipset create ports bitmap:port range 1-1000
ipset add ports 22`,
    drift: `
ipset del web 192.0.2.1,tcp:80
ipset destroy all
ipset flush ports
ipset create more hash:ip
ipset destroy nets
ipset create nets hash:ip`,
    undone: [
      "change ipset web",
      "add ipset all",
      "change ipset ports",
      "change ipset nets",
      "delete ipset more",
    ],
    shown: "ipset save | grep -v 2001:db9 | sed -E 's/(hashsize|initval) [0-9a-fx]+//g' | sort",
  },
  {
    section: "xfrmPolicy",
    build: `
ip xfrm policy add src 10.1.0.0/16 dst 10.2.0.0/16 dir out priority 5 tmpl src 192.0.2.1 dst 192.0.2.2 proto esp mode tunnel reqid 7
ip xfrm policy add src 10.2.0.0/16 dst 10.1.0.0/16 dir in action block
ip xfrm policy add src 10.2.0.0/16 dst 10.1.0.0/16 dir fwd if_id 3 mark 1 mask 255
ip xfrm policy add src 2001:db8::/32 dst ::/0 proto tcp dport 80 dir out`,
    drift: `
ip xfrm policy update src 10.1.0.0/16 dst 10.2.0.0/16 dir out priority 9
ip xfrm policy delete src 10.2.0.0/16 dst 10.1.0.0/16 dir in
ip xfrm policy add src 10.9.0.0/16 dst 10.1.0.0/16 dir in`,
    undone: [
      "change xfrmPolicy out from 10.1.0.0/16 to 10.2.0.0/16",
      "add xfrmPolicy in from 10.2.0.0/16 to 10.1.0.0/16",
      "delete xfrmPolicy in from 10.9.0.0/16 to 10.1.0.0/16",
    ],
    shown: "ip xfrm policy | sort",
  },
  {
    section: "xfrmDefault",
    build: "ip xfrm policy setdefault in block fwd block",
    drift: "ip xfrm policy setdefault in accept fwd accept out block",
    undone: ["change xfrmDefault of packets without a policy"],
    shown: "ip xfrm policy getdefault",
  },
  {
    section: "mptcpLimits",
    build: "ip mptcp limits set subflow 3 add_addr_accepted 4",
    drift: "ip mptcp limits set subflow 1 add_addr_accepted 1",
    undone: ["change mptcpLimits of connections"],
    shown: "ip mptcp limits",
  },
  {
    section: "mptcpEndpoint",
    build: `
ip link set lo up
ip link add v0 type veth peer name p0
ip address add 2001:db8::1/64 dev lo nodad
ip mptcp endpoint add 192.0.2.1 dev v0 subflow backup
ip mptcp endpoint add 2001:db8::1 port 8443 signal
ip mptcp endpoint add 192.0.2.3 id 9 subflow fullmesh`,
    drift: `
ip mptcp endpoint delete id 1
ip mptcp endpoint change id 9 nofullmesh
ip mptcp endpoint add 192.0.2.4 signal`,
    undone: [
      "add mptcpEndpoint 192.0.2.1",
      "change mptcpEndpoint 192.0.2.3",
      "delete mptcpEndpoint 192.0.2.4",
    ],
    shown: "ip mptcp endpoint | sort",
    needs: ["link", "address"],
  },
];

/** Runs commands; returns the reason why this machine cannot, if it cannot. */
function tried(place: Place, commands: string): string | undefined {
  for (const line of commands.trim().split("\n"))
    try {
      place.run(`(${line}) 2>&1`);
    } catch (error) {
      return `${line}: ${(error as { stdout?: string }).stdout?.trim() || (error as Error).message}`;
    }
  return undefined;
}

describeBackup("a section", (open) => {
  describe.each(CASES)("$section", ({ section, build, drift, undone, shown, needs = [] }) => {
    it("is restored, and a second time nothing is done", async (context) => {
      const [source, target] = [await open(), await open()];
      const why = tried(source, build);
      if (why !== undefined) console.log(`${section} is not tested: ${why}`);
      context.skip(why !== undefined, why);
      const saved = fromFile(await source.save({ sections: [section, ...needs] }));
      expect(saved.sections[section]!.length).toBeGreaterThan(0);
      expect(failuresOf(await target.restore(saved, { prune: true }))).toEqual([]);
      expect(target.run(shown)).toEqual(source.run(shown));
      expect(await target.restore(saved, { prune: true })).toEqual([]);

      const before = source.run(shown);
      source.run(drift.trim().replaceAll("\n", " && "));
      expect(wordsOf(await source.differing(saved)).sort()).toEqual([...undone].sort());
      expect(failuresOf(await source.restore(saved, { prune: true }))).toEqual([]);
      expect(source.run(shown)).toEqual(before);
    });
  });

  it("of multicast groups has their sources, and not the entries that these make", async (context) => {
    const [source, target] = [await open(), await open()];
    source.run(BRIDGE.trim().replaceAll("\n", " && "));
    // Bridges with version 2 of IGMP, the default, hide sources.
    source.run("ip link set br0 type bridge mcast_igmp_version 3");
    const group = {
      ifindex: "br0",
      entry: { ifindex: "v0", state: "permanent", addr: "239.1.1.4" },
      entryAttrs: {
        groupMode: "include",
        srcList: { entry: [{ address: "192.0.2.7" }, { address: "192.0.2.8" }] },
        rtprot: "zebra",
      },
    } as const;
    try {
      await done(source.connections.route.mdb.add$(group));
    } catch (error) {
      const why = `multicast sources need Linux 6.3: ${(error as Error).message}`;
      console.log(why);
      context.skip(why);
    }
    const saved = await source.save();
    expect(saved.sections.mdb).toHaveLength(1);
    expect(failuresOf(await target.restore(saved, { prune: true }))).toEqual([]);
    const groups = ({ run }: Place) => run("bridge -d mdb");
    expect(groups(target)).toEqual(groups(source));
    expect(groups(target)).toContain("src 192.0.2.8");
    expect(await target.restore(saved, { prune: true })).toEqual([]);
  });
});
