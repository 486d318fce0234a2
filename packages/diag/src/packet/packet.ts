import { bindObject, type Connection, type ObjectOf } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { listedObject } from "../common/listed.js";
import { relisted } from "../common/relisting.js";
import { type PacketQuery, type PacketSocket, packetRequest, packetSocketMessage } from "./layout.js";

/** Messages of packet sockets. */
export const packetObject = listedObject<PacketSocket, PacketQuery>(
  "packet",
  nest<PacketSocket>(packetSocketMessage),
  {
    request: nest<PacketQuery>(packetRequest),
    requestOnly: ["show"],
    details: ["show"],
    namedBy: ["ino"],
    handler: ["af_packet_diag", "CONFIG_PACKET_DIAG"],
    state: relisted<PacketSocket>(["meminfo"]),
  },
);

/**
 * Verbs of packet sockets, by which tcpdump and DHCP clients see packets. `get$` takes any members of a listed one. `watch$` and
 * `state$` list every 5 seconds, or as often as `relistEvery` says: the kernel reports nothing about them.
 */
export interface PacketSockets extends ObjectOf<typeof packetObject> {}

/** Binds packet sockets to a connection. */
export function packetSocketsOf(connection: Connection): PacketSockets {
  return bindObject(connection, packetObject);
}
