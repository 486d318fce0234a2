import { bindObject, type Connection, extendObject, type ObjectOf } from "@rxnetlink/core";
import { type AttributesOf, attributes, type Infer, message, nest } from "@rxnetlink/core/schema";
import { inetAttributes } from "../attributes.js";
import { listOfBoth } from "../both-families.js";
import { type Destroyable, destroyingOf } from "../destroying.js";
import { inetDiagMsg } from "../header.js";
import { rawKeyOf } from "../key.js";
import { inetObject } from "../object.js";

/** Attributes of sockets of raw IP (`INET_DIAG_*`). */
export const rawSocketAttributes = attributes("raw-socket-attrs", "INET_DIAG_", { ...inetAttributes });

/** Layout of a socket of raw IP. */
export const rawSocketMessage = message("raw", inetDiagMsg, rawSocketAttributes);
/** A socket of raw IP. */
export interface RawSocket extends AttributesOf<typeof inetAttributes>, Infer<typeof rawSocketMessage> {}

/** Messages of sockets of raw IP. */
export const rawObject = inetObject("raw", nest<RawSocket>(rawSocketMessage), {
  verbs: ["list", "get", "watch"],

  destroyable: true,
  protocol: { sdiagProtocol: "raw" },
  handler: ["raw_diag", "CONFIG_INET_RAW_DIAG"],
  keyOf: rawKeyOf,
});

/** Verbs of raw sockets of IP; since 4.10. Their `sport` is the protocol. */
export interface RawSockets extends ObjectOf<typeof rawObject>, Destroyable<RawSocket> {}

/** Binds the sockets of raw IP to a connection. */
export function rawSocketsOf(connection: Connection): RawSockets {
  const bound = bindObject(connection, rawObject);
  return extendObject(bound, { ...listOfBoth(bound), ...destroyingOf(connection, rawObject) });
}
