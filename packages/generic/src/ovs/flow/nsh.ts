import { array, attributes, be32, binary, type Infer, nest, struct, u8 } from "@rxnetlink/core/schema";

/** Base of a network service header (`struct ovs_nsh_key_base`). */
export const ovsNshKeyBase = struct("ovs_nsh_key_base", {
  /** Flags. */
  flags: u8,
  /** Time to live. */
  ttl: u8,
  /** Type of the metadata: 1 or 2. */
  mdtype: u8,
  /** Next protocol. */
  np: u8,
  /** Path and index. */
  pathHdr: be32,
});
/** Base of a network service header. */
export interface OvsNshKeyBase extends Infer<typeof ovsNshKeyBase> {}

/** Metadata of type 1 (`struct ovs_nsh_key_md1`). */
export const ovsNshKeyMd1 = struct("ovs_nsh_key_md1", {
  /** Four words. */
  context: array(be32, 4),
});
/** Metadata of type 1. */
export interface OvsNshKeyMd1 extends Infer<typeof ovsNshKeyMd1> {}

/** Attributes of a network service header (`OVS_NSH_KEY_ATTR_*`). */
export const ovsNshKeyAttributes = attributes("ovs-nsh-key-attrs", "OVS_NSH_KEY_ATTR_", {
  /** Base. */
  base: [1, nest<OvsNshKeyBase>(ovsNshKeyBase)],
  /** Metadata of type 1. */
  md1: [2, nest<OvsNshKeyMd1>(ovsNshKeyMd1)],
  /** Metadata of type 2. */
  md2: [3, binary],
});
/** A network service header. */
export interface OvsNshKey extends Infer<typeof ovsNshKeyAttributes> {}
