/**
 * WireGuard: devices, peers, keys and configuration files, over the kernel of this machine.
 *
 * @module
 */

import type { Transport } from "@rxnetlink/core";
import { wireguard as overTransport, type WireguardFamily } from "@rxnetlink/generic/wireguard";
import type { KernelTransport } from "@rxnetlink/transport";
import { familyOverKernel, type KernelFamilyOptions, type OverTransport } from "./over-kernel.js";

export * from "@rxnetlink/generic/wireguard";
export type { KernelFamilyOptions, OverTransport };

/**
 * Opens WireGuard: the devices of this machine, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 *
 * @example
 * const wg = wireguard();
 * wg.peer.watch$({ ifname: "wg0" }, { members: ["publicKey", "lastHandshakeTime"] }).subscribe(console.log);
 */
export function wireguard<T extends Transport = KernelTransport>(
  options: KernelFamilyOptions<T> = {},
): WireguardFamily & OverTransport<T> {
  return familyOverKernel<T, WireguardFamily>(options, overTransport);
}
