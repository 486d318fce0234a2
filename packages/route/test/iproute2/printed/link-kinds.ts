// Links of each kind as iproute2 6.1 prints them.
import { ipv6 } from "@rxnetlink/core/schema";
import type { Bond } from "#src/link/kinds/bond.js";
import { ipvlanFlags } from "#src/link/kinds/ipvlan.js";
import { type Macsec, macsecCipherId } from "#src/link/kinds/macsec.js";
import { type Macvlan, macvlanFlags } from "#src/link/kinds/macvlan.js";
import { type Vlan, vlanFlag } from "#src/link/kinds/vlan.js";
import type { Link } from "#src/link/layout.js";
import type { NameOf } from "./common.js";
import { linkAsIp, vlanProtocolAsIp } from "./link.js";
import { geneveAsIp, greAsIp, hex, ifSet, ip6greAsIp, ip6tnlAsIp, iptunAsIp, vtiAsIp } from "./tunnels.js";

type Json = Record<string, unknown>;
const words = (key: string, separator: string) =>
  key.replace(/[A-Z]/g, (letter) => separator + letter.toLowerCase());

/** Printed members that are not compared, with the reason. */
export const NOT_COMPARED: Readonly<Record<string, string>> = {
  permaddr: "iproute2 prints those of tunnels like IPv6 addresses; ours is in hexadecimal",
  seq_nr: "counts up with each supervision frame of hsr",
  gc_timer: "runs: 1/100 s until the next garbage collection",
  hello_timer: "runs: 1/100 s until the next hello",
};

/** Members that differ between iproute2 and rxnetlink, or from one list to the next, with the reason. */
export const NOT_KEPT: Readonly<Record<string, string>> = {
  encapFlags: "iproute2 always asks for UDP checksums over IPv6, also where there is no UDP",
  gcTimer: "runs: 1/100 s until the next garbage collection",
  sci: "made from the MAC address, which is random",
  seqNr: "counts up with each supervision frame of hsr",
};

const BOND_MODES: Readonly<Record<string, string>> = {
  roundrobin: "balance-rr",
  activebackup: "active-backup",
  xor: "balance-xor",
  "8023ad": "802.3ad",
  tlb: "balance-tlb",
  alb: "balance-alb",
};
const BOND_HASHES: Readonly<Record<string, string>> = {
  layer23: "layer2+3",
  layer34: "layer3+4",
  encap23: "encap2+3",
  encap34: "encap3+4",
  vlanSrcmac: "vlan+srcmac",
};

function bondAsIp(bond: Bond, nameOf: NameOf): Json {
  return {
    mode: BOND_MODES[bond.mode!] ?? bond.mode,
    active_slave: nameOf(bond.activeSlave),
    miimon: bond.miimon,
    updelay: bond.updelay,
    downdelay: bond.downdelay,
    peer_notify_delay: bond.peerNotifDelay,
    use_carrier: bond.useCarrier,
    arp_interval: bond.arpInterval,
    arp_missed_max: bond.missedMax,
    arp_ip_target: bond.arpIpTarget?.length ? bond.arpIpTarget : undefined,
    ns_ip6_target: bond.nsIp6Target?.length ? bond.nsIp6Target : undefined,
    arp_validate: bond.arpValidate === "none" ? null : words(String(bond.arpValidate), "_"),
    arp_all_targets: bond.arpAllTargets,
    primary: nameOf(bond.primary),
    primary_reselect: bond.primaryReselect,
    fail_over_mac: bond.failOverMac,
    xmit_hash_policy: BOND_HASHES[bond.xmitHashPolicy!] ?? bond.xmitHashPolicy,
    resend_igmp: bond.resendIgmp,
    num_peer_notif: bond.numPeerNotif,
    all_slaves_active: bond.allSlavesActive,
    min_links: bond.minLinks,
    lp_interval: bond.lpInterval,
    packets_per_slave: bond.packetsPerSlave,
    ad_lacp_active: bond.adLacpActive === undefined ? undefined : bond.adLacpActive ? "on" : "off",
    ad_lacp_rate: bond.adLacpRate,
    ad_select: bond.adSelect,
    ad_info: bond.adInfo && {
      aggregator: bond.adInfo.aggregator,
      num_ports: bond.adInfo.numPorts,
      actor_key: bond.adInfo.actorKey,
      partner_key: bond.adInfo.partnerKey,
      partner_mac: bond.adInfo.partnerMac,
    },
    ad_actor_sys_prio: bond.adActorSysPrio,
    ad_user_port_key: bond.adUserPortKey,
    ad_actor_system: bond.adActorSystem,
    tlb_dynamic_lb: bond.tlbDynamicLb,
  };
}

function vlanAsIp(vlan: Vlan): Json {
  const flags = vlanFlag.names(vlan.flags?.flags ?? 0).map((name) => words(name, "_").toUpperCase());
  return {
    protocol: vlanProtocolAsIp(vlan.protocol),
    id: vlan.id,
    flags,
    ingress_qos: vlan.ingressQos?.mapping,
    egress_qos: vlan.egressQos?.mapping,
  };
}

