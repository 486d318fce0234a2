import { DecodeError, type EncodeError } from "../errors/errors.js";
import { MAX_DEPTH, type Scope } from "./type.js";

/** Returns the scope inside a set of attributes or anything nested like one. */
export function enterScope(
  value: object,
  parent: Scope | undefined,
  Kind: typeof DecodeError | typeof EncodeError = DecodeError,
): Scope {
  const depth = (parent?.depth ?? 0) + 1;
  if (depth > MAX_DEPTH) throw new Kind(`attributes are nested deeper than ${MAX_DEPTH}`);
  return { value: value as Scope["value"], parent, depth };
}

/** Returns the value of a sibling, from the set itself or the nearest one around it that has it. */
export function sibling(key: string, scope: Scope | undefined): unknown {
  for (let at = scope; at !== undefined; at = at.parent) {
    const found = at.value[key];
    if (found !== undefined) return found;
  }
  return undefined;
}
