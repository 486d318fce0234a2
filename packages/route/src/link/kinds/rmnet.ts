import { attributes, flags, type Infer, masked, maskOf, nest, struct, u16, u32 } from "@rxnetlink/core";

/** How packets to and from the modem are packed (`RMNET_FLAGS_*`). */
export const rmnetFlag = flags("RMNET_FLAGS_", u32, {
  ingressDeaggregation: 0x1,
  ingressMapCommands: 0x2,
  ingressMapCksumv4: 0x4,
  egressMapCksumv4: 0x8,
  ingressMapCksumv5: 0x10,
  egressMapCksumv5: 0x20,
});

/** How packets are packed, and which of that counts (`struct ifla_rmnet_flags`). */
export const rmnetFlags = struct("ifla_rmnet_flags", {
  /** The bits; {@link rmnetFlag} has their names. */
  flags: masked(rmnetFlag, "mask"),
  /** Those that a request means to set or clear; where absent those that it names. */
  mask: maskOf(rmnetFlag),
});
/** How packets are packed, and which of that counts. */
export interface RmnetFlags extends Infer<typeof rmnetFlags> {}

/** Settings of one channel of a modem (`IFLA_RMNET_*`). */
export const rmnetAttributes = attributes("linkinfo-rmnet-attrs", "IFLA_RMNET_", {
  /** Number of the channel, below 255. */
  muxId: [1, u16],
  /** How packets are packed. */
  flags: [2, nest<RmnetFlags>(rmnetFlags)],
});
/** Settings of an `rmnet` link. */
export interface Rmnet extends Infer<typeof rmnetAttributes> {}
