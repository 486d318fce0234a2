import { acpi } from "#src/acpi/acpi.js";
import { acpiEventObject, acpiFamily } from "#src/acpi/event.js";
import { familyGates } from "../support/family-gates.js";

// The kernel declares it in drivers/acpi/event.c, not in a header, so that there is nothing to compare with.
familyGates({ family: acpiFamily, open: acpi, messages: [acpiEventObject], folder: "acpi", atLeast: 0 });
