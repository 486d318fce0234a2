// What two layouts make of the same message, attribute by attribute.

import { type AnyType, type Scope, Writer } from "@rxnetlink/core/schema";

/** What layouts know about themselves, beside the contract of types. */
interface Parts {
  readonly set?: Readonly<Record<string, readonly [number, AnyType]>>;
  readonly fields?: Readonly<Record<string, AnyType>>;
  readonly header?: AnyType;
  readonly attributes?: AnyType;
  readonly formats?: Readonly<Record<string, AnyType>>;
}

/** A value, and the layout that has read it. */
interface Read {
  readonly type: AnyType & Parts;
  readonly value: unknown;
  readonly scope?: Scope | undefined;
}

type Members = Readonly<Record<string, unknown>>;
type Report = (path: string, what: string) => void;

const NUMBER = 0x3fff;
const binary: AnyType = { name: "binary", read: () => undefined, write: (out, value) => out.append(value) };

function read(type: AnyType, value: unknown, scope?: Scope): Read {
  return { type: type.target?.() ?? type, value, scope };
}

function bytesOf({ type, value, scope }: Read): string {
  const out = new Writer();
  type.write(out, value, scope);
  return Buffer.from(out.take()).toString("hex");
}

const within = ({ value, scope }: Read): Scope => ({
  value: value as Members,
  parent: scope,
  depth: (scope?.depth ?? 0) + 1,
});

/** Returns the attributes that a value has, known or not, by number. */
function attributesOf(one: Read, set: NonNullable<Parts["set"]>): Map<number, Read> {
  const value = one.value as Members & { readonly unknown?: readonly { type: number; bytes: Uint8Array }[] };
  const scope = within(one);
  const found = new Map<number, Read>();
  for (const [key, [number, type]] of Object.entries(set))
    if (value[key] !== undefined) found.set(number, read(type, value[key], scope));
  for (const { type, bytes } of value.unknown ?? []) found.set(type & NUMBER, { type: binary, value: bytes });
  return found;
}

/** True if a value has the members of its set, rather than others that it was made into. */
const isPlain = ({ value }: Read, set: object): boolean =>
  Object.keys(value as Members).every((key) => key === "unknown" || Object.hasOwn(set, key));

/** Returns the members of a struct by offset and size. */
function membersOf(one: Read, fields: NonNullable<Parts["fields"]>): Map<string, Read> {
  const found = new Map<string, Read>();
  let at = 0;
  for (const [key, type] of Object.entries(fields)) {
    if (!type.ignored) found.set(`+${at}:${type.size}`, read(type, (one.value as Members)[key], one.scope));
    at += type.size ?? 0;
  }
  return found;
}

function compareAll(
  ours: ReadonlyMap<unknown, Read>,
  theirs: ReadonlyMap<unknown, Read>,
  path: string,
  report: Report,
): void {
  for (const key of new Set([...ours.keys(), ...theirs.keys()])) {
    const here = `${path}.${String(key)}`;
    const [one, other] = [ours.get(key), theirs.get(key)];
    if (one === undefined || other === undefined)
      report(here, `only in ${one === undefined ? "theirs" : "ours"}`);
    else compare(one, other, here, report);
  }
}

function elementsOf({ type, value, scope }: Read): Map<string, Read> | undefined {
  const element = type.member?.("0");
  if (element === undefined || typeof value !== "object" || value === null) return undefined;
  return new Map(Object.entries(value).map(([key, one]) => [`[${key}]`, read(element, one, scope)]));
}

function leaves(one: Read, other: Read, path: string, report: Report): void {
  const [ours, theirs] = [bytesOf(one), bytesOf(other)];
  if (ours !== theirs) report(path, `${ours} is not ${theirs}`);
}

/** Returns the chosen format of a sub-message. */
function formatOf({ type, value, scope }: Read): Read | undefined {
  const [[key, inside] = []] = Object.entries(value as Members);
  return key === undefined || key === "unknown" ? undefined : read(type.formats![key]!, inside, scope);
}

/** Returns the header of a message, and its attributes. */
function partsOf(one: Read): readonly [header: Read, attributes: Read] {
  const { header, attributes } = one.type;
  const isHeader = (key: string) => header!.member!(key) !== undefined;
  const own = (wanted: boolean) =>
    Object.fromEntries(Object.entries(one.value as Members).filter(([key]) => isHeader(key) === wanted));
  return [
    { ...one, type: header!, value: own(true) },
    { ...one, type: attributes!, value: own(false) },
  ];
}

function compare(one: Read, other: Read, path: string, report: Report): void {
  const [a, b] = [one.type, other.type];
  if (a.header && b.header) {
    const [ours, theirs] = [partsOf(one), partsOf(other)];
    compare(ours[0], theirs[0], `${path}.header`, report);
    return compare(ours[1], theirs[1], path, report);
  }
  if (a.set && b.set && isPlain(one, a.set))
    return compareAll(attributesOf(one, a.set), attributesOf(other, b.set), path, report);
  if (a.formats && b.formats) {
    const [ours, theirs] = [formatOf(one), formatOf(other)];
    if (ours && theirs) return compare(ours, theirs, path, report);
    return leaves(one, other, path, report);
  }
  const [ours, theirs] = [elementsOf(one), elementsOf(other)];
  if (ours && theirs) return compareAll(ours, theirs, path, report);
  if (a.fields && b.fields) {
    const members = [membersOf(one, a.fields), membersOf(other, b.fields)] as const;
    const shared = [...members[0]].filter(([key]) => members[1].has(key));
    // One may be that of an older kernel.
    if (shared.length === Math.min(members[0].size, members[1].size)) {
      const theirs = new Map(shared.map(([key]) => [key, members[1].get(key)!]));
      return compareAll(new Map(shared), theirs, path, report);
    }
  }
  leaves(one, other, path, report);
}

/** Returns the places at which two layouts made something else of the same bytes. */
export function differences(ours: Read, theirs: Read): string[] {
  const found: string[] = [];
  compare(ours, theirs, "", (path, what) => found.push(`${path}: ${what}`));
  return found;
}
