import { setFlags } from "../../set/layout.js";
import type { SetByteorder, SetUserdata } from "../../userdata/set.js";
import type { AnonymousSet } from "../compile/compiled.js";
import type { Compiler } from "../compile/compiler.js";
import { paddedSize } from "../value/bytes.js";
import type { DataType } from "../value/data-type.js";
import { type Entry, elementsOf, hasIntervals } from "./elements.js";
import { type Key, spaceOf } from "./key.js";

/** `NFT_DATA_VERDICT`, the type of data that the kernel knows. */
const VERDICT = String(0xffffff00);
const BASIC = setFlags.of("anonymous", "constant");

type ObjectType = NonNullable<AnonymousSet["objType"]>;

/** What a map holds: verdicts, objects of a type, or values, as they are or as intervals. */
export type Contents =
  | { readonly type: "verdict" }
  | { readonly type: "object"; readonly objType: ObjectType }
  | { readonly type: "value"; readonly types: readonly DataType<never>[]; readonly intervals: boolean };

/** Adds an anonymous set or map, and returns how expressions refer to it. */
export function addSet(
  c: Compiler,
  key: Key,
  entries: readonly Entry[],
  contents?: Contents,
): { set: string; setId: number } {
  const intervals = hasIntervals(entries);
  const concat = intervals && key.parts.length > 1;
  const elements = elementsOf(key, entries);
  const [name, map, settings] = contents === undefined ? ["__set%d", 0, {}] : holding(contents);
  const id = c.nextSetId();
  const fields = key.parts.map(({ source }) => ({ len: concat ? source.bytes : paddedSize(source.bytes) }));
  c.sets.push({
    name,
    id,
    flags: BASIC | map | (intervals ? setFlags.of("interval") : 0) | (concat ? setFlags.of("concat") : 0),
    keyType: typeName(key.parts.map(({ type }) => type)),
    keyLen: spaceOf(key),
    ...settings,
    desc: { size: elements.length, ...(concat ? { concat: fields } : {}) },
    userdata: userdata(key, contents),
    elements,
  });
  return { set: name, setId: id };
}

type MapSettings = Pick<AnonymousSet, "dataType" | "dataLen" | "objType">;

function holding(contents: Contents): [name: string, flags: number, settings: MapSettings] {
  if (contents.type === "verdict") return ["__map%d", setFlags.of("map"), { dataType: VERDICT, dataLen: 0 }];
  if (contents.type === "object") return ["__objmap%d", setFlags.of("object"), { objType: contents.objType }];
  const { types, intervals } = contents;
  const size = types.reduce((sum, { bits }) => sum + paddedSize(bits / 8), 0);
  const single = types.length === 1 && !intervals ? types[0]!.bits / 8 : size * (intervals ? 2 : 1);
  return ["__map%d", setFlags.of("map"), { dataType: typeName(types), dataLen: single }];
}

const typeName = (types: readonly { name: string }[]) => types.map(({ name }) => name).join(" . ");

/** Returns the byte order that nft notes: none for joined fields. */
function orderOf(types: readonly { order: string }[]): SetByteorder {
  if (types.length !== 1) return "invalid";
  return types[0]!.order === "network" ? "bigEndian" : "hostEndian";
}

/** Returns what nft needs in order to print a set. */
function userdata(key: Key, contents: Contents | undefined): SetUserdata {
  const keyByteorder = orderOf(key.parts.map(({ type }) => type));
  if (contents === undefined) return { keyByteorder, mergeElements: 1 };
  if (contents.type !== "value") return { keyByteorder, dataByteorder: "invalid" };
  return { keyByteorder, dataByteorder: orderOf(contents.types), dataInterval: contents.intervals ? 1 : 0 };
}
