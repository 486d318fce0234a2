import { type Link, linkFlags } from "@rxnetlink/route";
import type { Fact } from "../wire/link-view.js";

/** Kinds of tunnels between two addresses, and their members. */
const TUNNELS = ["gre", "gretap", "ip6gre", "ip6gretap", "erspan", "ipip", "ip6tnl", "sit", "vti", "vti6"];
const TUNNEL = { remote: "to", local: "from", ikey: "key", ttl: "TTL" };

/** Members of settings that are shown, with their labels; the first that is there is the note. */
const LABELS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  vlan: { id: "VLAN", protocol: "protocol" },
  vxlan: { id: "VNI", group: "remote", group6: "remote", local: "local", local6: "local", port: "port" },
  geneve: { id: "VNI", remote: "remote", remote6: "remote", port: "port" },
  bond: { mode: "mode", miimon: "miimon", xmitHashPolicy: "hash" },
  bridge: { stpState: "STP", vlanFiltering: "VLAN filtering", ageingTime: "ageing" },
  vrf: { table: "table" },
  macvlan: { mode: "mode" },
  macvtap: { mode: "mode" },
  ipvlan: { mode: "mode" },
  ...Object.fromEntries(TUNNELS.map((kind) => [kind, TUNNEL])),
  tun: { type: "type", owner: "owner" },
};

const onOrOff = (value: unknown) => (value === 0 ? "off" : "on");
const anyOf = (value: unknown) => (value === "0.0.0.0" || value === "::" ? "any" : String(value));
/** Texts of values that are not what they look like, by label; none of those that say nothing. */
const TEXTS: Readonly<Record<string, (value: unknown) => string | undefined>> = {
  STP: onOrOff,
  "VLAN filtering": onOrOff,
  to: anyOf,
  from: anyOf,
  key: (value) => (value === 0 ? undefined : String(value)),
  TTL: (value) => (value === 0 ? "inherit" : String(value)),
  ageing: (hundredths) => `${Number(hundredths) / 100} s`,
};

/** Labels of settings of tunnels, and of kinds that have no labels. */
const COMMON = { id: "id", mode: "mode", remote: "to", local: "from", table: "table" };

/** Returns the kind of a link; hardware has none of its own. */
export function kindOf({ linkinfo, flags }: Link): string {
  if (linkinfo?.kind !== undefined) return linkinfo.kind;
  return linkFlags.names(flags).includes("loopback") ? "loopback" : "device";
}

/** Returns the settings of a link's kind that matter, with labels. */
export function factsOf(link: Link): readonly Fact[] {
  const kind = kindOf(link);
  const data = (link.linkinfo?.data as Record<string, object> | undefined)?.[kind] ?? {};
  const labels = LABELS[kind] ?? COMMON;
  return Object.entries(labels).flatMap(([member, label]) => {
    const value = (data as Record<string, unknown>)[member];
    if (typeof value !== "string" && typeof value !== "number") return [];
    const text = label in TEXTS ? TEXTS[label]!(value) : String(value);
    return text === undefined ? [] : [[label, text] as const];
  });
}

/** Kinds whose first setting says what they are. */
const NOTED = new Set(["vlan", "vxlan", "geneve", "bond", "vrf", "macvlan", "ipvlan", ...TUNNELS]);

/** Returns what matters most about a link's kind. */
export function noteOf(link: Link): string | undefined {
  if (!NOTED.has(kindOf(link))) return undefined;
  const [first] = factsOf(link);
  return first === undefined ? undefined : `${first[0]} ${first[1]}`;
}
