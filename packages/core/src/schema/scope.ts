import { DecodeError, type EncodeError } from "../errors/errors.js";
import { type AnyType, MAX_DEPTH, type Scope } from "./type.js";

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

/** Adds the keys of all siblings that select the layout of a type or of one inside it. */
function collect(type: AnyType, found: Set<string>, met: Set<AnyType>): void {
  if (!type.scoped || met.has(type)) return;
  met.add(type);
  if (type.choice !== undefined) {
    found.add(type.choice.selector);
    for (const format of Object.values(type.choice.formats)) collect(format, found, met);
  }
  // All elements of an array have one type.
  for (const key of type.keys?.() ?? ["0"]) {
    const member = type.member?.(key);
    if (member !== undefined) collect(member, found, met);
  }
}

/** Returns some members of a type, and those without which they cannot be read: they select a layout. */
export function withSelectors(type: AnyType, keys: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set(keys);
  const met = new Set<AnyType>();
  // A selector may itself have one: the set grows while it is visited.
  for (const key of found) {
    const member = type.member?.(key);
    if (member !== undefined) collect(member, found, met);
  }
  return found;
}
