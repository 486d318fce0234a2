/**
 * Events of ACPI: buttons, lids, batteries, power supplies (`acpi_event`).
 *
 * @module
 */
export { type Acpi, acpi } from "./acpi.js";
export {
  ACPI_GENL_CMD_EVENT,
  type AcpiEvent,
  type AcpiEventData,
  type AcpiEvents,
  acpiEventMessage,
  acpiEventObject,
  acpiFamily,
  acpiGroups,
} from "./event.js";
