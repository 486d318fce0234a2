import { enumeration, s32be } from "@rxnetlink/core/schema";

/** Priorities of the kernel's own functions at hooks (`NF_IP_PRI_*`, those of IPv6 are the same); lower ones come first. */
export const hookPriority = enumeration("NF_IP_PRI_", s32be, {
  first: -2_147_483_648,
  /** Before fragments are put together. */
  rawBeforeDefrag: -450,
  /** Fragments are put together. */
  conntrackDefrag: -400,
  raw: -300,
  selinuxFirst: -225,
  /** Connections are looked up. */
  conntrack: -200,
  mangle: -150,
  /** Destinations are translated. */
  natDst: -100,
  filter: 0,
  security: 50,
  /** Sources are translated. */
  natSrc: 100,
  selinuxLast: 225,
  /** Helpers read packets. */
  conntrackHelper: 300,
  /** Connections are confirmed; also the last of all. */
  conntrackConfirm: 2_147_483_647,
});
