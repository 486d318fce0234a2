/** `NLMSG_ALIGN(len)` and `NLA_ALIGN(len)`: both round up to 4. */
export function align(length: number): number {
  return (length + 3) & ~3;
}
