import { selectorOf } from "./sub-message.js";
import type { AnyType, Infer, Type } from "./type.js";

/**
 * A value of which a sibling that comes before it tells the layout, such as an address by the family in the
 * header. Unlike a sub-message the value is not keyed by the choice; where none fits it is as `otherwise` has it.
 *
 * @example
 * dst: [1, choice("family", { mpls: labels }, ip)],
 */
export function choice<T, F extends Readonly<Record<string, AnyType>>>(
  selector: string,
  formats: F,
  otherwise: Type<T>,
): Type<T | Infer<F[keyof F]>> {
  const chosen = (scope: Parameters<AnyType["read"]>[3]): AnyType => {
    const key = selectorOf(selector, scope);
    return key !== undefined && Object.hasOwn(formats, key) ? formats[key]! : otherwise;
  };
  return {
    name: otherwise.name,
    scoped: true,
    read: (view, at, end, scope) => chosen(scope).read(view, at, end, scope),
    write: (out, value, scope) => chosen(scope).write(out, value, scope),
  };
}
