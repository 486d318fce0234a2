import { bindObject, type Connection, extendObject, type ObjectOf } from "@rxnetlink/core";
import { type AttributesOf, attributes, type Infer, message, nest } from "@rxnetlink/core/schema";
import { SKNLGRP_INET_UDP_DESTROY, SKNLGRP_INET6_UDP_DESTROY } from "../../common/groups.js";
import { inetAttributes } from "../attributes.js";
import { listOfBoth } from "../both-families.js";
import { type Destroyable, destroyingOf } from "../destroying.js";
import { inetDiagMsg } from "../header.js";
import { keyOf, withEndsSwapped } from "../key.js";
import { inetObject } from "../object.js";

/** Attributes of sockets of UDP (`INET_DIAG_*`). */
export const udpSocketAttributes = attributes("udp-socket-attrs", "INET_DIAG_", { ...inetAttributes });

/** Layout of a socket of UDP. */
export const udpSocketMessage = message("udp", inetDiagMsg, udpSocketAttributes);
/** A socket of UDP. */
export interface UdpSocket extends AttributesOf<typeof inetAttributes>, Infer<typeof udpSocketMessage> {}

/** Messages of sockets of UDP. */
export const udpObject = {
  ...inetObject("udp", nest<UdpSocket>(udpSocketMessage), {
    verbs: ["list", "get", "notify", "watch"],
    groups: [SKNLGRP_INET_UDP_DESTROY, SKNLGRP_INET6_UDP_DESTROY],
    destroyable: true,
    protocol: { sdiagProtocol: "udp" },
    handler: ["udp_diag", "CONFIG_INET_UDP_DIAG"],
    keyOf: (value, verb) => (verb === "get" ? withEndsSwapped(keyOf(value)) : keyOf(value)),
  }), // A group may be shared with TCP, whose messages have the same type.
  accepts: ({ protocol }: UdpSocket) => protocol === undefined || protocol === "udp",
};

/** Verbs of sockets of UDP, as those of {@link TcpSockets}. A socket that is connected is `established`, any other `close`. */
export interface UdpSockets extends ObjectOf<typeof udpObject>, Destroyable<UdpSocket> {}

/** Binds the sockets of UDP to a connection. */
export function udpSocketsOf(connection: Connection): UdpSockets {
  const bound = bindObject(connection, udpObject);
  return extendObject(bound, { ...listOfBoth(bound), ...destroyingOf(connection, udpObject) });
}
