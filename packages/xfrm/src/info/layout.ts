import { attributes, type Infer, message, struct, type Type, u8, u32 } from "@rxnetlink/core/schema";

/** Fixed part of messages about the tables. */
const tableHeader = struct("xfrm_info", {
  /** Always 0. */
  flags: u32,
});

const xfrmuSadhinfo = struct("xfrmu_sadhinfo", {
  /** Buckets of the table. */
  sadhcnt: u32,
  /** Most buckets that it may have. */
  sadhmcnt: u32,
});
/** Size of the table of states (`struct xfrmu_sadhinfo`). */
export interface XfrmSadhinfo extends Infer<typeof xfrmuSadhinfo> {}

const sadAttributes = attributes("xfrm-sad-attrs", "XFRMA_SAD_", {
  /** Number of states. */
  cnt: [1, u32],
  /** Size of the table. */
  hinfo: [2, xfrmuSadhinfo as Type<XfrmSadhinfo>],
});
/** Layout of `XFRM_MSG_*SADINFO`. */
export const sadMessage = message("xfrm-sad", tableHeader, sadAttributes);
/** Facts about the table of states. */
export interface XfrmSad extends Infer<typeof sadMessage> {}

const xfrmuSpdinfo = struct("xfrmu_spdinfo", {
  /** Policies for packets that arrive. */
  incnt: u32,
  /** Policies for packets that leave. */
  outcnt: u32,
  /** Policies for packets that are forwarded. */
  fwdcnt: u32,
  /** Policies of sockets for packets that arrive. */
  inscnt: u32,
  /** Policies of sockets for packets that leave. */
  outscnt: u32,
  /** Policies of sockets for packets that are forwarded. */
  fwdscnt: u32,
});
/** Numbers of policies (`struct xfrmu_spdinfo`). */
export interface XfrmSpdinfo extends Infer<typeof xfrmuSpdinfo> {}

const xfrmuSpdhinfo = struct("xfrmu_spdhinfo", {
  /** Buckets of the table. */
  spdhcnt: u32,
  /** Most buckets that it may have. */
  spdhmcnt: u32,
});
/** Size of the table of policies (`struct xfrmu_spdhinfo`). */
export interface XfrmSpdhinfo extends Infer<typeof xfrmuSpdhinfo> {}

const xfrmuSpdhthresh = struct("xfrmu_spdhthresh", {
  /** Least length of the prefix on this side. */
  lbits: u8,
  /** Least length of the prefix on the other side. */
  rbits: u8,
});
/** Prefixes from which on policies are found by hash (`struct xfrmu_spdhthresh`). */
export interface XfrmSpdhthresh extends Infer<typeof xfrmuSpdhthresh> {}

const spdAttributes = attributes("xfrm-spd-attrs", "XFRMA_SPD_", {
  /** Numbers of policies. */
  info: [1, xfrmuSpdinfo as Type<XfrmSpdinfo>],
  /** Size of the table. */
  hinfo: [2, xfrmuSpdhinfo as Type<XfrmSpdhinfo>],
  /** IPv4 prefixes from which on policies are found by hash; 32 by default. */
  ipv4Hthresh: [3, xfrmuSpdhthresh as Type<XfrmSpdhthresh>],
  /** IPv6 prefixes from which on policies are found by hash; 128 by default. */
  ipv6Hthresh: [4, xfrmuSpdhthresh as Type<XfrmSpdhthresh>],
});
/** Layout of `XFRM_MSG_*SPDINFO`. */
export const spdMessage = message("xfrm-spd", tableHeader, spdAttributes);
/** Facts about the table of policies. */
export interface XfrmSpd extends Infer<typeof spdMessage> {}
