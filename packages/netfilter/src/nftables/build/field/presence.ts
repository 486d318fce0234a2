import type { Statement } from "../compile/statement.js";
import { boolean } from "../value/types.js";
import { partOf } from "./bits.js";
import { Match } from "./match.js";
import type { Source } from "./source.js";

/** Something that a packet has or lacks. */
export interface Presence {
  /** Matches packets that have it. */
  exists(): Statement;
  /** Matches packets that lack it. */
  missing(): Statement;
}

/** Returns the matches of a source that is 1 if something is there. */
export function presence(source: Source): Presence {
  const part = partOf(source, { ...boolean, bits: source.bytes * 8 });
  return { exists: () => new Match(part, "eq", "exists"), missing: () => new Match(part, "eq", "missing") };
}
