import { attributes, enumeration, flags, type Infer, readOnly, s32, u8, u32 } from "@rxnetlink/core/schema";

/** Attachment point of an XDP program (`XDP_ATTACHED_*`). */
export const xdpAttached = enumeration("XDP_ATTACHED_", u8, {
  none: 0,
  /** Driver. */
  drv: 1,
  /** Generic code, run for each packet buffer. */
  skb: 2,
  /** Hardware. */
  hw: 3,
  /** Several points. */
  multi: 4,
});

/** Flags for attaching an XDP program (`XDP_FLAGS_*`). */
export const xdpFlags = flags("XDP_FLAGS_", u32, {
  /** Fails if a program is already attached. */
  updateIfNoexist: 0x1,
  skbMode: 0x2,
  drvMode: 0x4,
  hwMode: 0x8,
  /** Replaces the program of `expectedFd`; since 5.7. */
  replace: 0x10,
});

/** XDP program of a link (`IFLA_XDP_*`). */
export const xdpAttributes = attributes("xdp-attrs", "IFLA_XDP_", {
  /** File descriptor of the program to attach; -1 detaches. Write-only. */
  fd: [1, s32],
  /** Attachment point; read-only. */
  attached: [2, readOnly(xdpAttached)],
  /** Flags for attaching; see {@link xdpFlags}. Write-only. */
  flags: [3, xdpFlags],
  /** Id of the program, if there is only one; read-only. */
  progId: [4, readOnly(u32)],
  /** Id of the program in the driver; read-only. */
  drvProgId: [5, readOnly(u32)],
  /** Id of the generic program; read-only. */
  skbProgId: [6, readOnly(u32)],
  /** Id of the program in hardware; read-only. */
  hwProgId: [7, readOnly(u32)],
  /** File descriptor of the program that is to be replaced. Write-only, since 5.7. */
  expectedFd: [8, s32],
});
/** XDP program of a link. */
export interface LinkXdp extends Infer<typeof xdpAttributes> {}
