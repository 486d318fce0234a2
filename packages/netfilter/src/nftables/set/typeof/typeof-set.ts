import { EncodeError } from "@rxnetlink/core";
import type { Part } from "../../build/field/bits.js";
import type { Field } from "../../build/field/field.js";
import type { SetByteorder, SetTypeof } from "../../userdata/set.js";
import type { SetGiven } from "../given.js";
import { joinedTypeof } from "./layout.js";
import { TypeofCatalog } from "./typeof-catalog.js";

/** Members of a set that follow from what its keys or data are of. */
interface Described {
  readonly type: string;
  readonly length: number;
  readonly byteorder: SetByteorder;
  readonly note: SetTypeof;
}

const padded = (size: number) => (size + 3) & ~3;

function noteOf(part: Part, catalog: TypeofCatalog): SetTypeof {
  const note = part.steps.length > 0 ? undefined : catalog.noteOf(part);
  if (note === undefined) throw new EncodeError("no set can be declared by it").at(part.source.place);
  return note;
}

function described(fields: readonly Field<never>[], catalog: TypeofCatalog): Described {
  const parts = fields.map(({ part }) => part);
  const [{ type, source }] = parts as [Part];
  const sizes = parts.map((part) => padded(part.source.bytes));
  const single = parts.length === 1;
  return {
    type: parts.map((part) => part.type.name).join(" . "),
    length: single ? source.bytes : sizes.reduce((sum, size) => sum + size, 0),
    byteorder: !single ? "invalid" : type.order === "network" ? "bigEndian" : "hostEndian",
    note: joinedTypeof(parts.map((part) => noteOf(part, catalog))),
  };
}

/**
 * Returns a set that is declared by the fields that its elements are compared with, as `typeof` of nft does. Types and
 * lengths follow, of plain numbers such as `meta.cpu` or `vlan.id` too.
 *
 * @param set - The set, without types.
 * @param key - Fields of its keys.
 * @param data - Fields whose values a map holds.
 * @throws EncodeError for a field that nft cannot note, with its place.
 *
 * @example
 * typeofSet({ family: "inet", table: "filter", name: "doors" }, [ip.saddr, tcp.dport]); // typeof ip saddr . tcp dport
 */
export function typeofSet<S extends SetGiven>(
  set: S,
  key: readonly [Field<never>, ...Field<never>[]],
  data?: readonly [Field<never>, ...Field<never>[]],
): S & SetGiven {
  const catalog = new TypeofCatalog();
  const keys = described(key, catalog);
  const held = data && described(data, catalog);
  return {
    ...set,
    keyType: keys.type,
    keyLen: keys.length,
    ...(held && { dataType: held.type, dataLen: held.length }),
    userdata: {
      ...set.userdata,
      keyByteorder: keys.byteorder,
      keyTypeof: keys.note,
      ...(held && { dataByteorder: held.byteorder, dataTypeof: held.note, dataInterval: 0 }),
    },
  };
}
