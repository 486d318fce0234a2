import { attributes, type Infer, s32, u8, u32 } from "@rxnetlink/core";

/** The XDP program of a link (`IFLA_XDP_*`). */
export const xdpAttributes = attributes("xdp-attrs", "IFLA_XDP_", {
  /** Descriptor of the program to attach; -1 detaches. Write-only. */
  fd: [1, s32],
  /** `XDP_ATTACHED_*`: 0 none, 1 driver, 2 generic, 3 hardware, 4 several. */
  attached: [2, u8],
  /** `XDP_FLAGS_*`. */
  flags: [3, u32],
  /** Id of the program. */
  progId: [4, u32],
  /** Id of the program in the driver. */
  drvProgId: [5, u32],
  /** Id of the generic program. */
  skbProgId: [6, u32],
  /** Id of the program in hardware. */
  hwProgId: [7, u32],
  /** Descriptor of the program that must be attached now, for a safe exchange. Write-only. */
  expectedFd: [8, s32],
});
/** The XDP program of a link. */
export interface LinkXdp extends Infer<typeof xdpAttributes> {}
