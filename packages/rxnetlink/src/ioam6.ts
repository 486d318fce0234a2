/**
 * In-situ OAM of IPv6: namespaces and schemas, by which this node enters data into packets that pass, and traces of packets that
 * arrive (`IOAM6`). Since 5.15.
 *
 * @module
 */

import type { Transport } from "@rxnetlink/core";
import { type Ioam6, ioam6 as overTransport } from "@rxnetlink/generic/ioam6";
import type { KernelTransport } from "@rxnetlink/transport";
import { type KernelFamilyOptions, type OverTransport, overKernel } from "./over-kernel.js";

export * from "@rxnetlink/generic/ioam6";
export type { KernelFamilyOptions, OverTransport };

/**
 * Opens IOAM of IPv6: of the kernel of this machine, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 */
export function ioam6<T extends Transport = KernelTransport>(
  options: KernelFamilyOptions<T> = {},
): Ioam6 & OverTransport<T> {
  return overKernel<T, Ioam6>(options, overTransport);
}
