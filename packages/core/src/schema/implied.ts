import { atPath, EncodeError } from "../errors/errors.js";
import type { AnyType } from "./type.js";

/** A member whose value implies siblings. */
interface Implying {
  readonly key: string;
  readonly type: AnyType;
}

/** Returns the value with the siblings that its members imply, such as `kind` from `data: { vxlan: … }`. */
export function implied<V extends object>(
  implying: readonly Implying[],
  value: V,
  known: { has(key: string): boolean },
  request: boolean,
): V {
  let whole = value as Record<string, unknown>;
  for (const { key, type } of implying) {
    try {
      const given = whole[key];
      if (given === undefined) continue;
      const siblings = type.imply!(given, whole, request);
      // Implied members come first, so that the kernel reads them first.
      for (const name in siblings)
        if (known.has(name)) whole = { [name]: siblings[name], ...whole, [name]: siblings[name] };
    } catch (error) {
      throw atPath(error, key, EncodeError);
    }
  }
  return whole as V;
}
