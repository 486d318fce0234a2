import {
  binary,
  enumeration,
  type FormatsOf,
  flag,
  refine,
  type SubMessage,
  string,
  subMessage,
  u8,
  u16,
  u32,
  u64,
} from "@rxnetlink/core/schema";

/** Types of values that messages carry together with their type (`DEVLINK_VAR_ATTR_TYPE_*`). */
export const devlinkVarAttrType = enumeration("DEVLINK_VAR_ATTR_TYPE_", u8, {
  u8: 1,
  u16: 2,
  u32: 3,
  u64: 4,
  string: 5,
  /** True or false. */
  flag: 6,
  /** Text, of health reporters. */
  nulString: 10,
  /** Bytes. */
  binary: 11,
  /** Several numbers of 64 bits, one an attribute; since 7.1. */
  u64Array: 129,
});

const common = { u8, u16, u32, u64, string, nulString: string, binary, u64Array: u64 };
const inParams = { ...common, flag };
const inMessages = { ...common, flag: u8 };

/**
 * Returns a sub-message of scalars. Unlike others, its attribute does not say that it is nested, and its type is elsewhere:
 * around it, or before it.
 */
function scalarBy<const S extends string, F extends typeof inParams | typeof inMessages>(
  selector: S,
  formats: F,
): SubMessage<S, F> {
  const type = subMessage(selector, formats);
  return refine<FormatsOf<F>>(type, { nested: undefined, imply: () => ({}) }) as unknown as SubMessage<S, F>;
}

/** A value of a parameter under the name of its type; a flag is true if it is there. */
export const paramValue = scalarBy("paramType", inParams);

/** A value of a health reporter under the name of its type; a flag is 0 or 1. */
export const fmsgValue = scalarBy("fmsgObjValueType", inMessages);

/** A value of devlink, as it is in JavaScript. */
export type DevlinkValue = boolean | number | bigint | string | Uint8Array;

/** Returns a value without the name of its type, which is `undefined` for an unknown type. */
export function plainValue(value: FormatsOf<typeof inParams> | FormatsOf<typeof inMessages>): DevlinkValue {
  const [[type, plain] = ["unknown", new Uint8Array()]] = Object.entries(value);
  return type === "flag" ? Boolean(plain) : (plain as DevlinkValue);
}
