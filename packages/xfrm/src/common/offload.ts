import { flags, type Infer, ifindex, pad, s32, struct, u8 } from "@rxnetlink/core/schema";

/** Options of an offload (`XFRM_OFFLOAD_*`). */
export const xfrmOffloadFlags = flags("XFRM_OFFLOAD_", u8, {
  /** Not used any more. */
  ipv6: 1,
  /** The state is for packets that come in. */
  inbound: 2,
  /** The device handles whole packets, policies included, instead of the cryptography alone; since 6.2. */
  packet: 4,
});

/** Device that does the work (`struct xfrm_user_offload`). */
export const xfrmUserOffload = struct("xfrm_user_offload", {
  /** Index of the link; requests also accept its name. */
  ifindex: ifindex(s32),
  /** Options; see {@link xfrmOffloadFlags}. */
  flags: xfrmOffloadFlags,
  padding: pad(3),
});
/** Device that does the work. */
export interface XfrmOffload extends Infer<typeof xfrmUserOffload> {}
