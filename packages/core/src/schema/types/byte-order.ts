import { byteOrderOf, hostOrder } from "../../wire/byte-order.js";
import { refine } from "../refine.js";
import type { Fields, Struct } from "../struct.js";
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

/**
 * Declares a struct whose members lie in another order on machines of the other byte order: those that the kernel takes for
 * the halves of one number.
 *
 * @example
 * export const packetFanout = eitherOrder(
 *   struct("packet fanout", { ...lower, ...upper }),
 *   struct("packet fanout", { ...upper, ...lower }),
 * );
 */
export function eitherOrder<F extends Fields>(little: Struct<F>, big: Struct<F>): Struct<F> {
  const structs = { little, big };
  const of = (view: DataView) => structs[byteOrderOf(view)];
  return refine(structs[hostOrder], {
    read: (view, at, end, scope) => of(view).read(view, at, end, scope),
    write: (out, value, scope) => of(out.view).write(out, value, scope),
    writeFrom: (out, value, scope) => of(out.view).writeFrom(out, value, scope),
  } as Partial<Struct<F>>) as Struct<F>;
}
