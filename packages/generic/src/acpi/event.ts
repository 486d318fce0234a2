import { defineObject, type ObjectOf } from "@rxnetlink/core";
import { attributes, chars, type Infer, message, nest, pad, struct, u32 } from "@rxnetlink/core/schema";
import { type Family, groupsOf } from "../family/definition.js";
import { genlmsghdr, genlType } from "../family/genlmsghdr.js";

const named = groupsOf("acpi_mc_group");

/** Multicast groups of `acpi_event`. */
export const acpiGroups = {
  /** All events. */
  events: named.acpi_mc_group,
};

/** The family of events of ACPI. */
export const acpiFamily: Family = {
  name: "acpi_event",
  version: 1,
  groups: named,
  from: "ACPI, in the initial network namespace",
};

/** Reports an event. */
export const ACPI_GENL_CMD_EVENT = genlType(1);

//  struct acpi_genl_event:  0             20      35   36    40    44
//                           device_class  bus_id       type  data

/** An event (`struct acpi_genl_event`). */
const acpiGenlEvent = struct("acpi_genl_event", {
  /** Class of the device: `"button/power"`, `"ac_adapter"`, `"battery"`. */
  deviceClass: chars(20),
  /** Name of the device on its bus: `"PWRF"`, `"ACPI0003:00"`. */
  busId: chars(15),
  pad: pad(1),
  /** What happened; numbers below 0x80 mean the same for all devices, others depend on the class. */
  type: u32,
  /** More about it, by class: the state of a switch or a power supply, or a count. */
  data: u32,
});
/** What happened to which device. */
export interface AcpiEventData extends Infer<typeof acpiGenlEvent> {}

/** Attributes of events (`ACPI_GENL_ATTR_*`). */
const acpiAttributes = attributes("acpi-event", "ACPI_GENL_ATTR_", {
  /** What happened to which device. */
  event: [1, nest<AcpiEventData>(acpiGenlEvent)],
});

/** Layout of `ACPI_GENL_CMD_EVENT`. */
export const acpiEventMessage = message("acpi-event", genlmsghdr, acpiAttributes);
/** An event of ACPI. */
export interface AcpiEvent extends Infer<typeof acpiEventMessage> {}

/** Events of ACPI (`ACPI_GENL_CMD_EVENT`). */
export const acpiEventObject = defineObject({
  name: "acpiEvent",
  layout: nest<AcpiEvent>(acpiEventMessage),
  types: { new: ACPI_GENL_CMD_EVENT },
  groups: [acpiGroups.events],
  verbs: ["notify"],
  filters: [],
});
/** Events of ACPI. */
export interface AcpiEvents extends ObjectOf<typeof acpiEventObject> {}
