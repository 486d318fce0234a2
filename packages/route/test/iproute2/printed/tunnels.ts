// Settings of tunnels as iproute2 prints them.
import type { Erspan } from "#src/link/kinds/erspan.js";
import type { Geneve } from "#src/link/kinds/geneve.js";
import type { Ip6erspan } from "#src/link/kinds/ip6erspan.js";
import type { Ip6tnl } from "#src/link/kinds/ip6tnl.js";
import type { Ipip } from "#src/link/kinds/ipip.js";
import { type Sit, sitFlags } from "#src/link/kinds/sit.js";
import { greFlags, ip6tnlFlags, tunnelEncapFlags } from "#src/link/kinds/tunnel.js";
import type { Vti } from "#src/link/kinds/vti.js";

type Json = Record<string, unknown>;
type NameOf = (index: number | undefined) => string | undefined;

/** Returns a flag that iproute2 prints only if it is set. */
export const ifSet = (value: number | boolean | undefined) => Boolean(value) || undefined;
/** Returns a number in hexadecimal, unless it is 0. */
export const hex = (value: number | undefined, digits = 0) =>
  value ? `0x${value.toString(16).padStart(digits, "0")}` : undefined;
const booleanOf = (value: number | undefined) => (value === undefined ? undefined : Boolean(value));
const always = (value: number, digits: number) => `0x${value.toString(16).padStart(digits, "0")}`;
const dotted = (key: number | undefined) =>
  key === undefined ? undefined : [24, 16, 8, 0].map((shift) => (key >>> shift) & 0xff).join(".");
const orAny = (address: string | undefined) =>
  address === undefined || address === "0.0.0.0" || address === "::" ? "any" : address;

function ends(tunnel: { local?: string; remote?: string; link?: number }, nameOf: NameOf): Json {
  return { local: orAny(tunnel.local), remote: orAny(tunnel.remote), link: nameOf(tunnel.link) };
}

/** Additional encapsulation of a tunnel. */
interface Encap {
  encapType?: number | string;
  encapFlags?: number;
  encapSport?: number;
  encapDport?: number;
}

function encapAsIp({ encapType = "none", encapFlags = 0, encapSport, encapDport }: Encap): Json {
  if (encapType === "none") return {};
  const has = (name: keyof typeof tunnelEncapFlags.bits) => tunnelEncapFlags.has(encapFlags, name);
  const flags = { csum: has("csum"), csum6: has("csum6"), remcsum: has("remcsum") };
  return { encap: { type: encapType, sport: encapSport, dport: encapDport, ...flags } };
}

const ERSPAN_DIR = ["ingress", "egress"];

function greCommon(gre: Erspan | Ip6erspan): Json {
  const { iflags = 0, oflags = 0 } = gre;
  const { erspanVer } = gre;
  return {
    ...encapAsIp(gre),
    external: gre.collectMetadata,
    ttl: gre.ttl,
    ikey: greFlags.has(iflags, "key") ? dotted(gre.ikey) : undefined,
    okey: greFlags.has(oflags, "key") ? dotted(gre.okey) : undefined,
    iseq: ifSet(greFlags.has(iflags, "seq")),
    oseq: ifSet(greFlags.has(oflags, "seq")),
    icsum: ifSet(greFlags.has(iflags, "csum")),
    ocsum: ifSet(greFlags.has(oflags, "csum")),
    fwmark: hex(gre.fwmark),
    erspan_ver: erspanVer,
    erspan_index: erspanVer === 1 ? gre.erspanIndex : undefined,
    erspan_dir: erspanVer === 2 ? ERSPAN_DIR[gre.erspanDir ?? 0] : undefined,
    erspan_hwid: erspanVer === 2 ? hex(gre.erspanHwid) : undefined,
  };
}

