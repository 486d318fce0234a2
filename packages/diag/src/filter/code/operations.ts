import { enumeration, pad, s32, struct, u8, u16, u32 } from "@rxnetlink/core/schema";

/** Operations of the filter that the kernel runs on each socket (`INET_DIAG_BC_*`). */
export const inetDiagBc = enumeration("INET_DIAG_BC_", u8, {
  /** True. */
  nop: 0,
  /** False: goes to `no`. */
  jmp: 1,
  /** The source port is at least `no` of the second operation. */
  sGe: 2,
  /** The source port is at most `no` of the second operation. */
  sLe: 3,
  /** The destination port is at least `no` of the second operation. */
  dGe: 4,
  /** The destination port is at most `no` of the second operation. */
  dLe: 5,
  /** The kernel chose the source port. */
  auto: 6,
  /** The source is within a prefix, and has a port (`struct inet_diag_hostcond`). */
  sCond: 7,
  /** The destination is within a prefix, and has a port (`struct inet_diag_hostcond`). */
  dCond: 8,
  /** The socket is bound to a link, whose index follows. */
  devCond: 9,
  /** The mark has a value (`struct inet_diag_markcond`); needs `CAP_NET_ADMIN`. */
  markCond: 10,
  /** The source port is `no` of the second operation; newer than `sCond`, which does the same. */
  sEq: 11,
  /** The destination port is `no` of the second operation; newer than `dCond`, which does the same. */
  dEq: 12,
  /** The socket was created in a control group, whose identifier follows; since kernel 5.9. */
  cgroupCond: 13,
});

/** `struct inet_diag_bc_op`. */
export const inetDiagBcOp = struct("inet_diag_bc_op", {
  /** Operation. */
  code: inetDiagBc,
  /** Distance to the next operation in bytes, if this one is true; the kernel takes it for the length of this one. */
  yes: u8,
  /** Distance to the next operation in bytes, if this one is false; 4 beyond the end rejects the socket. */
  no: u16,
});

/** `struct inet_diag_hostcond`, which the address follows. */
export const inetDiagHostcond = struct("inet_diag_hostcond", {
  /** Family of the address (`AF_*`); 0 for any address. */
  family: u8,
  /** Length of the prefix in bits. */
  prefixLen: u8,
  _pad: pad(2),
  /** Port; -1 for any. */
  port: s32,
});

/** `struct inet_diag_markcond`. */
export const inetDiagMarkcond = struct("inet_diag_markcond", {
  /** Value of the bits in `mask`. */
  mark: u32,
  /** Bits that are compared. */
  mask: u32,
});
