import { concatMap, from, type Observable } from "rxjs";
import { print } from "../../output.js";
import { heading } from "../../text/heading.js";
import { titleOf } from "../../text/nouns.js";
import type { Wordings } from "../../text/wording.js";

/** Prints objects below the names of their kinds. */
export function printSnapshot(
  objects: readonly string[],
  wordings: Wordings,
  rows: (object: string) => readonly object[],
): Observable<never> {
  const lines = (object: string) => {
    const { command, describe } = wordings.get(object)!;
    const title = titleOf(command);
    return [heading(`${title} (${rows(object).length})`), ...rows(object).map((row) => `  ${describe(row)}`)];
  };
  return from(objects).pipe(concatMap(lines), concatMap(print));
}
