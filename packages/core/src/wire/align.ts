/** Rounds a length up to a multiple of 4, like `NLMSG_ALIGN()` and `NLA_ALIGN()`. */
export function align(length: number): number {
  return (length + 3) & ~3;
}
