import { styleText } from "node:util";
import { OBJECTS, type ObjectName } from "./session.js";
import { describe } from "./text.js";

const TITLES = { link: "Links", address: "Addresses", route: "Routes" } as const;

/** Prints links, addresses and routes. */
export function printSnapshot(rows: (object: ObjectName) => readonly object[]): void {
  for (const object of OBJECTS) {
    console.log(heading(`${TITLES[object]} (${rows(object).length})`));
    for (const row of rows(object)) console.log(`  ${describe(object, row)}`);
  }
}

/** A title, bold on a terminal. */
export function heading(text: string): string {
  return process.stdout.isTTY && process.env.NO_COLOR === undefined ? styleText("bold", text) : text;
}
