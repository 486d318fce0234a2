import { attributes, enumeration, flags, type Infer, readOnly, s32, u8, u32 } from "@rxnetlink/core";

/** Where an XDP program is attached (`XDP_ATTACHED_*`). */
export const xdpAttached = enumeration("XDP_ATTACHED_", u8, {
  none: 0,
  /** In the driver. */
  drv: 1,
  /** In the generic code, for each packet buffer. */
  skb: 2,
  /** In hardware. */
  hw: 3,
  /** In several places. */
  multi: 4,
});

/** How an XDP program is attached (`XDP_FLAGS_*`). */
export const xdpFlags = flags("XDP_FLAGS_", u32, {
  /** Fails where there is one already. */
  updateIfNoexist: 0x1,
  skbMode: 0x2,
  drvMode: 0x4,
  hwMode: 0x8,
  /** Replaces the one that `expectedFd` names; since 5.7. */
  replace: 0x10,
});

/** The XDP program of a link (`IFLA_XDP_*`). */
export const xdpAttributes = attributes("xdp-attrs", "IFLA_XDP_", {
  /** Descriptor of the program to attach; -1 detaches. Write-only. */
  fd: [1, s32],
  /** Where it is attached; read-only. */
  attached: [2, readOnly(xdpAttached)],
  /** How it is attached; {@link xdpFlags} has the names. Write-only. */
  flags: [3, xdpFlags],
  /** Id of the program; read-only. */
  progId: [4, readOnly(u32)],
  /** Id of the program in the driver; read-only. */
  drvProgId: [5, readOnly(u32)],
  /** Id of the generic program; read-only. */
  skbProgId: [6, readOnly(u32)],
  /** Id of the program in hardware; read-only. */
  hwProgId: [7, readOnly(u32)],
  /** Descriptor of the program that must be attached now, for a safe exchange. Write-only, since 5.7. */
  expectedFd: [8, s32],
});
/** The XDP program of a link. */
export interface LinkXdp extends Infer<typeof xdpAttributes> {}
