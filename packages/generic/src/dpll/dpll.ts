import { checkOptions } from "@rxnetlink/core/internal";
import { connectFamily } from "../connect.js";
import type { FamilyConnection } from "../family/connection.js";
import { type FamilyOptions, familyChecks } from "../generic.js";
import { type DpllDevices, devicesOf } from "./device/device.js";
import { dpllFamily } from "./family.js";
import { type DpllPins, pinsOf } from "./pin/pin.js";

/** dpll, since 6.7: devices that keep a clock in step with another. Everything needs `CAP_NET_ADMIN`. */
export interface Dpll {
  /** Underlying connection, for messages without a verb. */
  readonly connection: FamilyConnection;
  /** Devices. */
  readonly device: DpllDevices;
  /** Pins: where clocks come in and go out. */
  readonly pin: DpllPins;
}

/**
 * Connects to dpll over a transport.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function dpll(options: FamilyOptions): Dpll {
  const { transport, ...rest } = checkOptions("dpll", options, familyChecks);
  const connection = connectFamily(transport, dpllFamily, rest);
  return { connection, device: devicesOf(connection), pin: pinsOf(connection) };
}
