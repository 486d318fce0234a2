// Two matches whose structs have bit fields. C lays those out from the lowest bit on a little-endian machine, and from
// the highest on a big-endian one.
import { binary, type Infer, required, struct, type Type, u8, u16, u32 } from "@rxnetlink/core";
import { missing } from "../../request.js";

const lowestFirst = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** Takes two bit fields out of a word of `bits` bits, of which the first has `width`. */
function split(word: number, bits: number, width: number): [first: number, second: number] {
  if (lowestFirst) return [word & ((1 << width) - 1), word >> width];
  return [word >> (bits - width), word & ((1 << (bits - width)) - 1)];
}

/** The network header: from where an offset counts where nothing else is said. */
const NETWORK = 1;

/** Puts them together. */
function join(first: number, second: number, bits: number, width: number): number {
  return lowestFirst ? first | (second << width) : (first << (bits - width)) | second;
}

/** A layer of the packet, from where an offset counts (`TCF_LAYER_*`). */
export type EmatchLayer = 0 | 1 | 2 | number;

/** A number in the packet is compared (`struct tcf_em_cmp`). */
export interface EmatchCmp {
  /** What it is compared with. */
  val: number;
  /** Which bits count; 0 is all. */
  mask: number;
  /** Where it is, in bytes. */
  off: number;
  /** How many bytes it has: 1, 2 or 4 (`TCF_EM_ALIGN_*`). */
  align: number;
  /** 1 takes it in the order of the host (`TCF_EM_CMP_TRANS`). */
  flags: number;
  /** From where the offset counts: 0 the frame, 1 the network header (the default), 2 the transport header. */
  layer: EmatchLayer;
  /** 0 equal, 1 greater, 2 less (`TCF_EM_OPND_*`). */
  opnd: number;
}

const cmpWords = struct("tcf_em_cmp", {
  val: required(u32),
  mask: u32,
  off: required(u16),
  alignFlags: u8,
  layerOpnd: u8,
});

/** `struct tcf_em_cmp`. */
export const cmpMatch: Type<EmatchCmp> = {
  name: cmpWords.name,
  size: 12,
  read(view, at, end) {
    const { alignFlags, layerOpnd, ...words } = cmpWords.read(view, at, end);
    const [align, flags] = split(alignFlags, 8, 4);
    const [layer, opnd] = split(layerOpnd, 8, 4);
    return { ...words, align, flags, layer, opnd };
  },
  write(out, { align, flags = 0, layer = NETWORK, opnd, ...words }) {
    if (align === undefined) throw missing("align");
    if (opnd === undefined) throw missing("opnd");
    const pairs = { alignFlags: join(align, flags, 8, 4), layerOpnd: join(layer, opnd, 8, 4) };
    cmpWords.write(out, { ...words, ...pairs });
  },
};

/** Bytes in the packet are compared (`struct tcf_em_nbyte` and the bytes). */
export interface EmatchNbyte {
  /** Where they are, in bytes. */
  off: number;
  /** From where that counts: 0 the frame, 1 the network header (the default), 2 the transport header. */
  layer: EmatchLayer;
  /** The bytes, up to 4095. */
  needle: Uint8Array;
}

const nbyteWords = struct("tcf_em_nbyte", { off: required(u16), lenLayer: u16, needle: binary });
interface NbyteWords extends Infer<typeof nbyteWords> {}

/** `struct tcf_em_nbyte`, and the bytes. */
export const nbyteMatch: Type<EmatchNbyte> = {
  name: nbyteWords.name,
  read(view, at, end) {
    const { off, lenLayer, needle }: NbyteWords = nbyteWords.read(view, at, end);
    const [length, layer] = split(lenLayer, 16, 12);
    return { off, layer, needle: needle.subarray(0, length) };
  },
  write(out, { off, layer = NETWORK, needle }) {
    if (needle === undefined) throw missing("needle");
    nbyteWords.write(out, { off, lenLayer: join(needle.length, layer, 16, 12), needle });
  },
};
