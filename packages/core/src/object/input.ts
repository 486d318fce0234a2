import { defer, type Observable } from "rxjs";
import { atPath, EncodeError, encodeError, NetlinkError } from "../errors/errors.js";
import type { AnyType, Scope } from "../schema/type.js";
import { checkDefined, checkRecord } from "../values/record.js";
import { Writer } from "../wire/writer.js";

/**
 * Checks what chooses or names objects.
 *
 * @throws EncodeError where it is no object, or has a member that is `undefined`: that would silently mean any.
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

/** A value whose bits that are given by name are numbers. */
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
 * Completes a value. What it throws where the value is not of its type becomes an {@link EncodeError} that names the
 * place, so that it need not check anything itself.
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

/** Does something with a value; what it throws becomes an {@link EncodeError} that names the place that is at fault. */
export function placing<R>(layout: AnyType, value: object, run: () => R): R {
  try {
    return run();
  } catch (error) {
    if (error instanceof NetlinkError) throw error;
    checkWritable(layout, value);
    throw encodeError(error);
  }
}

/** Does it on subscription; whatever it throws is an error of this project. */
export function deferred<R>(make: () => Observable<R>): Observable<R> {
  return defer(() => {
    try {
      return make();
    } catch (error) {
      throw encodeError(error);
    }
  });
}

/** A value that was listed, whose bits are all meant, with every one of them named. */
export function inFull<V extends object>(value: V, layout: AnyType): V {
  const entries = Object.entries(value).map(([key, given]) => {
    const type = layout.member?.(key);
    return [key, type?.inFull === undefined || typeof given !== "number" ? given : type.inFull(given)];
  });
  return Object.fromEntries(entries) as V;
}