function macvlanAsIp(macvlan: Macvlan): Json {
  const count = macvlan.macaddrCount || undefined;
  return {
    mode: macvlan.mode,
    nopromisc: ifSet(macvlanFlags.has(macvlan.flags ?? 0, "nopromisc")),
    nodst: ifSet(macvlanFlags.has(macvlan.flags ?? 0, "nodst")),
    bcqueuelen: macvlan.bcQueueLen,
    usedbcqueuelen: macvlan.bcQueueLenUsed,
    macaddr_count: count,
    macaddr_data: count && macvlan.macaddrData?.macaddr,
  };
}

const CIPHERS = new Map<bigint | undefined, string>([
  [0x0080_0200_0100_0001n, "GCM-AES-128"],
  [macsecCipherId.gcmAes128, "GCM-AES-128"],
  [macsecCipherId.gcmAes256, "GCM-AES-256"],
]);

function macsecAsIp(macsec: Macsec): Json {
  return {
    sci: macsec.sci?.toString(16).padStart(16, "0"),
    protect: Boolean(macsec.protect),
    cipher_suite: CIPHERS.get(macsec.cipherSuite),
    icv_len: macsec.icvLen,
    encoding_sa: macsec.encodingSa,
    validation: macsec.validation,
    offload: macsec.offload,
    encrypt: Boolean(macsec.encrypt),
    inc_sci: Boolean(macsec.incSci),
    es: Boolean(macsec.es),
    scb: Boolean(macsec.scb),
    replay_protect: Boolean(macsec.replayProtect),
    window: macsec.replayProtect ? macsec.window : undefined,
  };
}

const HSR_PROTOCOLS: Readonly<Record<string, number>> = { hsr: 0, prp: 1 };

/** Returns the settings as iproute2 prints them, or `undefined` if it prints none. */
function dataAsIp(link: Link, nameOf: NameOf): Json | undefined {
  const data = link.linkinfo?.data ?? {};
  const gre = data.gre ?? data.gretap ?? data.erspan;
  const ip6gre = data.ip6gre ?? data.ip6gretap ?? data.ip6erspan;
  const iptun = data.ipip ?? data.sit;
  const macvlan = data.macvlan ?? data.macvtap;
  const ipvlan = data.ipvlan ?? data.ipvtap;
  const vti = data.vti ?? data.vti6;
  if (gre) return greAsIp(gre, nameOf);
  if (ip6gre) return ip6greAsIp(ip6gre, nameOf);
  if (iptun) return iptunAsIp(iptun, nameOf);
  if (data.ip6tnl) return ip6tnlAsIp(data.ip6tnl, nameOf);
  if (vti) return vtiAsIp(vti, nameOf);
  if (data.geneve) return geneveAsIp(data.geneve);
  if (macvlan) return macvlanAsIp(macvlan);
  if (ipvlan) {
    const has = (name: "private" | "vepa") => ipvlanFlags.has(ipvlan.flags ?? 0, name);
    const bridge = !has("private") && !has("vepa");
    return {
      mode: ipvlan.mode,
      private: ifSet(has("private")),
      vepa: ifSet(has("vepa")),
      bridge: ifSet(bridge),
    };
  }
  if (data.vlan) return vlanAsIp(data.vlan);
  if (data.bond) return bondAsIp(data.bond, nameOf);
  if (data.macsec) return macsecAsIp(data.macsec);
  if (data.vrf) return { table: data.vrf.table };
  if (data.xfrm) return data.xfrm.collectMetadata ? { external: true } : { if_id: hex(data.xfrm.ifId) };
  if (data.hsr)
    return {
      slave1: nameOf(data.hsr.slave1),
      slave2: nameOf(data.hsr.slave2),
      supervision_addr: data.hsr.supervisionAddr,
      proto: HSR_PROTOCOLS[data.hsr.protocol!],
    };
  if (data.gtp)
    return { role: data.gtp.role, hsize: data.gtp.pdpHashsize, restart_count: data.gtp.restartCount };
  return undefined;
}

const LINK_TYPES: Readonly<Record<string, string>> = {
  ipgre: "gre",
  ip6gre: "gre6",
  tunnel: "ipip",
  vsockmon: "[826]",
};

const OF_TUNNELS: ReadonlySet<unknown> = new Set(["tunnel", "tunnel6", "sit", "ipgre", "ip6gre"]);

/** Returns the addresses of tunnels as IP addresses. */
function addressAsIp(address: string | undefined, type: Link["type"]): string | undefined {
  if (!OF_TUNNELS.has(type)) return address;
  const bytes = address?.split(":").map((part) => Number.parseInt(part, 16)) ?? [];
  if (bytes.length === 4) return bytes.join(".");
  if (bytes.length === 16) return ipv6.read(new DataView(Uint8Array.from(bytes).buffer), 0, 16);
  return address;
}

function present(value: Json): Json {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}

/** Returns a link of any kind as `ip -j -d link` prints it. */
export function kindAsIp(link: Link, nameOf: NameOf): Json {
  const plain = linkAsIp(link, nameOf);
  const data = dataAsIp(link, nameOf);
  const linkinfo = data ? { ...(plain.linkinfo as Json), info_data: present(data) } : plain.linkinfo;
  return present({
    ...plain,
    link: link.link === 0 ? null : plain.link,
    link_type: LINK_TYPES[link.type] ?? link.type,
    link_pointtopoint: (link.flags & 0x10) !== 0 && link.broadcast !== undefined ? true : undefined,
    address: addressAsIp(link.address, link.type),
    broadcast: addressAsIp(link.broadcast, link.type),
    linkinfo,
  });
}
