import { styleText } from "node:util";
import { concatMap, from, type Observable } from "rxjs";
import { print } from "./output.js";
import { OBJECTS, type ObjectName } from "./session.js";
import { describe } from "./text.js";

const TITLES = { link: "Links", address: "Addresses", route: "Routes" } as const;

/** Prints links, addresses and routes. */
export function printSnapshot(rows: (object: ObjectName) => readonly object[]): Observable<never> {
  const lines = (object: ObjectName) => [
    heading(`${TITLES[object]} (${rows(object).length})`),
    ...rows(object).map((row) => `  ${describe(object, row)}`),
  ];
  return from(OBJECTS).pipe(concatMap(lines), concatMap(print));
}

/** Formats a title, bold on a terminal. */
export function heading(text: string): string {
  return process.stdout.isTTY && process.env.NO_COLOR === undefined ? styleText("bold", text) : text;
}
