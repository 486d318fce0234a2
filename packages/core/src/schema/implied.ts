import { atPath, EncodeError } from "../errors/errors.js";
import type { AnyType } from "./type.js";

/** A member whose value says something of its siblings. */
interface Implying {
  readonly key: string;
  readonly type: AnyType;
}

/** The value with what follows from its members, such as `kind` from `data: { vxlan: … }`; a copy if there is any. */
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
      // They lead, so that the kernel reads them first.
      for (const name in siblings)
        if (known.has(name)) whole = { [name]: siblings[name], ...whole, [name]: siblings[name] };
    } catch (error) {
      throw atPath(error, key, EncodeError);
    }
  }
  return whole as V;
}
