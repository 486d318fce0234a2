import { type Infer, required, struct, u8, u16, u32 } from "@rxnetlink/core/schema";

/** Instruction of a classic BPF program (`struct sock_filter`). */
export const sockFilter = struct("sock_filter", {
  /** Operation code. */
  code: required(u16),
  /** Number of instructions to skip if the comparison holds. */
  jt: u8,
  /** Number of instructions to skip if it does not. */
  jf: u8,
  /** Operand. */
  k: u32,
});
/** Instruction of a classic BPF program. */
export interface SockFilter extends Infer<typeof sockFilter> {}

/** Returns the settings with `opsLen` set to the number of instructions. */
export function withOpsLen<T extends { readonly ops?: readonly unknown[] | undefined }>(given: T): T {
  return given.ops === undefined ? given : { ...given, opsLen: given.ops.length };
}
