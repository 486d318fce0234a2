import type { Ack, Connection, NetlinkNotification, SessionOptions } from "@rxnetlink/core";
import {
  attributes,
  binary,
  enumeration,
  flag,
  type Infer,
  ifindex,
  message,
  nest,
  pad,
  padding,
  readOnly,
  s32,
  struct,
  u8,
  u16,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { map, type Observable } from "rxjs";
import { OVS_PACKET_CMD_ACTION, OVS_PACKET_CMD_EXECUTE, OVS_PACKET_CMD_MISS } from "./commands.js";
import { type OvsAction, ovsActions } from "./flow/action.js";
import { type OvsKey, ovsKey } from "./flow/key.js";
import { type OvsTunnelKey, ovsTunnelKeyAttributes } from "./flow/tunnel.js";

/** Reasons why a packet is handed over (`OVS_PACKET_CMD_*`). */
export const ovsPacketReason = enumeration("OVS_PACKET_CMD_", u8, {
  /** No flow matches it. */
  miss: 1,
  /** The action `userspace`. */
  action: 2,
});

/** The reason is the command of the message. */
const ovsPacketHeader = struct("ovs_header", {
  /** Reason why it is handed over. Read-only. */
  reason: readOnly(ovsPacketReason),
  genlmsghdr: pad(3),
  /** Datapath: the index or name of the link that is its local port. */
  dpIfindex: ifindex(s32),
});

/** Attributes of packets (`OVS_PACKET_ATTR_*`). */
const ovsPacketAttributes = attributes("ovs-packet", "OVS_PACKET_ATTR_", {
  /** The packet, from its Ethernet header on. */
  packet: [1, binary],
  /** What it looked like when it was received. */
  key: [2, nest<OvsKey>(ovsKey)],
  /** Actions to apply; or those that follow, if the action `userspace` asks for them. */
  actions: [3, nest<OvsAction[]>(ovsActions)],
  /** Data of the action `userspace`. */
  userdata: [4, binary],
  /** Tunnel that it would leave by, if the action `userspace` asks for it. */
  egressTunKey: [5, nest<OvsTunnelKey>(ovsTunnelKeyAttributes)],
  unused1: [6, padding],
  unused2: [7, padding],
  /** Set to try what the kernel can do, without a message in its log. Write-only. */
  probe: [8, flag],
  /** Size of the largest fragment that it was made of. */
  mru: [9, u16],
  /** Size in bytes before it was cut. */
  len: [10, u32],
  /** Hash, with facts about it in the upper half; since 5.5. */
  hash: [11, u64],
  /** Port id of the socket that gets it if an action hands it over; since 6.14. Write-only. */
  upcallPid: [12, u32],
});
/** Layout of `OVS_PACKET_CMD_*`. */
export const ovsPacketMessage = message("ovs-packet", ovsPacketHeader, ovsPacketAttributes);
/** A packet that a datapath hands over, or that is to be sent. */
export interface OvsPacket extends Infer<typeof ovsPacketMessage> {}

/** Messages of packets (`OVS_PACKET_CMD_*`). */
export const ovsPacketSet = {
  name: "ovsPacket",
  layout: nest<OvsPacket>(ovsPacketMessage),
  types: { new: OVS_PACKET_CMD_MISS },
  alsoNotifiedBy: [OVS_PACKET_CMD_ACTION],
  groups: [],
};

/** A socket that packets are handed over to. */
export interface OvsUpcalls {
  /** Port id to enter as `upcallPid` of datapaths and ports, and as `pid` of the action `userspace`. */
  readonly portId: number;
  /** Packets that are handed over. Hot: subscribe in the turn in which it is emitted. */
  readonly packet$: Observable<NetlinkNotification<OvsPacket>>;
}

/** Packets of datapaths. */
export interface OvsPackets {
  /**
   * Opens a socket for packets that datapaths hand over, and emits it; unsubscribing closes it. Packets come once ports or flows
   * name its port id.
   *
   * @example
   * ovs.packet.upcalls$().pipe(
   *   mergeMap(({ portId, packet$ }) => merge(packet$, ovs.vport.change$({ name: "eth1", upcallPid: [portId] }))),
   * );
   */
  upcalls$(options?: SessionOptions): Observable<OvsUpcalls>;
  /** Applies actions to a packet with a key, as if it had come from the port `inPort` of the key (`OVS_PACKET_CMD_EXECUTE`). */
  execute$(
    packet: Pick<OvsPacket, "dpIfindex" | "packet" | "key" | "actions"> &
      Partial<Pick<OvsPacket, "probe" | "mru" | "hash" | "upcallPid">>,
  ): Observable<Ack>;
}

/** Returns the verbs of packets over a connection. */
export function ovsPacketsOf(connection: Connection): OvsPackets {
  const label = { object: "ovsPacket", verb: "execute", namedBy: ["dpIfindex"] };
  return {
    upcalls$: (options) =>
      connection
        .session$<OvsPacket>([ovsPacketSet], options)
        .pipe(map(({ portId, notifications$ }) => ({ portId, packet$: notifications$ }))),
    execute$: (value) =>
      connection.execute$({ type: OVS_PACKET_CMD_EXECUTE, layout: ovsPacketMessage, value, label }),
  };
}
