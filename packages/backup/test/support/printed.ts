// What ip, bridge, tc and nft print of a namespace, without what two of the same configuration differ in.
import type { Sandbox } from "@rxnetlink/testing/kernel";

type Members = Readonly<Record<string, unknown>>;

/** Indices, handles, counters, timers, and what was learnt. */
const STATE =
  /^(ifindex|link_index|handle|metainfo|packets|bytes|stats|operstate|promiscuity|tentative|used|users|refcnt|referenced|rule_cnt|bind|ref|installed|last_used|first_used|carrier.*|.*timer.*|root_.*|bridge_id|designated_.*|state|topology.*|tx_hash.*|qdisc|index|not_in_hw|tcp_.*|mii_status|perm_hwaddr|link_failure_count|ad_.*|active_slave|expires|drops|overlimits|requeues|backlog|qlen|fh|key_ht)$/;

/** Flags that follow from what is at the other end. */
const CARRIER: ReadonlySet<unknown> = new Set(["LOWER_UP", "NO-CARRIER", "linkdown"]);

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((one) => !CARRIER.has(one)).map(plain);
  if (typeof value !== "object" || value === null) return value;
  // The number of a port of a bridge, and what follows from it.
  const isPortNumber = (key: string) => "no" in value && (key === "no" || key === "id");
  const kept = Object.entries(value).filter(([key]) => !STATE.test(key) && !isPortNumber(key));
  return Object.fromEntries(kept.map(([key, member]) => [key, plain(member)]));
}

const sorted = (rows: readonly unknown[]) =>
  rows.map(plain).sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));

/** Older versions of ip print no origin of addresses: those of IPv6 in the scope of the link are the kernel's here. */
const isKernels = ({ protocol, family, scope }: Members) =>
  /^(kernel|kernel_.*|ra)$/.test(String(protocol)) || (family === "inet6" && scope === "link");

/** Runs a command for each link, with the link in the place of `LINK`, and returns the lines. */
function perLink({ run, json }: Sandbox, text: string): [link: string, line: string][] {
  const links = json<{ ifname: string }[]>("ip -j link").map(({ ifname }) => ifname);
  const each = links.map((link) => `echo link ${link}; ${text.replace("LINK", link)}`).join("; ");
  return run(each)
    .split("link ")
    .slice(1)
    .flatMap((block) => {
      const [link = "", ...lines] = block.split("\n");
      return lines.filter((line) => line !== "").map((line): [string, string] => [link, line]);
    });
}

const filters = (where: string) => (sandbox: Sandbox) =>
  perLink(sandbox, `tc -j filter show dev LINK ${where}`).flatMap(([link, line]) =>
    (JSON.parse(line) as Members[]).map((row) => ({ link, ...row })),
  );

const command =
  (text: string, keep: (row: Members) => boolean = () => true) =>
  ({ json }: Sandbox) =>
    json<Members[]>(text).filter(keep);

/** Returns links with addresses, without those that the kernel makes. */
const addresses = ({ json }: Sandbox) =>
  json<{ addr_info: Members[] }[]>("ip -j -d address").map(({ addr_info: all, ...link }) => ({
    ...link,
    addr_info: all.filter((address) => !isKernels(address)),
  }));

const COMMANDS: Readonly<Record<string, (sandbox: Sandbox) => readonly unknown[]>> = {
  addresses,
  nexthops: command("ip -j nexthop"),
  routes: command("ip -j route show table all", (row) => !isKernels(row)),
  routes6: command("ip -j -6 route show table all", (row) => !isKernels(row)),
  rules: command("ip -j rule"),
  rules6: command("ip -j -6 rule"),
  neighbours: command("ip -j neighbour show nud permanent"),
  proxies: command("ip -j neighbour show proxy"),
  fdb: command("bridge -j fdb", (row) => row.state === "static" || "dst" in row),
  vlans: command("bridge -j vlan"),
  // The JSON of tc lacks the settings of classes, and is broken for those of some qdiscs.
  qdiscs: ({ run }) =>
    run("tc qdisc")
      .replaceAll(/ (refcnt|direct_packets_stat) \d+/g, "")
      .split("\n"),
  classes: (sandbox) => perLink(sandbox, "tc class show dev LINK"),
  filters: filters(""),
  ingress: filters("ingress"),
  egress: filters("egress"),
  nftables: ({ json }) => json<{ nftables: unknown[] }>("nft -j list ruleset").nftables,
};

/** Returns what the commands print, by name. */
export function printed(sandbox: Sandbox): Record<string, unknown[]> {
  const all = Object.entries(COMMANDS).map(([name, rows]) => [name, sorted(rows(sandbox))]);
  return Object.fromEntries(all);
}
