import { EncodeError } from "@rxnetlink/core";
import { byteOrderOf, checkRecord } from "@rxnetlink/core/internal";
import { type AnyType, type ByteOrder, binary, type Infer, type Type, Writer } from "@rxnetlink/core/schema";

//  A member of user data:   0      1       2                    2 + length
//                           | u8   | u8    | value …            |
//                           type   length  (length counts the value)

/** A member of user data that its layout does not know. */
export interface UnknownTlv {
  /** Number of the member. */
  type: number;
  /** Its value. */
  bytes: Uint8Array;
}

/** Members of user data by key: number and type of each. */
export type TlvMembers = Readonly<Record<string, readonly [number: number, type: AnyType]>>;

/** Value of user data: each member may be absent. */
export type TlvsOf<M extends TlvMembers> = { -readonly [K in keyof M]?: Infer<M[K][1]> } & {
  /** Members that this version does not know; written back unchanged. */
  unknown?: UnknownTlv[];
  /** All of it, if it is not made of members: other programs may keep anything there. */
  raw?: Uint8Array;
};

type Value = Record<string, unknown> & { unknown?: UnknownTlv[]; raw?: Uint8Array };

/** Returns the members; `undefined` if the bytes are not made of members. */
function parsed(members: TlvMembers, view: DataView, at: number, end: number): Value | undefined {
  const value: Value = {};
  let from = at;
  while (end - from >= 2) {
    const type = view.getUint8(from);
    const stop = from + 2 + view.getUint8(from + 1);
    if (stop > end) return undefined;
    const [key, [, layout]] = Object.entries(members).find(([, [number]]) => number === type) ?? [
      "",
      [0, binary],
    ];
    if (key === "" || value[key] !== undefined) {
      value.unknown ??= [];
      value.unknown.push({ type, bytes: binary.read(view, from + 2, stop) });
    } else value[key] = layout.read(view, from + 2, stop);
    from = stop;
  }
  return from === end ? value : undefined;
}

function writeTlv(out: Writer, type: number, layout: AnyType, value: unknown): void {
  const start = out.room(2);
  layout.write(out, value);
  const length = out.at - start - 2;
  if (length > 0xff) throw new EncodeError(`${length} bytes do not fit into a member of user data`);
  out.view.setUint8(start, type);
  out.view.setUint8(start + 1, length);
}

function write(members: TlvMembers, out: Writer, value: Value): void {
  checkRecord(value, "set of user data");
  if (value.raw !== undefined) return binary.write(out, value.raw);
  for (const [key, [number, layout]] of Object.entries(members)) {
    if (value[key] === undefined) continue;
    try {
      writeTlv(out, number, layout, value[key]);
    } catch (error) {
      throw error instanceof EncodeError ? error.at(key) : error;
    }
  }
  for (const { type, bytes } of value.unknown ?? []) writeTlv(out, type, binary, bytes);
}

/** Returns true if a value is written as the bytes that it was read from. */
function isFaithful(members: TlvMembers, value: Value, read: Uint8Array, byteOrder: ByteOrder): boolean {
  const out = new Writer(64, false, false, byteOrder);
  try {
    write(members, out, value);
  } catch {
    return false;
  }
  const written = out.take();
  return written.length === read.length && written.every((byte, i) => byte === read[i]);
}

/**
 * Declares user data: members of a type and a length of one byte each, as nft keeps comments and types. The kernel does not
 * read it. Anything else that programs keep there is kept as `raw`.
 *
 * @example
 * userdata: [7, tlvs("table-userdata", { comment: [0, string] })],
 */
export function tlvs<M extends TlvMembers>(name: string, members: M): Type<TlvsOf<M>> {
  return {
    name,
    read(view, at, end) {
      const all = binary.read(view, at, end);
      let value: Value | undefined;
      try {
        value = parsed(members, view, at, end);
      } catch {
        // Bytes that look like members, but are not.
      }
      const isWhole = value !== undefined && isFaithful(members, value, all, byteOrderOf(view));
      return (isWhole ? value : { raw: all }) as TlvsOf<M>;
    },
    write: (out, value) => write(members, out, value as Value),
    member: (key) => (key === "raw" ? binary : members[key]?.[1]),
    keys: () => Object.keys(members),
  };
}
