// Links as `ip -j -d link` prints them.
import { linkFlags } from "#src/link/enums.js";
import type { Bridge } from "#src/link/kinds/bridge.js";
import type { BridgePort } from "#src/link/kinds/bridge-port.js";
import type { Vxlan } from "#src/link/kinds/vxlan.js";
import type { Link } from "#src/link/layout.js";
import { type Json, maskAsIp, type NameOf, present, seconds, yes } from "./common.js";

const FLAG_NAMES: Json = { lowerUp: "LOWER_UP" };

function flagsAsIp(flags: number): string[] {
  const names = linkFlags.names(flags).filter((name) => name !== "running");
  const carrier = linkFlags.has(flags, "up") && !linkFlags.has(flags, "running") ? ["NO-CARRIER"] : [];
  return [...carrier, ...names.map((name) => String(FLAG_NAMES[name] ?? name.toUpperCase()))].sort();
}

const bit = (value: number | undefined, at: number) => value !== undefined && (value >> at) & 1;
const bridgeIdAsIp = (id: Bridge["bridgeId"]) =>
  id && `${id.prio.toString(16)}.${id.addr.replaceAll(/(^|:)0/g, "$1")}`;

const VLAN_PROTOCOLS: Json = { "8021q": "802.1Q", "8021ad": "802.1ad" };
/** Returns the printed VLAN protocol, absent if the kernel lacks VLANs. */
export const vlanProtocolAsIp = (protocol: string | number | undefined) =>
  protocol === undefined ? undefined : (VLAN_PROTOCOLS[protocol] ?? protocol);

function bridgeAsIp(bridge: Bridge): Json {
  return {
    forward_delay: bridge.forwardDelay,
    hello_time: bridge.helloTime,
    max_age: bridge.maxAge,
    ageing_time: bridge.ageingTime,
    stp_state: bridge.stpState,
    priority: bridge.priority,
    vlan_filtering: bridge.vlanFiltering,
    vlan_protocol: vlanProtocolAsIp(bridge.vlanProtocol),
    bridge_id: bridgeIdAsIp(bridge.bridgeId),
    root_id: bridgeIdAsIp(bridge.rootId),
    root_port: bridge.rootPort,
    root_path_cost: bridge.rootPathCost,
    topology_change: bridge.topologyChange,
    topology_change_detected: bridge.topologyChangeDetected,
    hello_timer: seconds(bridge.helloTimer),
    tcn_timer: seconds(bridge.tcnTimer),
    topology_change_timer: seconds(bridge.topologyChangeTimer),
    vlan_default_pvid: bridge.vlanDefaultPvid,
    vlan_stats_enabled: bridge.vlanStatsEnabled,
    vlan_stats_per_port: bridge.vlanStatsPerPort,
    group_fwd_mask: maskAsIp(bridge.groupFwdMask),
    group_addr: bridge.groupAddr,
    mcast_snooping: bridge.mcastSnooping,
    no_linklocal_learn: bit(bridge.multiBoolopt?.optval, 0),
    mcast_vlan_snooping: bit(bridge.multiBoolopt?.optval, 1),
    mcast_router: bridge.mcastRouter,
    mcast_query_use_ifaddr: bridge.mcastQueryUseIfaddr,
    mcast_querier: bridge.mcastQuerier,
    mcast_hash_elasticity: bridge.mcastHashElasticity,
    mcast_hash_max: bridge.mcastHashMax,
    mcast_last_member_cnt: bridge.mcastLastMemberCnt,
    mcast_startup_query_cnt: bridge.mcastStartupQueryCnt,
    mcast_last_member_intvl: bridge.mcastLastMemberIntvl && Number(bridge.mcastLastMemberIntvl),
    mcast_membership_intvl: bridge.mcastMembershipIntvl && Number(bridge.mcastMembershipIntvl),
    mcast_querier_intvl: bridge.mcastQuerierIntvl && Number(bridge.mcastQuerierIntvl),
    mcast_query_intvl: bridge.mcastQueryIntvl && Number(bridge.mcastQueryIntvl),
    mcast_query_response_intvl: bridge.mcastQueryResponseIntvl && Number(bridge.mcastQueryResponseIntvl),
    mcast_startup_query_intvl: bridge.mcastStartupQueryIntvl && Number(bridge.mcastStartupQueryIntvl),
    mcast_stats_enabled: bridge.mcastStatsEnabled,
    mcast_igmp_version: bridge.mcastIgmpVersion,
    mcast_mld_version: bridge.mcastMldVersion,
    nf_call_iptables: bridge.nfCallIptables,
    nf_call_ip6tables: bridge.nfCallIp6tables,
    nf_call_arptables: bridge.nfCallArptables,
  };
}

/** True for multicast addresses, by which iproute2 distinguishes a group from a remote endpoint. */
const isMulticast = (address: string | undefined) =>
  address !== undefined && /^(ff|22[4-9]|23\d)/i.test(address);
