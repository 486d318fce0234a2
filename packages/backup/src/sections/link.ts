import type { Link } from "@rxnetlink/route";
import { objectSection } from "../object-section.js";
import { type BackupRow, memberAt, type RowOf } from "../row.js";
import type { ChangeObject } from "../step.js";

/** Kinds whose links are made in pairs, each the `link` of the other. */
const PAIRS: ReadonlySet<unknown> = new Set(["veth", "vxcan", "netkit"]);

/** Links that modules of tunnels put into each namespace. */
const FALLBACK = /^(tunl0|gre0|gretap0|erspan0|sit0|ip6tnl0|ip6gre0|ip_vti0|ip6_vti0)$/;

/** Kinds whose secrets have other requests, and what they are. */
const SECRETS: Readonly<Record<string, string>> = {
  wireguard: "its keys and peers are not read",
  macsec: "its keys and associations are not read",
};

const kindOf = (row: BackupRow) => memberAt(row, "linkinfo.kind");
const isGiven = (row: BackupRow) => kindOf(row) === undefined || FALLBACK.test(String(row.ifname));

/** Members of the other end that are fixed when it is made. */
const OF_PEERS = ["ifname", "numTxQueues", "numRxQueues"];

const peerOf = (name: unknown, rowOf: RowOf): BackupRow => {
  const other = rowOf(String(name)) ?? {};
  const fixed = OF_PEERS.filter((key) => key in other).map((key) => [key, other[key]]);
  return { ...Object.fromEntries(fixed), ifname: name };
};

/** Returns what a link is made with: one of a pair with the other, and down, as bonds take it. */
function bareLink({ link, linkinfo, flags, ...row }: BackupRow, rowOf: RowOf): BackupRow {
  const kind = String(memberAt({ linkinfo }, "linkinfo.kind"));
  const bare = { ...row, flags: (flags as string[]).filter((flag) => flag !== "up") };
  if (!PAIRS.has(kind)) return { ...bare, linkinfo, ...(link !== undefined && { link }) };
  const settings = memberAt({ linkinfo }, `linkinfo.data.${kind}`) as BackupRow | undefined;
  const data = { [kind]: { ...settings, peer: peerOf(link, rowOf) } };
  return { ...bare, linkinfo: { kind, data } };
}

/** Returns the requests for a link: it is made, gets its master, then all that is set of it, and its settings as a port. */
function requests({ master = 0, ...row }: BackupRow, rowOf: RowOf): BackupRow[] {
  const { ifname, ifalias = "" } = row;
  const { slaveKind, slaveData, ...linkinfo } = (row.linkinfo ?? {}) as BackupRow;
  const own = { ...row, ...(row.linkinfo !== undefined && { linkinfo }) };
  const port = { ifname, linkinfo: { slaveKind, slaveData } };
  return [
    ...(isGiven(row) ? [own] : [bareLink(own, rowOf)]),
    { ifname, ifalias, master },
    own,
    ...(slaveData === undefined ? [] : [port]),
  ];
}

/** Members that a change sets even if the backup lacks them. */
const isReset = (path: string) =>
  path === "master" || path === "ifalias" || path.startsWith("linkinfo.slave");

/** Returns true if what differs is fixed when a link is made: its kind, or settings of it. */
function mayRemake({ changes }: ChangeObject): boolean {
  return changes.some(
    ({ path }) => !isReset(path) && /^(link|linkinfo\.(kind|data)|num[TR]xQueues)/.test(path),
  );
}

/** Leaves out the hardware address that a link has anyway. */
function withoutPermanent({ address, ...row }: BackupRow, { permAddress }: Link): BackupRow {
  return address === undefined || address === permAddress ? row : { ...row, address };
}

function incomplete({ linkinfo, linkNetnsid, xdp }: Link): string | undefined {
  if (linkNetnsid !== undefined) return "its other end is in another namespace";
  if (xdp?.attached !== undefined && xdp.attached !== "none") return "its XDP program is not read";
  return SECRETS[String(linkinfo?.kind)];
}

/** Links, with their settings as ports. */
export const links = objectSection<Link>({
  name: "link",
  object: ({ route }) => route.link,
  key: ["ifname"],
  subject: ({ ifname }) => String(ifname),
  link: "ifname",
  state: [
    ...["index", "change", "operstate", "carrier", "map", "xdp", "linkNetnsid"],
    "linkinfo.slaveData.bridge.state",
  ],
  bits: { flags: ["up", "debug", "noarp", "promisc", "allmulti", "multicast", "dynamic"] },
  incomplete,
  corrected: withoutPermanent,
  isGiven,
  change: "change",
  requests,
  mayRemake,
});
