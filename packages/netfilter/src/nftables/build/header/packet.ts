import { EncodeError } from "@rxnetlink/core";
import { payloadCsumFlags } from "../../expr/kinds/payload.js";
import { type Compiler, registerOf } from "../compile/compiler.js";
import type { Protocol } from "../compile/protocol.js";
import type { Need } from "../compile/statement.js";
import { ones, partOf } from "../field/bits.js";
import type { Source } from "../field/source.js";
import { isValue, parseOne } from "../field/value.js";
import { placeOf } from "../field/words.js";
import { storing, type WritableSource } from "../field/writable.js";
import { toBytes } from "../value/bytes.js";
import type { DataType } from "../value/data-type.js";

type Base = "link" | "network" | "transport" | "inner";

/** A header of the packet. */
export interface Header {
  /** nft's word: `"tcp"`. */
  readonly name: string;
  readonly base: Base;
  /** Offset of the header from its base, in bytes; absent for 0. */
  readonly start?: number;
  /** Protocol that must be certain; absent if none. */
  readonly protocol?: Protocol;
  /** Offset of its checksum (`NFT_PAYLOAD_CSUM_INET`), in bytes; absent without one. */
  readonly checksum?: number;
}

/** What is special about a field. */
export interface FieldOptions extends Pick<Source, "subject"> {
  /** Types of ICMP that have the field. */
  readonly types?: readonly number[];
  /** True if it is part of the pseudo header of transport checksums. */
  readonly pseudo?: boolean;
}

interface Place extends WritableSource {
  readonly packet: { readonly base: Base; readonly offset: number };
  readonly shift: number;
}

/** Returns the source of bits of a header. */
export function packetSource(
  header: Header,
  name: string,
  offset: number,
  bits: number,
  options: FieldOptions = {},
): Place {
  const { types, pseudo, ...subject } = options;
  const [first, end] = [Math.floor(offset / 8), Math.ceil((offset + bits) / 8)];
  const words = name.startsWith("@") ? name : `${header.name} ${name}`;
  const packet = { base: header.base, offset: first + (header.start ?? 0) };
  const { protocol } = header;
  const needs: Need[] =
    protocol === undefined ? [] : [types === undefined ? { protocol } : { protocol, types }];
  const shift = end * 8 - (offset + bits);
  const place: Place = {
    ...{ words, place: placeOf(words), needs, bytes: end - first, shift, packet, ...subject },
    load: (c, slot, len) => c.emit("payload", { dreg: registerOf(slot), ...packet, len }),
    store: (c, given, type) => store(c, header, place, given, type, pseudo ?? false),
  };
  return place;
}

type Write = { readonly offset: number; readonly len: number };

/** Writes a field; bits that share their bytes, or half a word of the checksum, are read and written with the rest. */
function store(
  c: Compiler,
  header: Header,
  place: Place,
  given: unknown,
  type: DataType<never>,
  pseudo: boolean,
): void {
  const { packet, bytes, shift } = place;
  const summed = header.checksum !== undefined;
  const odd = summed ? packet.offset % 2 : 0;
  const evenEnd = summed ? (odd + bytes) % 2 : 0;
  const write = { offset: packet.offset - odd, len: odd + bytes + evenEnd };
  const whole = type.bits === bytes * 8 && write.len === bytes;
  const finish = (slot: number) =>
    c.emit("payload", { sreg: registerOf(slot), base: packet.base, ...write, ...checksumOf(header, pseudo) });
  if (whole) storing(c, given, type, finish);
  else finish(loadAround(c, packet.base, write, given, type, BigInt(shift + 8 * evenEnd)));
}

function checksumOf({ checksum }: Header, pseudo: boolean) {
  const flags = { csumFlags: pseudo ? payloadCsumFlags.of("l4csumPseudohdr") : 0 };
  if (checksum === undefined) return { csumType: "none", csumOffset: 0, ...flags } as const;
  return { csumType: "inet", csumOffset: checksum, ...flags } as const;
}

/** Loads the bytes around a field, with the field replaced. */
function loadAround(
  c: Compiler,
  base: Base,
  at: Write,
  given: unknown,
  type: DataType<never>,
  shift: bigint,
): number {
  if (isValue(given))
    throw new EncodeError("a part of a byte or of a checksummed word can only be set to a literal");
  const slot = c.reserve(at.len);
  const dreg = registerOf(slot);
  c.emit("payload", { dreg, base, ...at });
  const value = parseOne(type, given) << shift;
  const [mask, xor] = [ones(at.len * 8) & ~(ones(type.bits) << shift), value].map((bits) =>
    toBytes(bits, at.len, "network"),
  );
  c.emit("bitwise", {
    sreg: dreg,
    dreg,
    len: at.len,
    mask: { value: mask! },
    xor: { value: xor! },
    op: "maskXor",
  });
  return slot;
}

/** Returns the part of a field, for matches that other statements need. */
export const packetPart = (
  header: Header,
  name: string,
  offset: number,
  type: DataType<never>,
  options?: FieldOptions,
) => partOf(packetSource(header, name, offset, type.bits, options), type);
