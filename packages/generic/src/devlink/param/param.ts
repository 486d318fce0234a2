import {
  type Ack,
  bindObject,
  type Connection,
  defineObject,
  extendObject,
  type ObjectOf,
  pick,
} from "@rxnetlink/core";
import { deferred } from "@rxnetlink/core/internal";
import { type Infer, nest } from "@rxnetlink/core/schema";
import { mergeMap, type Observable } from "rxjs";
import {
  DEVLINK_CMD_PARAM_DEL,
  DEVLINK_CMD_PARAM_GET,
  DEVLINK_CMD_PARAM_NEW,
  DEVLINK_CMD_PARAM_SET,
} from "../commands.js";
import type { DevlinkHandle } from "../common/handle.js";
import { type Command, tell$ } from "../common/request.js";
import type { DevlinkValue } from "../common/value.js";
import { devlinkGroups } from "../family.js";
import {
  type DevlinkParam,
  type DevlinkParamRequest,
  type devlinkParamCmode,
  devlinkParamMessage,
  devlinkParamRequestMessage,
} from "./layout.js";
import { typedValue } from "./values.js";

const requests = nest<DevlinkParamRequest>(devlinkParamRequestMessage);

/** Returns what a request names a parameter by, which a report has inside a nest. */
function keyOf(value: Partial<DevlinkParam & DevlinkParamRequest>): Partial<DevlinkParamRequest> {
  const paramName = value.paramName ?? value.param?.paramName;
  return { ...pick(value, "busName", "devName"), ...(paramName !== undefined && { paramName }) };
}

/** Messages of parameters (`DEVLINK_CMD_PARAM_*`). */
export const devlinkParamObject = defineObject({
  name: "param",
  namedBy: ["busName", "devName", "paramName"],
  layout: nest<DevlinkParam>(devlinkParamMessage),
  types: { new: DEVLINK_CMD_PARAM_NEW, delete: DEVLINK_CMD_PARAM_DEL, get: DEVLINK_CMD_PARAM_GET },
  requests: { get: requests },
  groups: [devlinkGroups.config],
  verbs: ["list", "get", "notify", "watch"],
  filters: ["busName", "devName"],
  keysOf: (value) => [keyOf(value)],
  state: { identityOf: ({ busName, devName, param }) => `${busName} ${devName} ${param?.paramName}` },
});

/** A value for a parameter. */
export interface DevlinkParamSetting extends DevlinkHandle {
  /** Name. */
  readonly paramName: string;
  /** When it takes effect. */
  readonly cmode: Infer<typeof devlinkParamCmode>;
  /** The value; `"default"` returns to that of the driver, since 7.0. A text of that name is no other value. */
  readonly value: DevlinkValue | readonly DevlinkValue[];
  /** Type of its values; looked up if absent. */
  readonly paramType?: DevlinkParamRequest["paramType"];
}

/** Verbs of parameters. */
export interface DevlinkParams extends ObjectOf<typeof devlinkParamObject> {
  /**
   * Sets a parameter for one configuration mode. The kernel needs the type of the value, which is looked up unless given.
   *
   * @example
   * devlink.param.set$({ busName: "pci", devName: "0000:03:00.0", paramName: "max_macs", cmode: "driverinit", value: 16 });
   */
  set$(setting: DevlinkParamSetting): Observable<Ack>;
}

const setParam: Command<DevlinkParamRequest> = {
  type: DEVLINK_CMD_PARAM_SET,
  layout: requests,
  label: { object: "param", verb: "set" },
};

function settingOf(
  { cmode, value, ...key }: DevlinkParamSetting,
  paramType: NonNullable<DevlinkParamRequest["paramType"]>,
): DevlinkParamRequest {
  const { busName, devName, paramName } = key;
  const common = { busName, devName, paramName, paramType, paramValueCmode: cmode };
  if (value === "default") return { ...common, paramResetDefault: true };
  const paramValueData = typedValue(paramType, value);
  return paramValueData.length === 0 ? common : { ...common, paramValueData };
}

/** Returns the verbs of parameters over a connection. */
export function paramsOf(connection: Connection): DevlinkParams {
  const bound = bindObject(connection, devlinkParamObject);
  const set$ = (setting: DevlinkParamSetting, type: NonNullable<DevlinkParamRequest["paramType"]>) =>
    tell$(connection, setParam, settingOf(setting, type));
  return extendObject(bound, {
    set$: (setting: DevlinkParamSetting) =>
      deferred(() => {
        const { paramType } = setting;
        if (paramType !== undefined) return set$(setting, paramType);
        return bound
          .get$(pick(setting, "busName", "devName", "paramName"))
          .pipe(mergeMap(({ param = {} }) => deferred(() => set$(setting, param.paramType ?? 0))));
      }),
  });
}
