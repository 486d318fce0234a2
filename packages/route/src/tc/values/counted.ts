import { refine, type Type } from "@rxnetlink/core";

/** A struct that says how many elements its last member has: the number is written as they are many. */
export function counted<T extends object>(layout: Type<T>, count: keyof T, list: keyof T): Type<T> {
  return refine(layout, {
    write(out, value, scope) {
      const elements = value?.[list];
      layout.write(out, Array.isArray(elements) ? { ...value, [count]: elements.length } : value, scope);
    },
  });
}
