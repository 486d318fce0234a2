import { bindObject, type Connection, extendObject, type ObjectOf } from "@rxnetlink/core";
import { type AttributesOf, attributes, type Infer, message, nest } from "@rxnetlink/core/schema";
import { inetAttributes } from "../attributes.js";
import { listOfBoth } from "../both-families.js";
import { type Destroyable, destroyingOf } from "../destroying.js";
import { inetDiagMsg } from "../header.js";
import { keyOf, withEndsSwapped } from "../key.js";
import { inetObject } from "../object.js";

/** Attributes of sockets of UDP-Lite (`INET_DIAG_*`). */
export const udpliteSocketAttributes = attributes("udplite-socket-attrs", "INET_DIAG_", {
  ...inetAttributes,
});

/** Layout of a socket of UDP-Lite. */
export const udpliteSocketMessage = message("udplite", inetDiagMsg, udpliteSocketAttributes);
/** A socket of UDP-Lite. */
export interface UdpliteSocket
  extends AttributesOf<typeof inetAttributes>,
    Infer<typeof udpliteSocketMessage> {}

/** Messages of sockets of UDP-Lite. */
export const udpliteObject = inetObject("udplite", nest<UdpliteSocket>(udpliteSocketMessage), {
  verbs: ["list", "get", "watch"],

  destroyable: true,
  protocol: { sdiagProtocol: "udplite" },
  handler: ["udp_diag", "CONFIG_INET_UDP_DIAG"],
  keyOf: (value, verb) => (verb === "get" ? withEndsSwapped(keyOf(value)) : keyOf(value)),
});

/** Verbs of sockets of UDP-Lite, which kernels since 7.1 lack. */
export interface UdpliteSockets extends ObjectOf<typeof udpliteObject>, Destroyable<UdpliteSocket> {}

/** Binds the sockets of UDP-Lite to a connection. */
export function udpliteSocketsOf(connection: Connection): UdpliteSockets {
  const bound = bindObject(connection, udpliteObject);
  return extendObject(bound, { ...listOfBoth(bound), ...destroyingOf(connection, udpliteObject) });
}
