import { EncodeError } from "@rxnetlink/core";
import type { Infer } from "@rxnetlink/core/schema";
import { type DevlinkValue, devlinkVarAttrType, type paramValue, plainValue } from "../common/value.js";
import type { DevlinkParam, DevlinkParamValue, devlinkParamCmode } from "./layout.js";

/** Values of a parameter by configuration mode; those of an array are an array. */
export type DevlinkParamValues = {
  readonly [mode in keyof typeof devlinkParamCmode.values]?: DevlinkValue | readonly DevlinkValue[];
};

type ParamType = Infer<typeof devlinkVarAttrType>;

const plain = (type: ParamType | undefined, data: DevlinkParamValue["paramValueData"] = []) => {
  if (type === "u64Array") return data.map(plainValue);
  // A flag that is not set is left out.
  return data[0] === undefined ? false : plainValue(data[0]);
};

/**
 * Returns the values of a parameter by configuration mode, without the names of their types.
 *
 * @example
 * paramValues(param); // { driverinit: 32 }
 */
export function paramValues({ param = {} }: DevlinkParam): DevlinkParamValues {
  const { paramType, paramValuesList = [] } = param;
  return Object.fromEntries(
    paramValuesList.map(({ paramValueCmode, paramValueData }) => [
      String(paramValueCmode),
      plain(paramType, paramValueData),
    ]),
  );
}

/** Returns a value under the name of its type, as requests have it. */
export function typedValue(
  type: ParamType,
  value: DevlinkValue | readonly DevlinkValue[],
): Infer<typeof paramValue>[] {
  if (!Object.hasOwn(devlinkVarAttrType.values, type))
    throw new EncodeError(`values of the type ${type} are not known`).at("value");
  if (type === "flag") {
    if (typeof value !== "boolean") throw new EncodeError(`is neither true nor false`).at("value");
    return value ? [{ flag: true }] : [];
  }
  const all = type === "u64Array" ? (value as readonly DevlinkValue[]) : [value];
  return Array.from(all, (one) => ({ [type]: one }) as Infer<typeof paramValue>);
}
