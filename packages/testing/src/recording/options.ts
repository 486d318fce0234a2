import { DecodeError } from "@rxnetlink/core";
import { type AnyType, align, type Infer, struct, type Type, u16, Writer } from "@rxnetlink/core/schema";

//  0        2        4                         4 + length
//  | u16    | u16    | value …                 | zeros up to a multiple of 4 |  … once more, until code 0 or the end
//  code     length   (of the value alone)

const option = struct("option", { code: u16, length: u16 });
const OPTION_SIZE = 4;
const END = 0;

/** Options by key: code and type of each. */
export type Options = Readonly<Record<string, readonly [code: number, type: AnyType]>>;
/** The value of a list of options: each may be absent. */
export type OptionsOf<O extends Options> = { readonly [K in keyof O]?: Infer<O[K][1]> };

/** A value in bytes. */
export function encoded<T>(type: Type<T>, value: T): Uint8Array {
  const out = new Writer(64);
  type.write(out, value);
  return out.take();
}

/** Declares the options of a pcapng block. Those that are not declared are skipped; of several of one code the first counts. */
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
          throw new DecodeError(`option ${code} of ${name} says ${length} bytes, ${end - from} are left`);
        const key = keyOf(code);
        if (key !== undefined) value[key] ??= set[key]?.[1].read(view, from, from + length);
        from += align(length);
      }
      return value as OptionsOf<O>;
    },
    write(out, value) {
      for (const [key, [code, type]] of Object.entries(set)) {
        if (value[key] === undefined) continue;
        const bytes = encoded(type, value[key]);
        option.write(out, { code, length: bytes.length });
        out.append(bytes);
        out.align();
      }
      option.write(out, { code: END, length: 0 });
    },
  };
}
