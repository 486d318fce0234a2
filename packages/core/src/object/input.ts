import { defer, type Observable } from "rxjs";
import { atPath, EncodeError, encodeError, NetlinkError } from "../errors/errors.js";
import type { AnyType, Scope } from "../schema/type.js";
import { checkDefined, checkRecord } from "../values/record.js";
import { Writer } from "../wire/writer.js";

/**
 * Checks a match or key.
 *
 * @throws EncodeError if it is not an object, or has a member that is `undefined`, which would silently match anything.
 */
export function checkMatch(match: unknown): asserts match is object {
  try {
    checkRecord(match, "match");
    checkDefined(match);
  } catch (error) {
    throw encodeError(error);
  }
}

/** Checks that a value can be written. */
export function checkWritable(layout: AnyType, value: object, scope?: Scope): void {
  try {
    layout.write(new Writer(undefined, false, true), value, scope);
  } catch (error) {
    throw encodeError(error);
  }
}

/** Returns a value with bits given by name as numbers. */
function settled<V extends object>(value: V, layout: AnyType): V {
  let whole = value;
  for (const key in value) {
    const given: unknown = value[key];
    if (typeof given !== "object") continue;
    try {
      const type = layout.member?.(key);
      if (type?.normalize !== undefined) whole = { ...whole, [key]: type.normalize(given) };
    } catch (error) {
      throw atPath(error, key, EncodeError);
    }
  }
  return whole;
}

/**
 * Completes a value. Whatever `complete` throws about an ill-typed value becomes an {@link EncodeError} that names the
 * place, so it does not have to check anything itself.
 */
export function completed<V extends object, W = V>(
  value: V,
  layout: AnyType,
  complete: ((value: V) => W) | undefined,
): W {
  return placing(layout, value, () => {
    const whole = settled(value, layout);
    return complete === undefined ? (whole as unknown as W) : complete(whole);
  });
}

/** Uses a value; whatever that throws becomes an {@link EncodeError} that names the place at fault. */
export function placing<R>(layout: AnyType, value: object, run: () => R): R {
  try {
    return run();
  } catch (error) {
    if (error instanceof NetlinkError) throw error;
    checkWritable(layout, value);
    throw encodeError(error);
  }
}

/** Defers to subscription; whatever that throws becomes a {@link NetlinkError}. */
export function deferred<R>(make: () => Observable<R>): Observable<R> {
  return defer(() => {
    try {
      return make();
    } catch (error) {
      throw encodeError(error);
    }
  });
}

/** Returns a listed value with all of its bits given by name: all of them count. */
export function inFull<V extends object>(value: V, layout: AnyType): V {
  const entries = Object.entries(value).map(([key, given]) => {
    const type = layout.member?.(key);
    return [key, type?.inFull === undefined || typeof given !== "number" ? given : type.inFull(given)];
  });
  return Object.fromEntries(entries) as V;
}
