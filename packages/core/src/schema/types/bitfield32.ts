import { struct } from "../struct.js";
import type { Infer } from "../type.js";
import { masked, maskOf } from "./masked.js";
import { u32 } from "./scalar.js";

/** `struct nla_bitfield32`: bits, and a mask of those that count. */
export const bitfield32 = struct("bitfield32", {
  /** The bits. */
  value: masked(u32, "selector"),
  /** Bits to set or clear; if absent from a request, the bits that are set in `value`. */
  selector: maskOf(u32),
});
/** Bits, and a mask of those that count. */
export interface Bitfield32 extends Infer<typeof bitfield32> {}
