import { type Infer, required, struct, u8, u16, u32 } from "@rxnetlink/core";

/** One instruction of a classic BPF program (`struct sock_filter`). */
export const sockFilter = struct("sock_filter", {
  /** Operation. */
  code: required(u16),
  /** How many instructions to skip where the comparison holds. */
  jt: u8,
  /** How many to skip where it does not. */
  jf: u8,
  /** Operand. */
  k: u32,
});
/** One instruction of a classic BPF program. */
export interface SockFilter extends Infer<typeof sockFilter> {}

/** A program, with how many instructions it has. */
export function programCounted<T extends { readonly ops?: readonly unknown[] | undefined }>(given: T): T {
  return given.ops === undefined ? given : { ...given, opsLen: given.ops.length };
}
