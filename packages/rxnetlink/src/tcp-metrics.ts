/**
 * What TCP remembers about its peers: round-trip times, congestion windows, cookies of TCP Fast Open (`tcp_metrics`). Since 3.6.
 *
 * @module
 */

import type { Transport } from "@rxnetlink/core";
import { tcpMetrics as overTransport, type TcpMetrics } from "@rxnetlink/generic/tcp-metrics";
import type { KernelTransport } from "@rxnetlink/transport";
import { type KernelFamilyOptions, type OverTransport, overKernel } from "./over-kernel.js";

export * from "@rxnetlink/generic/tcp-metrics";
export type { KernelFamilyOptions, OverTransport };

/**
 * Opens the metrics of TCP: of the kernel of this machine, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 */
export function tcpMetrics<T extends Transport = KernelTransport>(
  options: KernelFamilyOptions<T> = {},
): TcpMetrics & OverTransport<T> {
  return overKernel<T, TcpMetrics>(options, overTransport);
}
