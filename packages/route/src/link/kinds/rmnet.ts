import {
  attributes,
  flags,
  type Infer,
  masked,
  maskOf,
  nest,
  struct,
  u16,
  u32,
} from "@rxnetlink/core/schema";

/** Framing of packets to and from the modem (`RMNET_FLAGS_*`). */
export const rmnetFlag = flags("RMNET_FLAGS_", u32, {
  ingressDeaggregation: 0x1,
  ingressMapCommands: 0x2,
  ingressMapCksumv4: 0x4,
  egressMapCksumv4: 0x8,
  ingressMapCksumv5: 0x10,
  egressMapCksumv5: 0x20,
});

/** Framing with the mask of the bits to change (`struct ifla_rmnet_flags`). */
export const rmnetFlags = struct("ifla_rmnet_flags", {
  /** Bits; {@link rmnetFlag} lists their names. */
  flags: masked(rmnetFlag, "mask"),
  /** Bits that a request sets or clears; those it names when absent. */
  mask: maskOf(rmnetFlag),
});
/** Framing with the mask of the bits to change. */
export interface RmnetFlags extends Infer<typeof rmnetFlags> {}

/** Settings of a channel of a modem (`IFLA_RMNET_*`). */
export const rmnetAttributes = attributes("linkinfo-rmnet-attrs", "IFLA_RMNET_", {
  /** Number of the channel, below 255. */
  muxId: [1, u16],
  /** Framing of packets. */
  flags: [2, nest<RmnetFlags>(rmnetFlags)],
});
/** Settings of an `rmnet` link. */
export interface Rmnet extends Infer<typeof rmnetAttributes> {}
