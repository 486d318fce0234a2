// Text forms of tables and notifications in which two kernels can be compared: names replace indices.
import type { ChangeNotification, NetlinkNotification } from "@rxnetlink/core";
import { all } from "@rxnetlink/core/promises";
import type { Rtnetlink } from "@rxnetlink/route";

/** The modelled members that both kernels report alike. */
const MODELLED: Readonly<Record<string, readonly string[]>> = {
  link: [
    "ifname",
    "type",
    "flags",
    "mtu",
    "address",
    "operstate",
    "group",
    "txqlen",
    "ifalias",
    "master",
    "kind",
    "slaveKind",
  ],
  address: [
    "family",
    "prefixlen",
    "scope",
    "index",
    "address",
    "local",
    "label",
    "broadcast",
    "flags",
    "rtPriority",
  ],
  route: [
    "family",
    "dst",
    "dstLen",
    "tos",
    "table",
    "type",
    "scope",
    "protocol",
    "flags",
    "priority",
    "prefsrc",
    "gateway",
    "oif",
    "multipath",
  ],
  neighbour: ["family", "ndmIfindex", "dst", "lladdr", "state"],
  rule: [
    "family",
    "dst",
    "dstLen",
    "src",
    "srcLen",
    "tos",
    "table",
    "action",
    "flags",
    "priority",
    "iifname",
    "oifname",
    "fwmark",
    "fwmask",
    "goto",
    "protocol",
  ],
};
const OBJECTS = ["link", "address", "route", "neighbour", "rule"] as const;
const INDICES = new Set(["index", "ndmIfindex", "oif", "master", "ifindex"]);

type Row = Readonly<Record<string, unknown>>;
type NameOf = (index: number) => string;

/** True for objects that the real kernel adds on its own and the fake one does not. */
function isKernelsOwn(object: string, { family, dst }: Row): boolean {
  if (family === "bridge" || family === "ipmr" || family === "ip6mr") return true;
  return object === "neighbour" && /^(ff|22[4-9])/.test(String(dst));
}

function text(object: string, row: Row, nameOf: NameOf, omitted: readonly string[] = []): string {
  const { linkinfo = {}, multipath, ...rest } = row;
  const flat: Row = {
    ...rest,
    ...(linkinfo as Row),
    ...(multipath !== undefined && { multipath: nexthops(multipath as Row[], nameOf) }),
  };
  const keys = (MODELLED[object] ?? []).filter((key) => flat[key] !== undefined && !omitted.includes(key));
  return JSON.stringify(keys.map((key) => [key, INDICES.has(key) ? nameOf(Number(flat[key])) : flat[key]]));
}

const nexthops = (multipath: readonly Row[], nameOf: NameOf) =>
  multipath
    .map(({ ifindex, gateway, flags, hops }) => [nameOf(Number(ifindex)), gateway, flags, hops])
    .map(String)
    .sort();

/** Lists all tables of a kernel. */
export async function tables(nl: Rtnetlink): Promise<string[]> {
  const links = await all(nl.link.list$());
  const nameOf = (index: number) => links.find((link) => link.index === index)?.ifname ?? "?";
  const rows = OBJECTS.map(async (object) => {
    const list = (await all(nl[object].list$() as never)) as Row[];
    return list
      .filter((row) => !isKernelsOwn(object, row))
      .map((row) => `${object} ${text(object, row, nameOf)}`);
  });
  return (await Promise.all(rows)).flat().sort();
}

/** The last notification of each link: names by index, and text by name. */
export class Known {
  readonly names = new Map<number, string>();
  readonly links = new Map<string, string>();
}

/** Returns the notifications of a kernel as text, without repetitions and without intermediate states of links. */
export function notifiedLines(
  heard: readonly NetlinkNotification<object>[],
  { names, links }: Known,
): string[] {
  const lines = new Set<string>();
  const last = new Map<string, string>();
  for (const notification of heard) {
    const { object, type: event, value } = notification as ChangeNotification<object>;
    const row = value as Row;
    if (isKernelsOwn(object, row)) continue;
    if (object === "link") names.set(Number(row.index), String(row.ifname));
    const omitted = event === "delete" ? ["flags", "multipath", "gateway", "oif"] : ["flags"];
    const line = `${event} ${object} ${text(object, row, (index) => names.get(index) ?? "?", omitted)}`;
    if (object !== "link") lines.add(line);
    else last.set(String(row.ifname), event === "delete" ? `delete ${row.ifname}` : line);
  }
  const news = [...last].filter(([name, line]) => links.get(name) !== line).map(([, line]) => line);
  return [...lines, ...news].sort();
}

/** Remembers the notifications of links, so that only later changes are reported. */
export function remember(heard: readonly NetlinkNotification<object>[], known: Known): void {
  for (const line of notifiedLines(heard, known)) {
    const name = /^new link .*?\["ifname","([^"]+)"\]/.exec(line)?.[1] ?? /^delete (\S+)$/.exec(line)?.[1];
    if (name !== undefined) known.links.set(name, line);
  }
}
