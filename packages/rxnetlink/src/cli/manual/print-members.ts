import type { CommandedObject } from "../objects/commanded.js";
import { printLines } from "../output.js";
import { describedMembers, membersSection } from "./object-page.js";
import { pageWidth, sectionsText } from "./terminal.js";

/** Prints the members of an object, or those of one of its members. */
export function printMembers(object: CommandedObject, path: string | undefined, json = false): Promise<void> {
  return printLines(
    json
      ? [JSON.stringify(describedMembers(object, path))]
      : sectionsText([membersSection(object, path)], pageWidth()),
  );
}
