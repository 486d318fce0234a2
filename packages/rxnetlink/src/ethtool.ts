/**
 * The family `ethtool`: settings of links and of the devices behind them, as the program `ethtool` shows them.
 *
 * @module
 */

import type { Transport } from "@rxnetlink/core";
import { type Ethtool, ethtool as overTransport } from "@rxnetlink/generic/ethtool";
import type { KernelTransport } from "@rxnetlink/transport";
import { type KernelFamilyOptions, type OverTransport, overKernel } from "./over-kernel.js";

export * from "@rxnetlink/generic/ethtool";
export type { KernelFamilyOptions, OverTransport };

/**
 * Opens `ethtool`: of the kernel of this machine, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 *
 * @example
 * const et = ethtool();
 * et.linkModes.list$().subscribe(({ devName, speed }) => console.log(devName, speed));
 */
export function ethtool<T extends Transport = KernelTransport>(
  options: KernelFamilyOptions<T> = {},
): Ethtool & OverTransport<T> {
  return overKernel<T, Ethtool>(options, overTransport);
}
