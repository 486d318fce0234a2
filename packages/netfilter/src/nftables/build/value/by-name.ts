import type { DatatypeName } from "../../set/datatypes.js";
import { etherAddr, ipv4Addr, ipv6Addr } from "./address.js";
import type { DataType } from "./data-type.js";
import { ifname, shortText } from "./text.js";
import { classid, date, duration, hour } from "./time.js";
import * as types from "./types.js";

/** Types of values by the names that nft has for them; those that are plain numbers are left out. */
const TYPES = {
  nf_proto: types.nfProto,
  string: shortText,
  ipv4_addr: ipv4Addr,
  ipv6_addr: ipv6Addr,
  ether_addr: etherAddr,
  ether_type: types.etherType,
  arp_op: types.arpOp,
  inet_proto: types.inetProto,
  inet_service: types.inetService,
  icmp_type: types.icmpType,
  tcp_flag: types.tcpFlag,
  dccp_pkttype: types.dccpType,
  mh_type: types.mhType,
  time: duration,
  mark: types.mark,
  iface_index: types.ifaceIndex,
  iface_type: types.ifaceType,
  realm: types.realm,
  classid,
  uid: types.uid,
  gid: types.gid,
  ct_state: types.ctState,
  ct_dir: types.ctDir,
  ct_status: types.ctStatus,
  icmpv6_type: types.icmpv6Type,
  ct_label: types.ctLabel,
  pkt_type: types.pktType,
  icmp_code: types.icmpCode,
  icmpv6_code: types.icmpv6Code,
  icmpx_code: types.icmpxCode,
  devgroup: types.devgroup,
  dscp: types.dscp,
  ecn: types.ecn,
  fib_addrtype: types.fibAddrtype,
  boolean: types.boolean,
  ct_event: types.ctEvent,
  ifname,
  igmp_type: types.igmpType,
  date,
  hour,
  day: types.day,
  cgroupsv2: types.cgroupv2,
} satisfies Partial<Record<DatatypeName, unknown>>;

/** Returns the type of values that nft has under a name; `undefined` for plain numbers. */
export function dataTypeBy(name: string): DataType<never> | undefined {
  return Object.hasOwn(TYPES, name) ? (TYPES[name as keyof typeof TYPES] as DataType<never>) : undefined;
}