function vxlanAsIp(vxlan: Vxlan, nameOf: NameOf): Json {
  const { group, group6 } = vxlan;
  return {
    id: vxlan.id,
    group: isMulticast(group) ? group : undefined,
    remote: isMulticast(group) ? undefined : group,
    group6: isMulticast(group6) ? group6 : undefined,
    remote6: isMulticast(group6) ? undefined : group6,
    local: vxlan.local,
    local6: vxlan.local6,
    link: nameOf(vxlan.link),
    port_range: vxlan.portRange,
    port: vxlan.port,
    learning: yes(vxlan.learning),
    proxy: yes(vxlan.proxy) || undefined,
    rsc: yes(vxlan.rsc) || undefined,
    l2miss: yes(vxlan.l2miss) || undefined,
    l3miss: yes(vxlan.l3miss) || undefined,
    tos: maskAsIp(vxlan.tos || undefined),
    ttl: vxlan.ttlInherit ? undefined : vxlan.ttl,
    label: maskAsIp(vxlan.label || undefined),
    external: yes(vxlan.collectMetadata) || undefined,
    vnifilter: yes(vxlan.vnifilter) || undefined,
    df: vxlan.df,
    ageing: vxlan.ageing,
    limit: vxlan.limit === 0 ? undefined : vxlan.limit,
    udp_csum: yes(vxlan.udpCsum),
    udp_zero_csum6_tx: yes(vxlan.udpZeroCsum6Tx),
    udp_zero_csum6_rx: yes(vxlan.udpZeroCsum6Rx),
    remcsum_tx: yes(vxlan.remcsumTx) || undefined,
    remcsum_rx: yes(vxlan.remcsumRx) || undefined,
    gbp: vxlan.gbp,
    gpe: vxlan.gpe,
  };
}

function linkDataAsIp(link: Link, nameOf: NameOf): Json | undefined {
  const data = link.linkinfo?.data;
  if (data?.bridge !== undefined) return present(bridgeAsIp(data.bridge));
  if (data?.vxlan !== undefined) return present(vxlanAsIp(data.vxlan, nameOf));
  return undefined;
}

function bridgePortAsIp(port: BridgePort): Json {
  return present({
    state: port.state,
    priority: port.priority,
    cost: port.cost,
    hairpin: yes(port.mode),
    guard: yes(port.guard),
    root_block: yes(port.protect),
    fastleave: yes(port.fastLeave),
    learning: yes(port.learning),
    flood: yes(port.unicastFlood),
    id: `0x${port.id?.toString(16)}`,
    no: `0x${port.no?.toString(16)}`,
    designated_port: port.designatedPort,
    designated_cost: port.designatedCost,
    bridge_id: bridgeIdAsIp(port.bridgeId),
    root_id: bridgeIdAsIp(port.rootId),
    hold_timer: seconds(port.holdTimer),
    message_age_timer: seconds(port.messageAgeTimer),
    topology_change_ack: port.topologyChangeAck,
    config_pending: port.configPending,
    proxy_arp: yes(port.proxyarp),
    proxy_arp_wifi: yes(port.proxyarpWifi),
    multicast_router: port.multicastRouter,
    mcast_flood: yes(port.mcastFlood),
    bcast_flood: yes(port.bcastFlood),
    mcast_to_unicast: yes(port.mcastToUcast),
    neigh_suppress: yes(port.neighSuppress),
    group_fwd_mask: maskAsIp(port.groupFwdMask),
    group_fwd_mask_str: `0x${port.groupFwdMask?.toString(16)}`,
    vlan_tunnel: yes(port.vlanTunnel),
    isolated: yes(port.isolated),
    locked: yes(port.locked),
  });
}

function linkinfoAsIp(link: Link, nameOf: NameOf): Json | undefined {
  if (link.linkinfo === undefined) return undefined;
  const { kind, slaveKind } = link.linkinfo;
  const port = link.linkinfo.slaveData?.bridge;
  return present({
    info_kind: kind,
    info_data: linkDataAsIp(link, nameOf),
    info_slave_kind: slaveKind,
    info_slave_data: port && bridgePortAsIp(port),
  });
}

/** Returns a link as `ip -j -d link` prints it. */
export function linkAsIp(link: Link, nameOf: NameOf): Json {
  return present({
    ifindex: link.index,
    ifname: link.ifname,
    link: link.linkNetnsid === undefined ? nameOf(link.link) : undefined,
    link_index: link.linkNetnsid === undefined ? undefined : link.link,
    link_netnsid: link.linkNetnsid,
    flags: flagsAsIp(link.flags),
    mtu: link.mtu,
    qdisc: link.qdisc,
    master: nameOf(link.master),
    operstate: String(link.operstate).toUpperCase(),
    linkmode: String(link.linkmode).toUpperCase(),
    group: link.group === 0 ? "default" : String(link.group),
    txqlen: link.txqlen === 0 ? undefined : link.txqlen,
    link_type: link.type,
    address: link.address,
    broadcast: link.broadcast,
    promiscuity: link.promiscuity,
    allmulti: link.allmulti,
    min_mtu: link.minMtu,
    max_mtu: link.maxMtu,
    linkinfo: linkinfoAsIp(link, nameOf),
    inet6_addr_gen_mode: link.afSpec?.unspec?.inet6?.addrGenMode,
    num_tx_queues: link.numTxQueues,
    num_rx_queues: link.numRxQueues,
    gso_max_size: link.gsoMaxSize,
    gso_max_segs: link.gsoMaxSegs,
    tso_max_size: link.tsoMaxSize,
    tso_max_segs: link.tsoMaxSegs,
    gro_max_size: link.groMaxSize,
    ifalias: link.ifalias,
    altnames: link.propList?.altIfname,
  });
}
