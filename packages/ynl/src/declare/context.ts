import type { Place } from "../source/place.js";
import type { Source } from "../source/source.js";
import type { Declarations } from "./declarations.js";
import type { Expression } from "./expression.js";

/** A description, and what has been declared from it. */
export interface Context {
  readonly source: Source;
  readonly declarations: Declarations;
  /** Returns the type of an attribute that holds the set which a place names. Here, since sets contain each other. */
  nest(named: Place): Expression;
  /** Returns that set itself, for a message of which it is a part. */
  set(named: Place): Expression;
}
