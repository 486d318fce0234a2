import { DecodeError } from "@rxnetlink/core";
import { byteOrderOf } from "@rxnetlink/core/internal";
import {
  type AnyType,
  align,
  type ByteOrder,
  type Infer,
  struct,
  type Type,
  u16,
  Writer,
} from "@rxnetlink/core/schema";

//  0        2        4                         4 + length
//  | u16    | u16    | value …                 | zeros up to a multiple of 4 |  … repeated until code 0 or the end
//  code     length   (of the value alone)

const OPTION_SIZE = 4;
const END = 0;

const option = struct("option", { code: u16, length: u16 });

/** Code and type of each option, by key. */
export type Options = Readonly<Record<string, readonly [code: number, type: AnyType]>>;
/** The values of a list of options, each of which may be absent. */
export type OptionsOf<O extends Options> = { readonly [K in keyof O]?: Infer<O[K][1]> };

/** Encodes a value. */
export function encoded<T>(type: Type<T>, value: T, byteOrder?: ByteOrder): Uint8Array {
  const out = new Writer(64, false, false, byteOrder);
  type.write(out, value);
  return out.take();
}

/** Declares the options of a pcapng block. Others are skipped; of several with one code, the first counts. */
export function options<O extends Options>(name: string, set: O): Type<OptionsOf<O>> {
  const keyOf = (code: number) => Object.keys(set).find((key) => set[key]?.[0] === code);
  return {
    name,
    read(view, at, end) {
      const value: Record<string, unknown> = {};
      for (let from = at; end - from >= OPTION_SIZE; ) {
        const { code, length } = option.read(view, from, end);
        from += OPTION_SIZE;
        if (code === END) break;
        if (length > end - from)
          throw new DecodeError(
            `option ${code} of ${name} has a length of ${length} bytes, but only ${end - from} are left`,
          );
        const key = keyOf(code);
        if (key !== undefined) value[key] ??= set[key]?.[1].read(view, from, from + length);
        from += align(length);
      }
      return value as OptionsOf<O>;
    },
    write(out, value) {
      for (const [key, [code, type]] of Object.entries(set)) {
        if (value[key] === undefined) continue;
        const bytes = encoded(type, value[key], byteOrderOf(out.view));
        option.write(out, { code, length: bytes.length });
        out.append(bytes);
        out.align();
      }
      option.write(out, { code: END, length: 0 });
    },
  };
}
