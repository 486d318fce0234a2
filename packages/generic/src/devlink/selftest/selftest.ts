import {
  bindObject,
  type Connection,
  defineObject,
  extendObject,
  type ObjectOf,
  pick,
} from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { from, mergeMap, type Observable } from "rxjs";
import { DEVLINK_CMD_SELFTESTS_GET, DEVLINK_CMD_SELFTESTS_RUN } from "../commands.js";
import type { DevlinkHandle } from "../common/handle.js";
import { ask$, type Command } from "../common/request.js";
import {
  type DevlinkSelftestIds,
  type DevlinkSelftestResult,
  type DevlinkSelftestResults,
  type DevlinkSelftests,
  devlinkSelftestResultsMessage,
  devlinkSelftestsMessage,
} from "./layout.js";

/** Messages of self-tests (`DEVLINK_CMD_SELFTESTS_*`). */
export const devlinkSelftestObject = defineObject({
  name: "selftest",
  namedBy: ["busName", "devName"],
  layout: nest<DevlinkSelftests>(devlinkSelftestsMessage),
  types: { get: DEVLINK_CMD_SELFTESTS_GET },
  groups: [],
  verbs: ["list", "get"],
  filters: [],
  keysOf: (tests) => [pick(tests, "busName", "devName")],
});

/** Self-tests to run. */
export interface DevlinkSelftestRun extends DevlinkHandle {
  /** The tests by name. */
  readonly selftests: DevlinkSelftestIds;
}

/** Verbs of self-tests, since 6.1. */
export interface DevlinkSelftestVerbs extends ObjectOf<typeof devlinkSelftestObject> {
  /**
   * Runs self-tests, which may take the device out of service, and emits their results.
   *
   * @example
   * devlink.selftest.run$({ busName: "pci", devName: "0000:03:00.0", selftests: { flash: true } });
   */
  run$(tests: DevlinkSelftestRun): Observable<DevlinkSelftestResult>;
}

const run: Command<DevlinkSelftests, DevlinkSelftestResults> = {
  type: DEVLINK_CMD_SELFTESTS_RUN,
  layout: devlinkSelftestObject.layout,
  reply: nest<DevlinkSelftestResults>(devlinkSelftestResultsMessage),
  label: { object: "selftest", verb: "run" },
  timeout: 0,
};

/** Returns the verbs of self-tests over a connection. */
export function selftestsOf(connection: Connection): DevlinkSelftestVerbs {
  return extendObject(bindObject(connection, devlinkSelftestObject), {
    run$: (tests: DevlinkSelftestRun) =>
      ask$(connection, run, tests).pipe(mergeMap(({ selftests = [] }) => from(selftests))),
  });
}
