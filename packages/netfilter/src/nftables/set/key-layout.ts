import { atPath, EncodeError, type Written } from "@rxnetlink/core";
import { didYouMean } from "@rxnetlink/core/internal";
import {
  be16,
  be32,
  be64,
  bytes,
  chars,
  ipv4,
  ipv6,
  mac,
  type Type,
  u8,
  u16,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import type { Part } from "../build/field/bits.js";
import { dataTypeBy } from "../build/value/by-name.js";
import type { DataType } from "../build/value/data-type.js";
import type { SetTypeof } from "../userdata/set.js";
import { type Datatype, datatypes } from "./datatypes.js";
import type { SetGiven } from "./given.js";
import { TypeofCatalog } from "./typeof/typeof-catalog.js";

/** Parts of a set that say how its keys or data are stored. */
interface KeyDescription {
  /** Type by name. */
  readonly type: string;
  /** Length in bytes, if it is known. */
  readonly length: number | undefined;
  /** Lengths of the fields, if they are known. */
  readonly lengths: readonly (number | undefined)[] | undefined;
  /** True if numbers are stored so that they can be compared byte by byte. */
  readonly ordered: boolean;
  /** Byte order that `nft` noted for a type that has none. */
  readonly byteorder: string | number | undefined;
  /** What `nft` noted of the fields whose values they are. */
  readonly note: Written<SetTypeof> | undefined;
}

/** One field of a key. */
export interface KeyField {
  /** Layout of its value. */
  readonly type: Type<never>;
  /** Length in bytes, without padding. */
  readonly size: number;
  /** Offset in the key. */
  readonly offset: number;
  /** Form of its values. */
  readonly form: Datatype["form"];
  /** Type that has words for its numbers. */
  readonly words: DataType<never> | undefined;
}

const BIG = { 1: u8, 2: be16, 4: be32, 8: be64 } as const;
const HOST = { 1: u8, 2: u16, 4: u32, 8: u64 } as const;

const isWord = (size: number): size is keyof typeof BIG =>
  size === 1 || size === 2 || size === 4 || size === 8;

/** Text that fills its field where it is as long as that: names of links have a NUL at the end, others need none. */
function layoutOf(form: Datatype["form"], size: number, big: boolean): Type<unknown> {
  if (form === "ipv4") return ipv4;
  if (form === "ipv6") return ipv6;
  if (form === "mac") return mac;
  if (form === "text") return chars(size);
  if (form === "bytes" || !isWord(size)) return bytes(size);
  return big ? BIG[size] : HOST[size];
}

const padded = (size: number) => (size + 3) & ~3;

function datatypeOf(name: string): Datatype {
  if (Object.hasOwn(datatypes, name)) return datatypes[name as keyof typeof datatypes];
  return { number: Number(name), size: 0, order: "big", form: "bytes" };
}

function unknownLength(name: string): EncodeError {
  if (Object.hasOwn(datatypes, name) || /^\d+$/.test(name))
    return new EncodeError(`the length of ${JSON.stringify(name)} is not known: it has to be given`);
  const hint = didYouMean(name, Object.keys(datatypes));
  return new EncodeError(`${JSON.stringify(name)} is no type of nftables`, { hint });
}

/** Returns the fields of packets whose values several plain numbers are. */
function partsOf(names: readonly string[], note: Written<SetTypeof> | undefined): Part[] | undefined {
  const plain = names.length > 1 && names.some((name) => name === "integer" || name === "string");
  return plain ? new TypeofCatalog().fieldsOf(note as SetTypeof | undefined) : undefined;
}

/** Returns the fields of a key or of data. */
function fieldsOf({ type, length, lengths, ordered, byteorder, note }: KeyDescription): KeyField[] {
  const names = type.split(".").map((name) => name.trim());
  const parts = partsOf(names, note);
  let offset = 0;
  return names.map((name, index) => {
    const { size: usual, order, form: declared } = datatypeOf(name);
    const part = parts?.[index];
    const size = usual || lengths?.[index] || (names.length === 1 ? length : part?.source.bytes);
    if (!size) throw unknownLength(name);
    const numeric = declared === "bytes" && (name === "integer" || name === "bitmask") && isWord(size);
    const form = numeric ? (size === 8 ? "bigint" : "number") : declared;
    const isHost = part === undefined ? byteorder === "hostEndian" : part.type.order === "host";
    const noted = numeric && isHost ? "host" : order;
    const dataType = part?.type ?? dataTypeBy(name);
    const field = {
      size,
      offset,
      form,
      words: dataType?.wordOf && dataType,
      type: layoutOf(form, size, ordered || noted === "big") as Type<never>,
    };
    offset += names.length === 1 ? size : padded(size);
    return field;
  });
}

/** Returns the length of a key in bytes. */
export function lengthOf(fields: readonly KeyField[]): number {
  const { offset, size } = fields.at(-1)!;
  return fields.length === 1 ? size : offset + padded(size);
}

/** Returns the fields; errors name the member that has the type. */
function placed(member: string, description: KeyDescription): KeyField[] {
  try {
    return fieldsOf(description);
  } catch (error) {
    throw atPath(error, member, EncodeError);
  }
}

type Described = Pick<SetGiven, "keyType" | "keyLen" | "dataType" | "dataLen" | "desc" | "userdata">;

/** Returns the fields of the keys of a set. */
export function keyFieldsOf(set: Described, interval: boolean): KeyField[] {
  const { keyType: type, keyLen: length, desc, userdata } = set;
  if (type === undefined) throw new EncodeError("is missing").at("keyType");
  const lengths = desc?.concat?.map(({ len }) => len);
  const { keyByteorder: byteorder, keyTypeof: note } = userdata ?? {};
  return placed("keyType", { type, length, lengths, ordered: interval, byteorder, note });
}

/** Returns true if the data of a map may be ranges, by a note of `nft`: two values, one after the other. */
export const hasDataIntervals = ({ userdata }: Described): boolean => userdata?.dataInterval === 1;

/** Returns the fields of the data of a map; `undefined` if it has none, or verdicts. */
export function dataFieldsOf(set: Described): KeyField[] | undefined {
  const { dataType: type, dataLen, userdata } = set;
  if (type === undefined || type === "verdict") return undefined;
  const ordered = hasDataIntervals(set);
  const length = dataLen === undefined || !ordered ? dataLen : dataLen / 2;
  return placed("dataType", {
    type,
    length,
    lengths: undefined,
    ordered,
    byteorder: userdata?.dataByteorder,
    note: userdata?.dataTypeof,
  });
}
