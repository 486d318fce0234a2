// Rules with expressions that nftables' test data lack, and rules of iptables-nft: printed as nft prints them, and made again.

import { expect, test } from "vitest";
import { describeWith, openKernel } from "../support/kernel.js";
import { load } from "../support/nftables/load.js";
import { printedAsNft, rebuild, rebuiltAlike } from "../support/nftables/table.js";
import { listRules } from "../support/nftables/tables.js";

const TABLE = { family: "inet", table: "t" } as const;

const setup = (table: string) => [
  `add table inet ${table}`,
  `add chain inet ${table} other`,
  `add chain inet ${table} early { type filter hook prerouting priority 0; }`,
  `add chain inet ${table} input { type filter hook input priority 0; }`,
  `add chain inet ${table} leave { type nat hook postrouting priority 100; }`,
  `add counter inet ${table} c`,
];
const sets = [
  "add set inet t timed { type ipv4_addr; flags dynamic,timeout; timeout 1m; size 100; }",
  "add set inet t counted { type ipv4_addr; flags dynamic; size 100; }",
  "add map inet t ports { type ipv4_addr : inet_service; flags dynamic; size 100; }",
];
const rules = [
  "early fib saddr . iif oif missing drop",
  'early fib daddr . mark oifname "lo"',
  "early fib daddr type local",
  "early meta nftrace set 1",
  "early notrack",
  "early ip dscp set cs1",
  "early udp dport set 53",
  "input ip saddr vmap { 192.0.2.1 : accept, 192.0.2.2 : jump other }",
  "input add @timed { ip saddr timeout 5s limit rate 10/second }",
  "input add @timed { ip saddr timeout 5s }",
  "input update @counted { ip saddr counter }",
  "input add @counted { ip saddr limit rate 10/second counter }",
  "input delete @counted { ip saddr }",
  "input add @ports { ip saddr : tcp dport }",
  'input ct state new limit rate over 10/second log prefix "new: " group 5 snaplen 64 queue-threshold 20',
  'input ct helper "ftp" ct mark set meta mark',
  "input socket transparent 1",
  "input socket wildcard 0",
  "input ct count over 10",
  'input counter name "c"',
  "input numgen random mod 2 offset 3 1",
  "input synproxy mss 1460 wscale 7 timestamp sack-perm",
  "input ipsec in reqid 5",
  "input ipsec in spnum 1 ip daddr 192.0.2.1",
  "input exthdr frag exists",
  "input rt0 addr[1] 2001:db8::1",
  "input ip option lsrr ptr 1",
  "input sctp chunk data exists",
  'input osf name "Linux"',
  'input osf ttl skip version "Linux:3.0"',
  "input meta mark set meta mark << 3",
  "input meta mark set meta mark ^ 3",
  "input tcp option mss exists",
  "input tcp option maxseg size set 1400",
  "input reset tcp option sack-perm",
  "input rt ipsec exists",
  "input ip6 saddr 2001:db8::/32 meta priority set 1:2",
  'input iifname . ip saddr { "lo" . 192.0.2.1, "eth0" . 192.0.2.0/24 }',
  "input reject with icmpx type admin-prohibited",
  "input reject with tcp reset",
  "input log level audit",
  "input jump other",
  "input return",
  "input continue",
  "input goto other",
  "leave snat ip to 192.0.2.1-192.0.2.9 persistent",
  "leave masquerade random",
];

const XTABLES = [
  "-p tcp -m multiport --dports 22,80,443 -m comment --comment web -j ACCEPT",
  "-m addrtype --dst-type LOCAL -m state --state ESTABLISHED,RELATED -j ACCEPT",
  "-p tcp --tcp-flags SYN,RST SYN -m limit --limit 5/min -j LOG --log-prefix syn",
  "-m conntrack --ctstate INVALID -j NFLOG --nflog-group 7",
];

describeWith(["nft"], "expressions", () => {
  test("of nft are printed as nft prints them, and can be made again", async () => {
    const kernel = await openKernel();
    try {
      expect(load(kernel, [...setup("t"), ...sets])).toEqual([]);
      const refused = load(
        kernel,
        rules.map((rule) => `add rule inet t ${rule}`),
      );
      for (const { command, error } of refused) console.log(`refused: ${command}: ${error}`);
      expect(refused.length).toBeLessThan(6);
      const printed = await printedAsNft(kernel, TABLE);
      expect(printed.length).toBe(rules.length - refused.length);
      const all = printed.map(({ rule }) => rule);
      await rebuiltAlike(kernel, TABLE, all, setup);
    } finally {
      await kernel.close();
    }
  });
});

describeWith(["nft", "iptables-nft"], "matches and targets of xtables", () => {
  test("are kept, and can be made again", async () => {
    const kernel = await openKernel();
    const FILTER = { family: "ip", table: "filter" } as const;
    try {
      for (const rule of XTABLES) kernel.run(`iptables-nft -A INPUT ${rule}`);
      const printed = await printedAsNft(kernel, FILTER);
      const all = printed.map(({ rule }) => rule);
      const blobs = all.flatMap(({ expressions = [] }) =>
        expressions.flatMap(({ data }) => data?.match ?? data?.target ?? []),
      );
      expect(blobs.length).toBeGreaterThan(5);
      for (const { info } of blobs) expect(info!.length).toBeGreaterThan(0);

      await rebuild(kernel, FILTER, all, (table) => [
        `add table ip ${table}`,
        `add chain ip ${table} INPUT { type filter hook input priority 0; }`,
      ]);
      const copied = await listRules(kernel, "ipv4", "rxnetlink");
      const content = (them: typeof all) =>
        them.map(({ expressions, userdata }) => ({ expressions, userdata }));
      expect(content(copied)).toEqual(content(all));
    } finally {
      await kernel.close();
    }
  });
});
