/**
 * Events of ACPI: buttons, lids, batteries, power supplies (`acpi_event`).
 *
 * @module
 */

import type { Transport } from "@rxnetlink/core";
import { type Acpi, acpi as overTransport } from "@rxnetlink/generic/acpi";
import type { KernelTransport } from "@rxnetlink/transport";
import { type KernelFamilyOptions, type OverTransport, overKernel } from "./over-kernel.js";

export * from "@rxnetlink/generic/acpi";
export type { KernelFamilyOptions, OverTransport };

/**
 * Opens the events of ACPI: of the kernel of this machine, or over another transport.
 *
 * @throws ArgumentError if an option does not exist or is invalid.
 */
export function acpi<T extends Transport = KernelTransport>(
  options: KernelFamilyOptions<T> = {},
): Acpi & OverTransport<T> {
  return overKernel<T, Acpi>(options, overTransport);
}
