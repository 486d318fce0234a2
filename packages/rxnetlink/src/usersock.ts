/**
 * `NETLINK_USERSOCK`: programs that talk to each other, by port id and in multicast groups.
 *
 * @module
 */

import type { Transport } from "@rxnetlink/core";
import {
  usersock as overTransport,
  type Usersock,
  type UsersockOptions,
} from "@rxnetlink/protocols/usersock";
import type { KernelTransport } from "@rxnetlink/transport";
import { type OverTransport, overKernel } from "./over-kernel.js";

export * from "@rxnetlink/protocols/usersock";
export type { OverTransport };

/** Options of {@link usersock}. */
export interface KernelUsersockOptions<T extends Transport = KernelTransport>
  extends Omit<UsersockOptions, "transport"> {
  /** The transport, such as that of `rtnetlink()`, whose thread is then shared; by default a new one. */
  readonly transport?: T;
}

/**
 * Opens `NETLINK_USERSOCK`: to the kernel of this machine, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 */
export function usersock<T extends Transport = KernelTransport>(
  options: KernelUsersockOptions<T> = {},
): Usersock & OverTransport<T> {
  return overKernel<T, Usersock>(options, overTransport);
}
