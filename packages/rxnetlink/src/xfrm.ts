/**
 * `NETLINK_XFRM`: IPsec states and policies. Everything needs `CAP_NET_ADMIN`.
 *
 * @module
 */

import type { Transport } from "@rxnetlink/core";
import type { KernelTransport } from "@rxnetlink/transport";
import { xfrm as overTransport, type XfrmFamily, type XfrmOptions } from "@rxnetlink/xfrm";
import { linkNames, type OverTransport, overKernel } from "./over-kernel.js";

export * from "@rxnetlink/xfrm";
export type { OverTransport };

/** Options of {@link xfrm}. */
export interface KernelXfrmOptions<T extends Transport = KernelTransport>
  extends Omit<XfrmOptions, "transport"> {
  /** The transport, such as that of `rtnetlink()`, whose thread is then shared; by default a new one. */
  readonly transport?: T;
}

/**
 * Opens `NETLINK_XFRM`: to the kernel of this machine, or over another transport. Links may be given by name.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 */
export function xfrm<T extends Transport = KernelTransport>(
  options: KernelXfrmOptions<T> = {},
): XfrmFamily & OverTransport<T> {
  return overKernel<T, XfrmFamily>(options, ({ transport }) => {
    const linkIndex$ = linkNames(transport, options.namespace);
    return overTransport({ linkIndex$, ...options, transport });
  });
}
