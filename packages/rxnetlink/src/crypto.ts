/**
 * `NETLINK_CRYPTO`: the algorithms of the kernel's crypto API.
 *
 * @module
 */

import type { Transport } from "@rxnetlink/core";
import {
  type CryptoUser,
  type CryptoUserOptions,
  cryptoUser as overTransport,
} from "@rxnetlink/protocols/crypto";
import type { KernelTransport } from "@rxnetlink/transport";
import { type OverTransport, overKernel } from "./over-kernel.js";

export * from "@rxnetlink/protocols/crypto";
export type { OverTransport };

/** Options of {@link cryptoUser}. */
export interface KernelCryptoUserOptions<T extends Transport = KernelTransport>
  extends Omit<CryptoUserOptions, "transport"> {
  /** The transport, such as that of `rtnetlink()`, whose thread is then shared; by default a new one. */
  readonly transport?: T;
}

/**
 * Opens `NETLINK_CRYPTO`: to the kernel of this machine, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 */
export function cryptoUser<T extends Transport = KernelTransport>(
  options: KernelCryptoUserOptions<T> = {},
): CryptoUser & OverTransport<T> {
  return overKernel<T, CryptoUser>(options, overTransport);
}
