import { bindObject, type Connection, extendObject, type ObjectOf } from "@rxnetlink/core";
import {
  type AttributesOf,
  attributes,
  type Infer,
  message,
  nest,
  refine,
  type Struct,
  struct,
  type Type,
} from "@rxnetlink/core/schema";
import { inetAttributes } from "../attributes.js";
import { listOfBoth } from "../both-families.js";
import { type InetDiagMsgFields, inetDiagMsg } from "../header.js";
import { type SctpInfo, sctpInfo } from "../info/sctp.js";
import { eitherState, sctpAssociationState } from "../info/sctp-state.js";
import { inetObject } from "../object.js";

/** Members of `struct inet_diag_msg`, with the state of a socket or an association. */
type SctpMsgFields = Omit<InetDiagMsgFields, "state"> & {
  /** State; of an association, which has `peers`, one of {@link sctpAssociationState}. */
  state: typeof eitherState;
};

/** Attributes of sockets of SCTP (`INET_DIAG_*`). */
export const sctpSocketAttributes = attributes("sctp-socket-attrs", "INET_DIAG_", {
  ...inetAttributes,
  /** Measurements (`ext: ["info"]`). */
  info: [2, nest<SctpInfo>(sctpInfo)],
});

const header: Struct<SctpMsgFields> = struct("inet_diag_msg", { ...inetDiagMsg.fields, state: eitherState });
const whole = message("sctp", header, sctpSocketAttributes);
type Whole = Infer<typeof whole>;

/** Offset of the state in the header. */
const STATE_AT = 1;

const withoutPeers = ({ peers: _, ...value }: Whole): Whole => value;

/** Returns a layout in which an association, which has `peers`, has its own states. */
function withAssociations(type: Type<Whole>, keepsPeers = true): Type<Whole> {
  return refine<Whole>(type, {
    read(view, at, end, scope) {
      const value = type.read(view, at, end, scope);
      if (value.peers !== undefined) value.state = sctpAssociationState.read(view, at + STATE_AT, end);
      return keepsPeers ? value : withoutPeers(value);
    },
    write(out, value, scope) {
      const start = out.at;
      type.write(out, value, scope);
      const state = sctpAssociationState.values[value.state as keyof typeof sctpAssociationState.values];
      if (value.peers !== undefined && state !== undefined) out.view.setUint8(start + STATE_AT, state);
    },
    only: (keys) => withAssociations(type.only!(new Set([...keys, "peers"])), keys.has("peers")),
  });
}

/** Layout of a socket of SCTP, or of one of its associations. */
export const sctpSocketMessage = withAssociations(whole);
/** A socket of SCTP. */
export interface SctpSocket extends AttributesOf<typeof inetAttributes>, Infer<typeof sctpSocketMessage> {}

/** Messages of sockets of SCTP. */
export const sctpObject = inetObject("sctp", nest<SctpSocket>(sctpSocketMessage), {
  verbs: ["list", "get", "watch"],

  protocol: { sdiagProtocol: "sctp" },
  statesDiffer: true,
  handler: ["sctp_diag", "CONFIG_INET_SCTP_DIAG"],
});

/** Verbs of sockets of SCTP; since 4.7. A socket and each of its associations is listed. */
export interface SctpSockets extends ObjectOf<typeof sctpObject> {}

/** Binds the sockets of SCTP to a connection. */
export function sctpSocketsOf(connection: Connection): SctpSockets {
  const bound = bindObject(connection, sctpObject);
  return extendObject(bound, listOfBoth(bound));
}