function overIpv6(tunnel: Ip6erspan | Ip6tnl): Json {
  const { flags = 0, flowinfo = 0 } = tunnel;
  const has = (name: keyof typeof ip6tnlFlags.bits) => ifSet(ip6tnlFlags.has(flags, name));
  return {
    ttl: tunnel.ttl,
    encap_limit: has("ignEncapLimit") ? undefined : tunnel.encapLimit,
    ip6_tnl_f_ign_encap_limit: has("ignEncapLimit"),
    tclass: has("useOrigTclass") ? undefined : always((flowinfo >>> 20) & 0xff, 2),
    ip6_tnl_f_use_orig_tclass: has("useOrigTclass"),
    flowlabel: has("useOrigFlowlabel") ? undefined : always(flowinfo & 0xfffff, 5),
    ip6_tnl_f_use_orig_flowlabel: has("useOrigFlowlabel"),
    ip6_tnl_f_rcv_dscp_copy: has("rcvDscpCopy"),
    ip6_tnl_f_allow_local_remote: has("allowLocalRemote"),
    fwmark: hex(tunnel.fwmark),
  };
}

export const greAsIp = (gre: Erspan, nameOf: NameOf): Json => ({
  ...ends(gre, nameOf),
  ...greCommon(gre),
  tos: hex(gre.tos),
  pmtudisc: Boolean(gre.pmtudisc),
  ignore_df: ifSet(gre.ignoreDf),
});
export const ip6greAsIp = (gre: Ip6erspan, nameOf: NameOf): Json => ({
  ...ends(gre, nameOf),
  ...greCommon(gre),
  ...overIpv6(gre),
});

const PROTO: Readonly<Record<number, string>> = { 0: "any", 4: "ipip", 41: "ip6ip", 137: "mplsip" };
const PROTO6: Readonly<Record<number, string>> = { 0: "any", 4: "ipip6", 41: "ip6ip6" };

export const iptunAsIp = (tunnel: Ipip & Sit, nameOf: NameOf): Json => ({
  ...ends(tunnel, nameOf),
  ...encapAsIp(tunnel),
  external: tunnel.collectMetadata,
  proto: PROTO[tunnel.proto ?? 0],
  ttl: tunnel.ttl,
  tos: hex(tunnel.tos),
  pmtudisc: Boolean(tunnel.pmtudisc),
  isatap: ifSet(sitFlags.has(tunnel.flags ?? 0, "isatap")),
  prefix: tunnel["6rdPrefixlen"] ? tunnel["6rdPrefix"] : undefined,
  prefixlen: tunnel["6rdPrefixlen"] || undefined,
  relay_prefix: tunnel["6rdRelayPrefixlen"] ? tunnel["6rdRelayPrefix"] : undefined,
  relay_prefixlen: tunnel["6rdRelayPrefixlen"] || undefined,
  fwmark: hex(tunnel.fwmark),
});
export const ip6tnlAsIp = (tunnel: Ip6tnl, nameOf: NameOf): Json => ({
  ...ends(tunnel, nameOf),
  ...overIpv6(tunnel),
  ...encapAsIp(tunnel),
  external: tunnel.collectMetadata,
  proto: PROTO6[tunnel.proto ?? 0],
});
export const vtiAsIp = (vti: Vti, nameOf: NameOf): Json => ({
  ...ends(vti, nameOf),
  ikey: vti.ikey ? dotted(vti.ikey) : undefined,
  okey: vti.okey ? dotted(vti.okey) : undefined,
  fwmark: hex(vti.fwmark),
});
export const geneveAsIp = (geneve: Geneve): Json => ({
  id: geneve.id,
  external: geneve.collectMetadata,
  remote: geneve.remote,
  remote6: geneve.remote6,
  ttl: geneve.ttlInherit ? undefined : geneve.ttl,
  tos: hex(geneve.tos),
  df: geneve.df,
  port: geneve.port,
  label: hex(geneve.label),
  udp_csum: geneve.remote === undefined ? undefined : Boolean(geneve.udpCsum),
  udp_zero_csum6_tx: booleanOf(geneve.udpZeroCsum6Tx),
  udp_zero_csum6_rx: booleanOf(geneve.udpZeroCsum6Rx),
  inner_proto_inherit: geneve.innerProtoInherit,
});
