import { enumeration, flags, u8, u32 } from "@rxnetlink/core/schema";
import { namesOf } from "./names.js";

/** States of sockets (`TCP_*`), which those of other protocols use too. */
export const socketState = enumeration("TCP_", u8, {
  established: 1,
  synSent: 2,
  synRecv: 3,
  finWait1: 4,
  finWait2: 5,
  timeWait: 6,
  /** Closed, and of protocols without connections all that are not connected: UNCONN of ss. */
  close: 7,
  closeWait: 8,
  lastAck: 9,
  listen: 10,
  closing: 11,
  newSynRecv: 12,
  /** Of a list only: bound, but neither listening nor connected; since 6.8. They are reported as `close`. */
  boundInactive: 13,
});

/** The states as bits, by which the kernel filters a list: `1 << TCP_*`. */
export const socketStates = flags("TCPF_", u32, {
  established: 1 << 1,
  synSent: 1 << 2,
  synRecv: 1 << 3,
  finWait1: 1 << 4,
  finWait2: 1 << 5,
  timeWait: 1 << 6,
  close: 1 << 7,
  closeWait: 1 << 8,
  lastAck: 1 << 9,
  listen: 1 << 10,
  closing: 1 << 11,
  newSynRecv: 1 << 12,
  /** Since 6.8. */
  boundInactive: 1 << 13,
});

/** A list of states, sent as bits. */
export const stateNames = namesOf(socketStates);

/** States of a list that asks for none: all that `ss --all` shows, which leaves out `boundInactive`. */
export const ALL_STATES = socketStates.names(0xffff_ffff).filter((name) => name !== "boundInactive");
