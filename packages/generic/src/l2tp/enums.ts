import { enumeration, flags, u8, u16, u32 } from "@rxnetlink/core/schema";

/** Payload of a session, its pseudowire (`L2TP_PWTYPE_*`). */
export const l2tpPwtype = enumeration("L2TP_PWTYPE_", u16, {
  none: 0,
  /** Ethernet frames with VLAN tags. */
  ethVlan: 4,
  /** Ethernet frames, in a link of its own. */
  eth: 5,
  /** PPP frames. */
  ppp: 7,
  /** PPP frames of an access concentrator. */
  pppAc: 8,
  /** IP packets. */
  ip: 11,
});

/** Carrier of a tunnel (`L2TP_ENCAPTYPE_*`). */
export const l2tpEncaptype = enumeration("L2TP_ENCAPTYPE_", u16, {
  /** UDP. */
  udp: 0,
  /** IP, protocol 115. */
  ip: 1,
});

/** Header of the layer between (`L2TP_L2SPECTYPE_*`). */
export const l2tpL2spectype = enumeration("L2TP_L2SPECTYPE_", u8, {
  /** None. */
  none: 0,
  /** Sequence numbers. */
  default: 1,
});

/** Frames to number (`L2TP_SEQ_*`); the kernel does not use it. */
export const l2tpSeq = enumeration("L2TP_SEQ_", u8, { none: 0, ip: 1, all: 2 });

/** Messages to log (`L2TP_MSG_*`); the kernel does not use them. */
export const l2tpMsg = flags("L2TP_MSG_", u32, { debug: 0x1, control: 0x2, seq: 0x4, data: 0x8 });
