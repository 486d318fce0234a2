import {
  type Ack,
  bindObject,
  type Connection,
  defineObject,
  extendObject,
  type ObjectOf,
  pick,
} from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { defer, map, type Observable, type OperatorFunction, reduce } from "rxjs";
import {
  DEVLINK_CMD_HEALTH_REPORTER_DIAGNOSE,
  DEVLINK_CMD_HEALTH_REPORTER_DUMP_CLEAR,
  DEVLINK_CMD_HEALTH_REPORTER_DUMP_GET,
  DEVLINK_CMD_HEALTH_REPORTER_GET,
  DEVLINK_CMD_HEALTH_REPORTER_RECOVER,
  DEVLINK_CMD_HEALTH_REPORTER_SET,
  DEVLINK_CMD_HEALTH_REPORTER_TEST,
} from "../commands.js";
import type { DevlinkPortHandle } from "../common/handle.js";
import { ask$, list$, tell$ } from "../common/request.js";
import { handleIdentity } from "../common/state.js";
import { devlinkDevObject } from "../dev/dev.js";
import type { DevlinkDev } from "../dev/layout.js";
import { devlinkGroups } from "../family.js";
import {
  type DevlinkFmsgMessage,
  type DevlinkHealth,
  type DevlinkHealthRequest,
  devlinkFmsgMessage,
  devlinkHealthMessage,
  devlinkHealthRequestMessage,
} from "./layout.js";
import { type DevlinkFmsgValue, FmsgTree } from "./tree.js";

const requests = nest<DevlinkHealthRequest>(devlinkHealthRequestMessage);
const replies = nest<DevlinkFmsgMessage>(devlinkFmsgMessage);

/** Returns what a request names a reporter by, which a report has inside a nest. */
function keyOf(value: Partial<DevlinkHealth & DevlinkHealthRequest>): Partial<DevlinkHealthRequest> {
  const healthReporterName = value.healthReporterName ?? value.healthReporter?.healthReporterName;
  const name = healthReporterName === undefined ? {} : { healthReporterName };
  return { ...pick(value, "busName", "devName", "portIndex"), ...name };
}

/** Messages of health reporters (`DEVLINK_CMD_HEALTH_REPORTER_*`). */
export const devlinkHealthObject = defineObject({
  name: "health",
  namedBy: ["busName", "devName", "portIndex", "healthReporterName"],
  layout: nest<DevlinkHealth>(devlinkHealthMessage),
  types: { get: DEVLINK_CMD_HEALTH_REPORTER_GET, set: DEVLINK_CMD_HEALTH_REPORTER_SET },
  requests: { get: requests, set: requests },
  alsoNotifiedBy: [DEVLINK_CMD_HEALTH_REPORTER_RECOVER],
  groups: [devlinkGroups.config],
  verbs: ["list", "get", "change", "notify", "watch"],
  filters: ["busName", "devName"],
  keysOf: (value) => [keyOf(value)],
  state: {
    identityOf: ({ busName, devName, portIndex = "", healthReporter }) =>
      `${busName} ${devName} ${portIndex} ${healthReporter?.healthReporterName}`,
    dependsOn: [
      {
        object: devlinkDevObject,
        identityOf: handleIdentity<DevlinkDev>(),
        invalidates: ({ type }, previous) => type === "delete" || previous === undefined,
      },
    ],
    silent: { "": { reason: "the kernel does not report settings, nor the end of a reporter" } },
  },
});

/** Names a health reporter of an instance, or of a port. */
export interface DevlinkHealthKey extends DevlinkPortHandle {
  /** Name. */
  readonly healthReporterName: string;
}

/** Verbs of health reporters. `notifications$` reports errors and recoveries. */
export interface DevlinkHealths extends ObjectOf<typeof devlinkHealthObject> {
  /** Emits how the part of the device is now, as the driver tells it. */
  diagnose$(reporter: DevlinkHealthKey): Observable<DevlinkFmsgValue>;
  /** Emits the dump of an error, and takes one first if there is none. */
  dump$(reporter: DevlinkHealthKey): Observable<DevlinkFmsgValue>;
  /** Removes the dump, so that the next error leaves another. */
  clearDump$(reporter: DevlinkHealthKey): Observable<Ack>;
  /** Recovers from an error. */
  recover$(reporter: DevlinkHealthKey): Observable<Ack>;
  /** Has the reporter report an error, as a test (since 5.13). */
  test$(reporter: DevlinkHealthKey): Observable<Ack>;
}

const command = (type: number, verb: string) => ({
  type,
  layout: requests,
  label: { object: "health", verb },
});

/** Rebuilds the tree whose parts the messages hold. */
const tree: OperatorFunction<DevlinkFmsgMessage, DevlinkFmsgValue> = (message$) =>
  defer(() =>
    message$.pipe(
      reduce((whole, { fmsg = [] }) => {
        for (const part of fmsg) whole.add(part);
        return whole;
      }, new FmsgTree()),
      map((whole) => whole.whole()),
    ),
  );

/** Returns the verbs of health reporters over a connection. */
export function healthsOf(connection: Connection): DevlinkHealths {
  const diagnose = { ...command(DEVLINK_CMD_HEALTH_REPORTER_DIAGNOSE, "diagnose"), reply: replies };
  const dump = { ...command(DEVLINK_CMD_HEALTH_REPORTER_DUMP_GET, "dump"), reply: replies };
  const telling = (type: number, verb: string) => (reporter: DevlinkHealthKey) =>
    tell$(connection, command(type, verb), keyOf(reporter));
  return extendObject(bindObject(connection, devlinkHealthObject), {
    diagnose$: (reporter: DevlinkHealthKey) => ask$(connection, diagnose, keyOf(reporter)).pipe(tree),
    dump$: (reporter: DevlinkHealthKey) => list$(connection, dump, keyOf(reporter)).pipe(tree),
    clearDump$: telling(DEVLINK_CMD_HEALTH_REPORTER_DUMP_CLEAR, "clearDump"),
    recover$: telling(DEVLINK_CMD_HEALTH_REPORTER_RECOVER, "recover"),
    test$: telling(DEVLINK_CMD_HEALTH_REPORTER_TEST, "test"),
  });
}
