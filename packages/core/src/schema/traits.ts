import { EncodeError } from "../errors/errors.js";
import { placing } from "../object/input.js";
import { checkRecord } from "../values/record.js";
import type { AnyType, Infer, ReadOnly, Type } from "./type.js";

/**
 * Declares a read-only member. A listed value can still be passed back: requests omit the member, and their types
 * lack it. In a request written by hand it is an {@link EncodeError}, which names the alternative, `instead`.
 *
 * @example
 * promiscuity: [30, readOnly(u32)],
 */
export function readOnly<S extends AnyType>(
  type: S,
  instead = "it is read-only: the kernel only reports it",
): S & ReadOnly {
  return { ...type, readOnly: instead };
}

/**
 * Declares a member that is fixed when the object is created. `change$` omits it if it is unchanged, and errors with
 * an {@link EncodeError} if not.
 *
 * @example
 * numTxQueues: [31, fixed(u32)],
 */
export function fixed<S extends AnyType>(type: S): S {
  return { ...type, ifDifferent: "refused" };
}

/**
 * Declares a member that `change$` sends only if it differs from the current value, since the kernel or a driver may
 * refuse even the same value.
 */
export function ifDifferent<S extends AnyType>(type: S): S {
  return { ...type, ifDifferent: "sent" };
}

/**
 * Declares a member that the kernel accepts only for an existing object: `add$` sends it in a second request. A
 * `state` changes on its own, so `add$` omits it from listed values.
 */
export function later<S extends AnyType>(type: S, what: "setting" | "state" = "setting"): S {
  return { ...type, later: what === "state" ? "asked" : "always" };
}

/**
 * Declares a member that the kernel reports, but does not accept together with some others: `add$` of a listed value
 * sends it once the object exists, and only if it differs from that of the new object.
 */
export function optional<S extends AnyType>(type: S): S {
  return { ...type, ifDifferent: "sent", later: "listed" };
}

/** Declares a member of a struct that requests must have, since 0 would have a meaning. */
export function required<S extends AnyType>(type: S): S {
  return {
    ...type,
    fallback() {
      throw new EncodeError("is missing");
    },
  };
}

/** Declares the value that requests send for an absent member of a struct; `change$` sends the current value. */
export function orDefault<S extends AnyType>(type: S, value: Infer<S>): S {
  return { ...type, fallback: () => value };
}

/**
 * Declares a member of a struct that is derived from the others if it is absent.
 *
 * @example
 * mask: derived(u32, ({ flags }) => flags ?? 0),
 */
export function derived<S extends AnyType, V extends object>(
  type: S,
  from: (value: Partial<V>) => Infer<S>,
): S {
  return { ...type, fallback: from, derived: true };
}

/** Declares how requests express what the kernel reports in another form. */
export function inRequests<T>(type: Type<T>, say: (value: T) => T): Type<T> {
  return {
    ...type,
    write(out, value, scope) {
      if (!out.request) return type.write(out, value, scope);
      checkRecord(value, type.name);
      type.write(
        out,
        placing(type, value, () => say(value as T)),
        scope,
      );
    },
  };
}

/** Declares a struct of bits with a mask of those that a request affects: `change$` affects only bits that differ. */
export function changedBits<T extends object>(
  type: Type<T>,
  bits: keyof T & string,
  mask: keyof T & string,
): Type<T> {
  return {
    ...type,
    complete(value, current) {
      const [set, there] = [value[bits], current?.[bits]];
      if (typeof set !== "number" || typeof there !== "number") return value;
      const other = ((value[mask] ?? set) as number) & (set ^ there);
      return other === 0 ? undefined : { ...value, [mask]: other >>> 0 };
    },
  };
}

/**
 * Declares a set of attributes that the kernel replaces as a whole, resetting absent ones. `change$` completes it
 * with the current values.
 */
export function whole<T extends object>(type: Type<T>): Type<T> {
  const isKept = (key: string) => {
    const member = type.member?.(key);
    return member !== undefined && !member.readOnly && member.ifDifferent === undefined;
  };
  return {
    ...type,
    lacks: () => [],
    complete(value, current) {
      const there = Object.entries(current ?? {}).filter(([key]) => isKept(key));
      const given = type.complete === undefined ? value : type.complete(value, current);
      return { ...Object.fromEntries(there), ...given } as T;
    },
  };
}
