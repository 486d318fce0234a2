import {
  attributes,
  enumeration,
  flag,
  type Infer,
  ifOther,
  nest,
  padding,
  readOnly,
  u8,
  u16,
  u32,
  u64,
} from "@rxnetlink/core";
import { type BridgeId, bridgeId } from "./bridge.js";

/** State of a port in the spanning tree (`BR_STATE_*`). */
export const bridgePortState = enumeration("BR_STATE_", u8, {
  disabled: 0,
  listening: 1,
  learning: 2,
  forwarding: 3,
  blocking: 4,
});

/** Settings of the port of a bridge (`IFLA_BRPORT_*`). */
export const bridgePortAttributes = attributes("linkinfo-brport-attrs", "IFLA_BRPORT_", {
  /** State in the spanning tree. */
  state: [1, ifOther(bridgePortState)],
  /** Priority in the spanning tree; of equal paths the lowest wins. */
  priority: [2, ifOther(u16)],
  /** Cost of the path over this port. */
  cost: [3, ifOther(u32)],
  /** Hairpin: whether packets go out where they came in, 0 or 1. */
  mode: [4, u8],
  /** Whether spanning tree messages are dropped (`bpduguard`), 0 or 1. */
  guard: [5, u8],
  /** Whether it may not become the root port (`root_block`), 0 or 1. */
  protect: [6, u8],
  /** Whether a multicast group ends with the first leave, 0 or 1. */
  fastLeave: [7, u8],
  /** Whether source addresses are learnt, 0 or 1. */
  learning: [8, u8],
  /** Whether packets to unknown addresses go out here, 0 or 1. */
  unicastFlood: [9, u8],
  /** Whether ARP is answered on behalf of others, 0 or 1. */
  proxyarp: [10, u8],
  /** Whether addresses that the hardware learns are taken over, 0 or 1. */
  learningSync: [11, u8],
  /** The same for the stations of IEEE 802.11, 0 or 1. */
  proxyarpWifi: [12, u8],
  /** The root of the spanning tree; read-only. */
  rootId: [13, readOnly(nest<BridgeId>(bridgeId))],
  /** The bridge that forwards to this segment; read-only. */
  bridgeId: [14, readOnly(nest<BridgeId>(bridgeId))],
  /** The port that does; read-only. */
  designatedPort: [15, readOnly(u16)],
  /** Its cost; read-only. */
  designatedCost: [16, readOnly(u16)],
  /** Port id: priority and number; read-only. */
  id: [17, readOnly(u16)],
  /** Port number; read-only. */
  no: [18, readOnly(u16)],
  /** Whether a topology change is being acknowledged, 0 or 1; read-only. */
  topologyChangeAck: [19, readOnly(u8)],
  /** Whether a configuration message waits, 0 or 1; read-only. */
  configPending: [20, readOnly(u8)],
  /** Time left of the message age timer, in 1/100 s; read-only. */
  messageAgeTimer: [21, readOnly(u64)],
  /** Time left of the forward delay timer, in 1/100 s; read-only. */
  forwardDelayTimer: [22, readOnly(u64)],
  /** Time left of the hold timer, in 1/100 s; read-only. */
  holdTimer: [23, readOnly(u64)],
  /** Forgets the addresses that were learnt here. Write-only. */
  flush: [24, flag],
  /** Multicast router: 0 none, 1 as learnt, 2 always, 3 as learnt until a query. */
  multicastRouter: [25, u8],
  /** Alignment. */
  pad: [26, padding],
  /** Whether unknown multicast goes out here, 0 or 1. */
  mcastFlood: [27, u8],
  /** Whether multicast is sent to each member, 0 or 1. */
  mcastToUcast: [28, u8],
  /** Whether VLANs are mapped to tunnels, 0 or 1. */
  vlanTunnel: [29, u8],
  /** Whether broadcasts go out here, 0 or 1. */
  bcastFlood: [30, u8],
  /** Which link-local groups 01:80:C2:00:00:0X are forwarded, a bit for each X. */
  groupFwdMask: [31, u16],
  /** Whether ARP and neighbour discovery are answered here, 0 or 1. */
  neighSuppress: [32, u8],
  /** Whether it talks to ports that are not isolated alone, 0 or 1. */
  isolated: [33, u8],
  /** Index of the port that takes over when this one is down. */
  backupPort: [34, u32],
  /** Whether the MRP ring is open, 0 or 1; read-only, since 5.8. */
  mrpRingOpen: [35, readOnly(u8)],
  /** Whether the MRP interconnect is open, 0 or 1; read-only, since 5.9. */
  mrpInOpen: [36, readOnly(u8)],
  /** Most hosts that are tracked; since 5.12. */
  mcastEhtHostsLimit: [37, u32],
  /** Hosts that are tracked; read-only, since 5.12. */
  mcastEhtHostsCnt: [38, readOnly(u32)],
  /** Whether only known addresses may send, 0 or 1; since 5.18. */
  locked: [39, u8],
  /** Whether unknown senders become locked entries, 0 or 1; since 6.2. */
  mab: [40, u8],
  /** Multicast entries; read-only, since 6.3. */
  mcastNGroups: [41, readOnly(u32)],
  /** Most multicast entries, 0 is no limit; since 6.3. */
  mcastMaxGroups: [42, ifOther(u32)],
  /** `neighSuppress` for each VLAN, 0 or 1; since 6.4. */
  neighVlanSuppress: [43, u8],
  /** Nexthop that traffic to the backup port takes; since 6.6. */
  backupNhid: [44, ifOther(u32)],
  /** Whether gratuitous announcements pass in spite of `neighSuppress`, 0 or 1; since 7.0. */
  neighForwardGrat: [45, u8],
});
/** Settings of a link as the port of a bridge. */
export interface BridgePort extends Infer<typeof bridgePortAttributes> {}
