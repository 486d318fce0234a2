import { bindObject } from "@rxnetlink/core";
import { checkOptions } from "@rxnetlink/core/internal";
import { connectFamily } from "../connect.js";
import type { FamilyConnection } from "../family/connection.js";
import { type FamilyOptions, familyChecks } from "../generic.js";
import { type AcpiEvents, acpiEventObject, acpiFamily } from "./event.js";

/** Events of ACPI. Anyone may listen. */
export interface Acpi {
  /** Underlying connection, for messages without a verb. */
  readonly connection: FamilyConnection;
  /** Events of buttons, batteries, power supplies and others. */
  readonly event: AcpiEvents;
}

/**
 * Opens the events of ACPI (`acpi_event`) over a transport. They exist in the initial network namespace only: in others the
 * kernel has no such family.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function acpi(options: FamilyOptions): Acpi {
  const { transport, ...rest } = checkOptions("acpi", options, familyChecks);
  const connection = connectFamily(transport, acpiFamily, rest);
  return { connection, event: bindObject(connection, acpiEventObject) };
}
