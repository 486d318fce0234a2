import { EncodeError } from "../errors/errors.js";
import { placing } from "../object/input.js";
import { checkRecord } from "../values/record.js";
import type { AnyType, Infer, ReadOnly, Type } from "./type.js";

/**
 * Declares a member that the kernel only reports. A value that was listed can be handed back as it is: requests leave
 * the member out, and their types do not have it. In a request made by hand it is an {@link EncodeError}, which says what
 * one can do `instead`.
 *
 * @example
 * promiscuity: [30, readOnly(u32)],
 */
export function readOnly<S extends AnyType>(
  type: S,
  instead = "the kernel only reports it: it cannot be set",
): S & ReadOnly {
  return { ...type, readOnly: instead };
}

/**
 * Declares a member that is settled when the object is made. `change$` leaves it out where it is what there is
 * already, and is an {@link EncodeError} where it is not.
 *
 * @example
 * numTxQueues: [31, fixed(u32)],
 */
export function fixed<S extends AnyType>(type: S): S {
  return { ...type, ifDifferent: "refused" };
}

/**
 * Declares a member that `change$` sends only where it is other than what there is, since the kernel or a driver may refuse
 * it even where it is the same.
 */
export function ifDifferent<S extends AnyType>(type: S): S {
  return { ...type, ifDifferent: "sent" };
}

/**
 * Declares a member that the kernel takes only for an object that exists: `add$` sends it in a second request. A `state` comes
 * about by itself, so that `add$` leaves it out of what was listed.
 */
export function later<S extends AnyType>(type: S, what: "setting" | "state" = "setting"): S {
  return { ...type, later: what === "state" ? "asked" : "always" };
}

/**
 * Declares a member that the kernel does not take with some others, though it reports it: where it was listed, `add$` sends
 * it when the object exists, and only if it is other than what a new one has.
 */
export function optional<S extends AnyType>(type: S): S {
  return { ...type, ifDifferent: "sent", later: "listed" };
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

/** Declares how a request says what the kernel reports in another way. */
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

/** Declares a struct of bits and a mask of those that a request means: `change$` means just those that are other. */
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
 * Declares a set of attributes that the kernel replaces as a whole: what a request lacks is reset. `change$` fills it
 * in with what is there.
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
