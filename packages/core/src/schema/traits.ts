import { EncodeError } from "../errors.js";
import type { AnyType, Fixed, Infer, ReadOnly, Type } from "./type.js";

/**
 * Declares a member that the kernel only reports. A value that was listed can be handed back as it is: requests leave
 * the member out, and their types do not have it. In a request made by hand it is an {@link EncodeError}.
 *
 * @example
 * promiscuity: [30, readOnly(u32)],
 */
export function readOnly<S extends AnyType>(type: S): S & ReadOnly {
  return { ...type, readOnly: true };
}

/**
 * Declares a member that is settled when the object is made. `change$` leaves it out where it is what there is
 * already, and is an {@link EncodeError} where it is not.
 *
 * @example
 * numTxQueues: [31, fixed(u32)],
 */
export function fixed<S extends AnyType>(type: S): S & Fixed {
  return { ...type, fixed: true };
}

/** Declares a member of a struct that a request cannot do without, since 0 would mean something. */
export function required<S extends AnyType>(type: S): S {
  return {
    ...type,
    fallback() {
      throw new EncodeError("is missing");
    },
  };
}

/** Declares what a request holds where a struct lacks the member; `change$` takes what is there. */
export function orDefault<S extends AnyType>(type: S, value: Infer<S>): S {
  return { ...type, fallback: () => value };
}

/**
 * Declares a member of a struct that follows from the others where it is absent.
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

/**
 * Declares a set of attributes that the kernel replaces as a whole: what a request lacks is reset. `change$` fills it
 * in with what is there.
 */
export function whole<T extends object>(type: Type<T>): Type<T> {
  const isKept = (key: string) => {
    const member = type.member?.(key);
    return member !== undefined && !member.readOnly && !member.fixed;
  };
  return {
    ...type,
    lacks: () => [],
    complete(value, current) {
      const there = Object.entries(current ?? {}).filter(([key]) => isKept(key));
      return { ...Object.fromEntries(there), ...(type.complete?.(value, current) ?? value) };
    },
  };
}
