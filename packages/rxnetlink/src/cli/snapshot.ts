import { styleText } from "node:util";
import type { Rtnetlink } from "@rxnetlink/route";
import { lastValueFrom, toArray } from "rxjs";
import { OBJECTS, objectOf } from "./session.js";
import { describe } from "./text.js";

const TITLES = { link: "Links", address: "Addresses", route: "Routes" } as const;

/** Prints the links, addresses and routes that are there now. */
export async function printSnapshot(nl: Rtnetlink): Promise<void> {
  for (const object of OBJECTS) {
    const rows = await lastValueFrom(objectOf(nl, object).list$().pipe(toArray()));
    console.log(heading(`${TITLES[object]} (${rows.length})`));
    for (const row of rows) console.log(`  ${describe(object, row)}`);
  }
}

/** A title, bold on a terminal. */
export function heading(text: string): string {
  return process.stdout.isTTY && process.env.NO_COLOR === undefined ? styleText("bold", text) : text;
}
