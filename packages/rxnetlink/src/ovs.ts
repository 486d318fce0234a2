/**
 * Open vSwitch: datapaths, ports, flows with their keys, masks and actions, meters, limits on connections, and the packets that
 * datapaths hand over (`ovs_datapath` and its siblings).
 *
 * @module
 */

import type { Transport } from "@rxnetlink/core";
import { type Ovs, ovs as overTransport } from "@rxnetlink/generic/ovs";
import type { KernelTransport } from "@rxnetlink/transport";
import { familyOverKernel, type KernelFamilyOptions, type OverTransport } from "./over-kernel.js";

export * from "@rxnetlink/generic/ovs";
export type { KernelFamilyOptions, OverTransport };

/**
 * Opens the datapaths of Open vSwitch: of the kernel of this machine, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 */
export function ovs<T extends Transport = KernelTransport>(
  options: KernelFamilyOptions<T> = {},
): Ovs & OverTransport<T> {
  return familyOverKernel<T, Ovs>(options, overTransport);
}
