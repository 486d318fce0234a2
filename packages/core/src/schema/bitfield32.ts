import { u32 } from "./scalar.js";
import { struct } from "./struct.js";
import type { Infer } from "./type.js";

/** `struct nla_bitfield32`: bits, and which of them count. */
export const bitfield32 = struct("bitfield32", {
  /** The bits. */
  value: u32,
  /** Those that the sender means to set or clear. */
  selector: u32,
});
/** Bits, and which of them count. */
export interface Bitfield32 extends Infer<typeof bitfield32> {}
