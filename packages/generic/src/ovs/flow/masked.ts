import { attributes, bytes, type Infer, nest, type Sized, struct, u32 } from "@rxnetlink/core/schema";
import { ovsNshKeyBase, ovsNshKeyMd1 } from "./nsh.js";
import {
  ovsKeyEthernet,
  ovsKeyIpv4,
  ovsKeyIpv6,
  ovsKeyMpls,
  ovsKeySctp,
  ovsKeyTcp,
  ovsKeyUdp,
} from "./structs.js";

/** A value, and the bits of it that count. */
export interface OvsMasked<T> {
  /** The value; bits that do not count must be 0. */
  value: T;
  /** The bits that count. */
  mask: T;
}

/** Declares a value that is followed by its mask. */
function withMask<T>(type: {
  readonly name: string;
  readonly size?: number | undefined;
}): Sized<OvsMasked<T>> {
  const one = type as Sized<T>;
  return struct(`with_mask_${type.name}`, { value: one, mask: one }) as unknown as Sized<OvsMasked<T>>;
}

/** A mark with its mask. */
export const maskedU32 = withMask<number>(u32);
/** Labels with their mask, as a type. */
export interface MaskedLabels extends Sized<OvsMasked<Uint8Array>> {}
/** Labels with their mask. */
export const maskedLabels: MaskedLabels = withMask<Uint8Array>(bytes(16));

/** Attributes of a network service header with masks (`OVS_NSH_KEY_ATTR_*`). */
const ovsMaskedNshAttributes = attributes("masked-nsh-key-attrs", "OVS_NSH_KEY_ATTR_", {
  /** Base. */
  base: [1, withMask<Infer<typeof ovsNshKeyBase>>(ovsNshKeyBase)],
  /** Metadata of type 1. */
  md1: [2, withMask<Infer<typeof ovsNshKeyMd1>>(ovsNshKeyMd1)],
});
/** A network service header with masks. */
export interface OvsMaskedNshKey extends Infer<typeof ovsMaskedNshAttributes> {}

/** Headers that can be changed in part (`OVS_KEY_ATTR_*`). */
export const ovsMaskedKeyAttributes = attributes("masked-key-attrs", "OVS_KEY_ATTR_", {
  /** Priority of the packet. */
  priority: [2, maskedU32],
  /** Ethernet addresses. */
  ethernet: [4, withMask<Infer<typeof ovsKeyEthernet>>(ovsKeyEthernet)],
  /** Header of IPv4. */
  ipv4: [7, withMask<Infer<typeof ovsKeyIpv4>>(ovsKeyIpv4)],
  /** Header of IPv6. */
  ipv6: [8, withMask<Infer<typeof ovsKeyIpv6>>(ovsKeyIpv6)],
  /** Ports of TCP. */
  tcp: [9, withMask<Infer<typeof ovsKeyTcp>>(ovsKeyTcp)],
  /** Ports of UDP. */
  udp: [10, withMask<Infer<typeof ovsKeyUdp>>(ovsKeyUdp)],
  /** Mark of the packet. */
  skbMark: [15, maskedU32],
  /** Ports of SCTP. */
  sctp: [17, withMask<Infer<typeof ovsKeySctp>>(ovsKeySctp)],
  /** Topmost entry of the stack of MPLS labels. */
  mpls: [21, withMask<Infer<typeof ovsKeyMpls>>(ovsKeyMpls)],
  /** Network service header. */
  nsh: [28, nest<OvsMaskedNshKey>(ovsMaskedNshAttributes)],
});
/** A header to change in part: one member. */
export interface OvsMaskedKey extends Infer<typeof ovsMaskedKeyAttributes> {}
