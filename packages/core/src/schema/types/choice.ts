import { matchAny, matcher } from "../matcher.js";
import { sibling } from "../scope.js";
import type { AnyType, Infer, Scope, Type } from "../type.js";

/**
 * Declares a value whose layout is selected by a preceding sibling, such as an address by the family in the header.
 * Unlike a sub-message, the value is not keyed by the selection; `otherwise` is the layout of the remaining cases.
 *
 * @example
 * dst: [1, choice("family", { mpls: labels }, ip)],
 */
export function choice<T, F extends Readonly<Record<string, AnyType>>>(
  selector: string,
  formats: F,
  otherwise: Type<T>,
): Type<T | Infer<F[keyof F]>> {
  // Has no prototype, so that the look-up, made for each route of a dump, needs no check of its own.
  const table: Record<string | number, AnyType> = Object.assign(Object.create(null), formats);
  function chosen(scope: Scope | undefined): AnyType {
    for (let at = scope; at !== undefined; at = at.parent) {
      const key = at.value[selector] as string | number | undefined;
      if (key !== undefined) return table[key] ?? otherwise;
    }
    return otherwise;
  }
  return {
    name: otherwise.name,
    scoped: true,
    choice: { selector, formats, otherwise },
    read: (view, at, end, scope) => chosen(scope).read(view, at, end, scope),
    write: (out, value, scope) => chosen(scope).write(out, value, scope),
    matcher: (pattern, scope) =>
      sibling(selector, scope) === undefined
        ? matchAny([otherwise, ...Object.values(formats)], pattern, scope)
        : matcher(chosen(scope), pattern, scope),
  };
}
