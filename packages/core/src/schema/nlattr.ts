import { atPath, DecodeError, EncodeError } from "../errors/errors.js";
import { align } from "../wire/align.js";
import { littleEndian } from "../wire/host.js";
import type { Writer } from "../wire/writer.js";
import type { AnyType, Scope } from "./type.js";

//  struct nlattr:   0       2       4                    length   align(length)
//                   | u16   | u16   | payload …          | zeros  |
//                   length  type    (length counts the 4 bytes of this header)

/** Length of an attribute's header (`NLA_HDRLEN`). */
export const NLA_HDRLEN = 4;
/** `NLA_F_NESTED`: the payload consists of attributes. */
const NLA_F_NESTED = 0x8000;
/** `NLA_F_NET_BYTEORDER`: the payload is in network byte order. */
const NLA_F_NET_BYTEORDER = 0x4000;
/** `NLA_TYPE_MASK`: the type without `NLA_F_NESTED` and `NLA_F_NET_BYTEORDER`. */
export const NLA_TYPE_MASK = 0x3fff;

/** Returns the whole type word of an attribute, with its flags. */
export function typeWord(number: number, { nested, netByteOrder }: AnyType): number {
  return number | (nested ? NLA_F_NESTED : 0) | (netByteOrder ? NLA_F_NET_BYTEORDER : 0);
}

/** Appends one attribute with its padding. */
export function writeAttribute(
  out: Writer,
  number: number,
  type: AnyType,
  value: unknown,
  scope?: Scope,
): void {
  const start = out.room(NLA_HDRLEN);
  type.write(out, value, scope);
  const length = out.at - start;
  if (length > 0xffff) throw new EncodeError(`${length} bytes do not fit into an attribute`);
  out.view.setUint16(start, length, littleEndian);
  out.view.setUint16(start + 2, typeWord(number, type), littleEndian);
  out.align();
}

/** Visits the payload of each attribute; errors name its index, or the place that `placeOf` returns for its payload. */
export function eachAttribute(
  view: DataView,
  start: number,
  end: number,
  visit: (from: number, to: number) => void,
  placeOf?: (from: number) => string,
): void {
  for (let at = start, index = 0; end - at >= NLA_HDRLEN; index++) {
    const length = view.getUint16(at, littleEndian);
    try {
      if (length < NLA_HDRLEN || length > end - at)
        throw new DecodeError(`claims ${length} bytes, but ${end - at} are left`);
      visit(at + NLA_HDRLEN, at + length);
    } catch (error) {
      throw atPath(error, placeOf?.(at + NLA_HDRLEN) ?? `[${index}]`, DecodeError);
    }
    at += align(length);
  }
}
