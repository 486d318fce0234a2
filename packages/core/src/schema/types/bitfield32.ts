import { struct } from "../struct.js";
import type { Infer } from "../type.js";
import { masked, maskOf } from "./masked.js";
import { u32 } from "./scalar.js";

/** `struct nla_bitfield32`: bits, and which of them count. */
export const bitfield32 = struct("bitfield32", {
  /** The bits. */
  value: masked(u32, "selector"),
  /** Those that the sender means to set or clear; in a request where absent those that are set in `value`. */
  selector: maskOf(u32),
});
/** Bits, and which of them count. */
export interface Bitfield32 extends Infer<typeof bitfield32> {}
