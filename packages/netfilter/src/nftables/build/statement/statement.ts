import type { Compiler } from "../compile/compiler.js";
import type { Need, Statement } from "../compile/statement.js";

/** Returns a statement. */
export const statement = (
  place: string,
  compile: (c: Compiler) => void,
  needs: readonly Need[] = [],
): Statement => ({
  place,
  needs,
  compile,
});
