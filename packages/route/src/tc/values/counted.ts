import { refine, type Type } from "@rxnetlink/core/schema";

/** Returns the layout with its member `count` written as the length of `list`. */
export function counted<T extends object>(layout: Type<T>, count: keyof T, list: keyof T): Type<T> {
  return refine(layout, {
    write(out, value, scope) {
      const elements = value?.[list];
      layout.write(out, Array.isArray(elements) ? { ...value, [count]: elements.length } : value, scope);
    },
  });
}
