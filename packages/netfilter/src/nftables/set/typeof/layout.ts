import { nest, type Type, u32, Writer } from "@rxnetlink/core/schema";
import { type SetTypeof, setTypeof } from "../../userdata/set.js";
import { type TlvMembers, type TlvsOf, tlvs } from "../../userdata/tlvs.js";

//  Parameters of the expressions that sets are declared by, as nft notes them.

/** Numbers of nft for kinds of expressions. */
const EXPR = { payload: 7, exthdr: 8, meta: 9, socket: 10, ct: 12, concat: 13, rt: 25 } as const;

/** What the kernel knows about a packet, a socket or a route, by its key. */
const keyMembers = { key: [0, u32] } as const;
/** A part of a connection; in direction -1, either. */
const ctMembers = { key: [0, u32], direction: [1, u32] } as const;
/** A field of a header, both by nft's numbers; `len` in bits, of plain numbers. */
const payloadMembers = { header: [0, u32], field: [1, u32], len: [4, u32] } as const;
/** A field of an extension header or option. */
const exthdrMembers = { field: [1, u32], op: [2, u32], header: [0, u32] } as const;

const described =
  <M extends TlvMembers>(expr: number, members: M) =>
  (value: TlvsOf<M>): SetTypeof => ({ expr, data: bytesOf(nest<TlvsOf<M>>(tlvs("typeof", members)), value) });

function bytesOf<T>(layout: Type<T>, value: T): Uint8Array {
  const out = new Writer(64);
  layout.write(out, value);
  return out.take();
}

/** Returns the note of an expression by its kind. */
export const typeofs = {
  meta: described(EXPR.meta, keyMembers),
  socket: described(EXPR.socket, keyMembers),
  rt: described(EXPR.rt, keyMembers),
  ct: described(EXPR.ct, ctMembers),
  payload: described(EXPR.payload, payloadMembers),
  exthdr: described(EXPR.exthdr, exthdrMembers),
} as const;

/** Fields that are joined, by their position. */
const concatMembers = {
  0: [0, setTypeof],
  1: [1, setTypeof],
  2: [2, setTypeof],
  3: [3, setTypeof],
  4: [4, setTypeof],
} as const;
const concatTypeof = tlvs("typeof", concatMembers);

/** Returns the note of fields: of several, that they are joined. */
export function joinedTypeof(fields: readonly SetTypeof[]): SetTypeof {
  if (fields.length === 1) return fields[0]!;
  return { expr: EXPR.concat, data: bytesOf(concatTypeof, { ...fields } as TlvsOf<typeof concatMembers>) };
}

/** Returns the notes of the fields that are joined in one. */
export function fieldTypeofs(whole: SetTypeof): SetTypeof[] {
  const { expr, data } = whole;
  if (expr !== EXPR.concat || data === undefined) return [whole];
  const {
    raw: _,
    unknown: _u,
    ...fields
  } = concatTypeof.read(new DataView(data.buffer, data.byteOffset, data.length), 0, data.length);
  return Object.values(fields);
}
