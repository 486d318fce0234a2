import {
  attributes,
  enumeration,
  flag,
  type Infer,
  ifDifferent,
  ifindex,
  nest,
  padding,
  readOnly,
  u8,
  u16,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { type BridgeId, bridgeId } from "./bridge.js";

/** Spanning tree state of a port (`BR_STATE_*`). */
export const bridgePortState = enumeration("BR_STATE_", u8, {
  disabled: 0,
  listening: 1,
  learning: 2,
  forwarding: 3,
  blocking: 4,
});

/** Settings of a port of a bridge (`IFLA_BRPORT_*`). */
export const bridgePortAttributes = attributes("linkinfo-brport-attrs", "IFLA_BRPORT_", {
  /** Spanning tree state. */
  state: [1, ifDifferent(bridgePortState)],
  /** Spanning tree priority; the lowest wins between equal paths. */
  priority: [2, ifDifferent(u16)],
  /** Path cost of the port. */
  cost: [3, ifDifferent(u32)],
  /** Hairpin: sends packets back out of the port they came in by, 0 or 1. */
  mode: [4, u8],
  /** Disables the port when it receives a BPDU (`bpduguard`), 0 or 1. */
  guard: [5, u8],
  /** Keeps the port from becoming the root port (`root_block`), 0 or 1. */
  protect: [6, u8],
  /** Ends a multicast membership at the first leave, 0 or 1. */
  fastLeave: [7, u8],
  /** Learns source addresses, 0 or 1. */
  learning: [8, u8],
  /** Floods unicast to unknown addresses, 0 or 1. */
  unicastFlood: [9, u8],
  /** Answers ARP on behalf of others, 0 or 1. */
  proxyarp: [10, u8],
  /** Adopts the addresses that the hardware learns, 0 or 1. */
  learningSync: [11, u8],
  /** Answers ARP on behalf of the stations of IEEE 802.11, 0 or 1. */
  proxyarpWifi: [12, u8],
  /** Root bridge of the spanning tree; read-only. */
  rootId: [13, readOnly(nest<BridgeId>(bridgeId))],
  /** Designated bridge of the segment; read-only. */
  bridgeId: [14, readOnly(nest<BridgeId>(bridgeId))],
  /** Designated port of the segment; read-only. */
  designatedPort: [15, readOnly(u16)],
  /** Designated cost of the segment; read-only. */
  designatedCost: [16, readOnly(u16)],
  /** Port id: priority and number; read-only. */
  id: [17, readOnly(u16)],
  /** Port number; read-only. */
  no: [18, readOnly(u16)],
  /** Topology change acknowledgement pending, 0 or 1; read-only. */
  topologyChangeAck: [19, readOnly(u8)],
  /** Configuration BPDU pending, 0 or 1; read-only. */
  configPending: [20, readOnly(u8)],
  /** Remaining time of the message age timer, in 1/100 s; read-only. */
  messageAgeTimer: [21, readOnly(u64)],
  /** Remaining time of the forward delay timer, in 1/100 s; read-only. */
  forwardDelayTimer: [22, readOnly(u64)],
  /** Remaining time of the hold timer, in 1/100 s; read-only. */
  holdTimer: [23, readOnly(u64)],
  /** Flushes the addresses learnt on the port; write-only. */
  flush: [24, flag],
  /** Multicast router: 0 never, 1 learnt, 2 always, 3 learnt until a query. */
  multicastRouter: [25, u8],
  /** Alignment. */
  pad: [26, padding],
  /** Floods unknown multicast, 0 or 1. */
  mcastFlood: [27, u8],
  /** Sends multicast as unicast to each member, 0 or 1. */
  mcastToUcast: [28, u8],
  /** Maps VLANs to tunnels, 0 or 1. */
  vlanTunnel: [29, u8],
  /** Floods broadcasts, 0 or 1. */
  bcastFlood: [30, u8],
  /** Mask of the link-local groups 01:80:C2:00:00:0X to forward, one bit for each X. */
  groupFwdMask: [31, u16],
  /** Answers ARP and neighbour discovery on behalf of hosts behind the port, 0 or 1. */
  neighSuppress: [32, u8],
  /** Restricts communication to ports that are not isolated, 0 or 1. */
  isolated: [33, u8],
  /** Index of the port that takes over when this one is down. */
  backupPort: [34, ifindex(u32)],
  /** MRP ring is open, 0 or 1; read-only, since 5.8. */
  mrpRingOpen: [35, readOnly(u8)],
  /** MRP interconnect is open, 0 or 1; read-only, since 5.9. */
  mrpInOpen: [36, readOnly(u8)],
  /** Maximum number of tracked hosts; since 5.12. */
  mcastEhtHostsLimit: [37, u32],
  /** Number of tracked hosts; read-only, since 5.12. */
  mcastEhtHostsCnt: [38, readOnly(u32)],
  /** Accepts packets from known addresses only, 0 or 1; since 5.18. */
  locked: [39, u8],
  /** Adds unknown senders as locked entries (MAC authentication bypass), 0 or 1; since 6.2. */
  mab: [40, u8],
  /** Number of multicast entries; read-only, since 6.3. */
  mcastNGroups: [41, readOnly(u32)],
  /** Maximum number of multicast entries, 0 is no limit; since 6.3. */
  mcastMaxGroups: [42, ifDifferent(u32)],
  /** Applies `neighSuppress` by VLAN, 0 or 1; since 6.4. */
  neighVlanSuppress: [43, u8],
  /** Id of the nexthop for traffic redirected to the backup port; since 6.6. */
  backupNhid: [44, ifDifferent(u32)],
  /** Forwards gratuitous announcements in spite of `neighSuppress`, 0 or 1; since 7.0. */
  neighForwardGrat: [45, u8],
});
/** Settings of a link as the port of a bridge. */
export interface BridgePort extends Infer<typeof bridgePortAttributes> {}
