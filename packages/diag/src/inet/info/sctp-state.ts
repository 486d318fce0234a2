import { enumeration, refine, type Sized, u8, Writer } from "@rxnetlink/core/schema";
import { socketState } from "../../common/socket-state.js";

/** States of an association (`SCTP_STATE_*`). */
export const sctpAssociationState = enumeration("SCTP_STATE_", u8, {
  closed: 0,
  cookieWait: 1,
  cookieEchoed: 2,
  established: 3,
  shutdownPending: 4,
  shutdownSent: 5,
  shutdownReceived: 6,
  shutdownAckSent: 7,
});

/** State of a socket of SCTP, or of an association. */
export type SctpSocketState =
  | keyof typeof socketState.values
  | keyof typeof sctpAssociationState.values
  | number;

const isOfSockets = (state: SctpSocketState) =>
  typeof state === "number" || Object.hasOwn(socketState.values, state);

/** The state in the header: of a socket, where `peers` do not say that it is of an association. */
export const eitherState = refine<SctpSocketState>(socketState as Sized<SctpSocketState>, {
  words: [...new Set([...Object.keys(socketState.values), ...Object.keys(sctpAssociationState.values)])],
  write(out, value) {
    if (isOfSockets(value)) socketState.write(out, value as keyof typeof socketState.values);
    else sctpAssociationState.write(out, value as keyof typeof sctpAssociationState.values);
  },
  matcher(pattern) {
    const out = new Writer(1);
    eitherState.write(out, pattern as SctpSocketState);
    const wanted = typeof pattern === "number" ? socketState.read(out.view, 0, 1) : pattern;
    return (state) => state === wanted;
  },
}) as Sized<SctpSocketState>;
