import type { AnyType } from "../type.js";

/**
 * Declares an attribute marked as being in network byte order (`NLA_F_NET_BYTEORDER`), which some subsystems insist on. The
 * type itself must be in that order.
 *
 * @example
 * timeout: [6, inNetByteOrder(be32)],
 */
export function inNetByteOrder<S extends AnyType>(type: S): S {
  return { ...type, netByteOrder: true };
}
