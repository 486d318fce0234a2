import * as C from "./constants.js";
import type { Libc } from "./libc.js";
import { intBytes } from "./native.js";

/** The kernel keeps memberships in words of so many groups. */
const WORD = 32;

/** A number above all groups. */
const BEYOND = 0x7fff_ffff;

/** Returns the number of groups that the kernel has room for in a protocol: the last group is in the last word of it. */
function roomOf(libc: Libc, fd: number): number {
  const length = new Uint32Array(1);
  const bytes = new Uint8Array(length.buffer);
  libc.getsockopt(fd, C.SOL_NETLINK, C.NETLINK_LIST_MEMBERSHIPS, null, bytes);
  return length[0]! * 8;
}

/**
 * Returns the number of the last multicast group that the kernel has in a protocol; `undefined` if it does not tell. For the
 * hints of errors: it opens a socket of its own, and joins the last group for a moment.
 */
export function lastGroup(libc: Libc, protocol: number): number | undefined {
  const fd = libc.socket(C.AF_NETLINK, C.SOCK_TYPES.raw | C.SOCK_CLOEXEC, protocol);
  if (fd < 0) return undefined;
  try {
    const refuses = (group: number) =>
      libc.setsockopt(fd, C.SOL_NETLINK, C.NETLINK_ADD_MEMBERSHIP, intBytes(group), 4) < 0 &&
      libc.errno() === C.EINVAL;
    // The kernel counts the groups of a socket only once it has tried to join one.
    if (!refuses(BEYOND)) return undefined;
    const room = roomOf(libc, fd);
    let last = room;
    while (last > room - WORD && refuses(last)) last--;
    return last > 0 ? last : undefined;
  } finally {
    libc.close(fd);
  }
}
