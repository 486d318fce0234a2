import { compile } from "../schema/compile.js";

/**
 * Returns a function that copies some members of an object into a new plain object, as far as it has them. As in structs,
 * the keys are written out in a constructor, so that V8 gives the copies few shapes, with no room to spare.
 */
export function picker<T extends object>(keys: Iterable<string>): (value: T) => T {
  const all = [...keys];
  const stores = all
    .map((key) => JSON.stringify(key))
    .map((key) => `if (value[${key}] !== undefined) this[${key}] = value[${key}];`);
  const made = compile(
    "",
    `function Picked(value) { ${stores.join(" ")} }
    Picked.prototype = Object.prototype;
    return (value) => new Picked(value);`,
  );
  if (made !== undefined) return made() as (value: T) => T;
  return (value) => {
    const picked: Partial<T> = {};
    for (const key of all as (keyof T)[]) if (value[key] !== undefined) picked[key] = value[key];
    return picked as T;
  };
}
