import { type Infer, struct, u8, u16, u32 } from "@rxnetlink/core";

/** One instruction of a classic BPF program (`struct sock_filter`). */
export const sockFilter = struct("sock_filter", {
  /** Operation. */
  code: u16,
  /** How many instructions to skip where the comparison holds. */
  jt: u8,
  /** How many to skip where it does not. */
  jf: u8,
  /** Operand. */
  k: u32,
});
/** One instruction of a classic BPF program. */
export interface SockFilter extends Infer<typeof sockFilter> {}
