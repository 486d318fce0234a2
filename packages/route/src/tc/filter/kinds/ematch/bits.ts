// Two matches whose structs have bit fields. C lays these out from the lowest bit on little-endian machines and from
// the highest on big-endian ones.
import { byteOrderOf } from "@rxnetlink/core/internal";
import { binary, type Infer, required, struct, type Type, u8, u16, u32 } from "@rxnetlink/core/schema";
import { missingMember } from "../../../request.js";

/** Two bit fields in a word. */
interface Pair {
  /** Number of bits of the word. */
  readonly bits: number;
  /** Number of bits of the first field. */
  readonly width: number;
}

/** Splits a word into two bit fields. */
function split(word: number, { bits, width }: Pair, view: DataView): [first: number, second: number] {
  if (byteOrderOf(view) === "little") return [word & ((1 << width) - 1), word >> width];
  return [word >> (bits - width), word & ((1 << (bits - width)) - 1)];
}

/** Network header, the default base of an offset. */
const NETWORK = 1;

/** Joins two bit fields into a word. */
function join(first: number, second: number, { bits, width }: Pair, view: DataView): number {
  return byteOrderOf(view) === "little" ? first | (second << width) : (first << (bits - width)) | second;
}

/** Layer of the packet that is the base of an offset (`TCF_LAYER_*`). */
export type EmatchLayer = 0 | 1 | 2 | number;

/** Comparison of a number in the packet (`struct tcf_em_cmp`). */
export interface EmatchCmp {
  /** Value to compare with. */
  val: number;
  /** Mask of the number; 0 is all bits. */
  mask: number;
  /** Offset of the number, in bytes. */
  off: number;
  /** Size of the number, in bytes: 1, 2 or 4 (`TCF_EM_ALIGN_*`). */
  align: number;
  /** 1 reads the number in host byte order (`TCF_EM_CMP_TRANS`). */
  flags: number;
  /** Base of the offset: 0 the frame, 1 the network header (the default), 2 the transport header. */
  layer: EmatchLayer;
  /** Operator: 0 equal, 1 greater, 2 less (`TCF_EM_OPND_*`). */
  opnd: number;
}

const NIBBLES: Pair = { bits: 8, width: 4 };
const LENGTH_LAYER: Pair = { bits: 16, width: 12 };

const cmpWords = struct("tcf_em_cmp", {
  val: required(u32),
  mask: u32,
  off: required(u16),
  alignFlags: u8,
  layerOpnd: u8,
});

/** Layout of {@link EmatchCmp} (`struct tcf_em_cmp`). */
export const cmpMatch: Type<EmatchCmp> = {
  name: cmpWords.name,
  size: 12,
  read(view, at, end) {
    const { alignFlags, layerOpnd, ...words } = cmpWords.read(view, at, end);
    const [align, flags] = split(alignFlags, NIBBLES, view);
    const [layer, opnd] = split(layerOpnd, NIBBLES, view);
    return { ...words, align, flags, layer, opnd };
  },
  write(out, { align, flags = 0, layer = NETWORK, opnd, ...words }) {
    if (align === undefined) throw missingMember("align");
    if (opnd === undefined) throw missingMember("opnd");
    const pairs = {
      alignFlags: join(align, flags, NIBBLES, out.view),
      layerOpnd: join(layer, opnd, NIBBLES, out.view),
    };
    cmpWords.write(out, { ...words, ...pairs });
  },
};

/** Comparison of bytes in the packet (`struct tcf_em_nbyte` and the bytes). */
export interface EmatchNbyte {
  /** Offset of the bytes. */
  off: number;
  /** Base of the offset: 0 the frame, 1 the network header (the default), 2 the transport header. */
  layer: EmatchLayer;
  /** Bytes to match, up to 4095. */
  needle: Uint8Array;
}

const nbyteWords = struct("tcf_em_nbyte", { off: required(u16), lenLayer: u16, needle: binary });
interface NbyteWords extends Infer<typeof nbyteWords> {}

/** Layout of {@link EmatchNbyte} (`struct tcf_em_nbyte` and the bytes). */
export const nbyteMatch: Type<EmatchNbyte> = {
  name: nbyteWords.name,
  read(view, at, end) {
    const { off, lenLayer, needle }: NbyteWords = nbyteWords.read(view, at, end);
    const [length, layer] = split(lenLayer, LENGTH_LAYER, view);
    return { off, layer, needle: needle.subarray(0, length) };
  },
  write(out, { off, layer = NETWORK, needle }) {
    if (needle === undefined) throw missingMember("needle");
    nbyteWords.write(out, { off, lenLayer: join(needle.length, layer, LENGTH_LAYER, out.view), needle });
  },
};
