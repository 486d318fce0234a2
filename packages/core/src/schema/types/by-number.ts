import { atPath, EncodeError } from "../../errors/errors.js";
import { checkRecord } from "../../values/record.js";
import { littleEndian } from "../../wire/host.js";
import { eachAttribute, NLA_HDRLEN, NLA_TYPE_MASK, writeAttribute } from "../nlattr.js";
import type { Located, Type } from "../type.js";
import { binary } from "./bytes.js";

/** Values by the number of their attribute. */
export type ByNumber<T> = { [number: number]: T };

const numberAt = (view: DataView, from: number) => view.getUint16(from - 2, littleEndian) & NLA_TYPE_MASK;

/**
 * Declares a nest of attributes whose numbers are data, such as indexes or commands (`type-value`).
 *
 * @example
 * policy: [8, byNumber(byNumber(nest<Policy>(policyAttributes)))],
 */
export function byNumber<T>(element: Type<T>): Type<ByNumber<T>> {
  const isNumber = (key: string) => /^\d+$/.test(key);
  return {
    name: `${element.name} by number`,
    nested: true,
    scoped: true,
    late: element.late,
    member: (key) => (isNumber(key) ? element : undefined),
    read(view, at, end, scope) {
      const values: ByNumber<T> = {};
      const read = (from: number, to: number) => {
        values[numberAt(view, from)] = element.read(view, from, to, scope);
      };
      eachAttribute(view, at, end, read, (from) => String(numberAt(view, from)));
      return values;
    },
    write(out, values, scope) {
      checkRecord(values, this.name);
      for (const [key, value] of Object.entries(values)) {
        if (!isNumber(key) || Number(key) > NLA_TYPE_MASK)
          throw new EncodeError(`is no number of an attribute, 0 to ${NLA_TYPE_MASK}`).at(key);
        try {
          writeAttribute(out, Number(key), element, value, scope);
        } catch (error) {
          throw atPath(error, key, EncodeError);
        }
      }
    },
    locate(view, at, end, offset, scope) {
      let found: Located = { path: [], type: binary };
      eachAttribute(view, at, end, (from, to) => {
        if (offset < from - NLA_HDRLEN || offset >= to) return;
        const below = element.locate?.(view, from, to, offset, scope);
        found = {
          path: [String(numberAt(view, from)), ...(below?.path ?? [])],
          type: below?.type ?? element,
        };
      });
      return found;
    },
  };
}
