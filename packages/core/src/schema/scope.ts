import { DecodeError, type EncodeError } from "../errors/errors.js";
import { MAX_DEPTH, type Scope } from "./type.js";

/** Enters a set of attributes, or what is nested like one. */
export function enterScope(
  value: object,
  parent: Scope | undefined,
  Kind: typeof DecodeError | typeof EncodeError = DecodeError,
): Scope {
  const depth = (parent?.depth ?? 0) + 1;
  if (depth > MAX_DEPTH) throw new Kind(`attributes are nested deeper than ${MAX_DEPTH}`);
  return { value: value as Scope["value"], parent, depth };
}

/** Looks for a sibling in the set itself and then in those around it. */
export function sibling(key: string, scope: Scope | undefined): unknown {
  for (let at = scope; at !== undefined; at = at.parent) {
    const found = at.value[key];
    if (found !== undefined) return found;
  }
  return undefined;
}
