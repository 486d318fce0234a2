/**
 * Any netlink family from the kernel's description of it, at run time or as TypeScript.
 *
 * @module
 */

import type { Transport } from "@rxnetlink/core";
import type { KernelTransport } from "@rxnetlink/transport";
import { ynl as overTransport, type Spec, type Ynl } from "@rxnetlink/ynl";
import { type KernelFamilyOptions, type OverTransport, overKernel } from "./over-kernel.js";

export * from "@rxnetlink/ynl";
export type { KernelFamilyOptions, OverTransport };

/**
 * Opens a family as its description says: to the kernel of this machine, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 *
 * @example
 * const netdev = ynl(loadSpec(readFileSync("netdev.yaml", "utf8")));
 * netdev.dump$("dev-get").subscribe(console.log);
 */
export function ynl<const S extends Spec, T extends Transport = KernelTransport>(
  spec: S,
  options: KernelFamilyOptions<T> = {},
): Ynl<S> & OverTransport<T> {
  return overKernel<T, Ynl<S>>(options, (over) => overTransport(spec, over));
}
