import { attributes, flag, type Infer, ip, nest, string, u16, u32 } from "@rxnetlink/core/schema";
import { maskedLabels, maskedU32 } from "./masked.js";

/** Attributes of address translation (`OVS_NAT_ATTR_*`). */
const ovsNatAttributes = attributes("nat-attrs", "OVS_NAT_ATTR_", {
  /** Set to translate the source. */
  src: [1, flag],
  /** Set to translate the destination. */
  dst: [2, flag],
  /** First address. */
  ipMin: [3, ip],
  /** Last address. */
  ipMax: [4, ip],
  /** First port. */
  protoMin: [5, u16],
  /** Last port. */
  protoMax: [6, u16],
  /** Set to translate the same way after a restart. */
  persistent: [7, flag],
  /** Set to choose the port by a hash. */
  protoHash: [8, flag],
  /** Set to choose the port at random. */
  protoRandom: [9, flag],
});
/** Address translation. */
export interface OvsNat extends Infer<typeof ovsNatAttributes> {}

/** Attributes of connection tracking (`OVS_CT_ATTR_*`). */
export const ovsCtAttributes = attributes("ct-attrs", "OVS_CT_ATTR_", {
  /** Set to remember the connection. */
  commit: [1, flag],
  /** Zone. */
  zone: [2, u16],
  /** Mark to give to the connection. */
  mark: [3, maskedU32],
  /** Labels to give to the connection, 16 bytes. */
  labels: [4, maskedLabels],
  /** Helper that announces further connections, such as `"ftp"`. */
  helper: [5, string],
  /** Address translation; `{}` translates as the connection does. */
  nat: [6, nest<OvsNat>(ovsNatAttributes)],
  /** Set to remember the connection in the direction of this packet. */
  forceCommit: [7, flag],
  /** Events to report, a bit of `IPCT_*` each. */
  eventmask: [8, u32],
  /** Name of the timeouts. */
  timeout: [9, string],
});
/** Connection tracking of a packet. */
export interface OvsCt extends Infer<typeof ovsCtAttributes> {}
