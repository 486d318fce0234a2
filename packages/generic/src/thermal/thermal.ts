import type { Ack, Connection } from "@rxnetlink/core";
import { checkOptions, deferred } from "@rxnetlink/core/internal";
import { nest } from "@rxnetlink/core/schema";
import { from, map, mergeMap, type Observable } from "rxjs";
import { connectFamily } from "../connect.js";
import type { FamilyConnection } from "../family/connection.js";
import { type FamilyOptions, familyChecks } from "../generic.js";
import * as commands from "./commands.js";
import { thermalFamily } from "./family.js";
import {
  type ThermalCoolingDevice,
  type ThermalMessage,
  type ThermalThreshold,
  type ThermalTrip,
  type ThermalZone,
  thermalMessage,
} from "./layout.js";
import {
  events$,
  samples$,
  type ThermalEvent,
  type ThermalGap,
  type ThermalOptions,
  type ThermalSample,
} from "./streams.js";

/** thermal, since 5.9: temperatures of the machine, in thousandths of a degree Celsius, and what cools it. */
export interface Thermal {
  /** Underlying connection, for messages without a verb. */
  readonly connection: FamilyConnection;
  /** Emits the zones. */
  zones$(): Observable<ThermalZone>;
  /** Emits the trip points of a zone. */
  trips$(tzId: number): Observable<ThermalTrip>;
  /** Emits the temperature of a zone. */
  temperature$(tzId: number): Observable<number>;
  /** Emits the name of the governor of a zone. */
  governor$(tzId: number): Observable<string>;
  /** Emits the cooling devices. */
  coolingDevices$(): Observable<ThermalCoolingDevice>;
  /** Emits the thresholds of a zone (since 6.13). */
  thresholds$(tzId: number): Observable<ThermalThreshold>;
  /** Adds a threshold to a zone (since 6.13). */
  addThreshold$(tzId: number, threshold: ThermalThreshold): Observable<Ack>;
  /** Removes a threshold of a zone (since 6.13). */
  deleteThreshold$(tzId: number, threshold: ThermalThreshold): Observable<Ack>;
  /** Removes all thresholds of a zone (since 6.13). */
  flushThresholds$(tzId: number): Observable<Ack>;
  /** Emits events: zones, trip points, cooling devices, capabilities of processors. */
  events$(options?: ThermalOptions): Observable<ThermalEvent | ThermalGap>;
  /** Emits temperatures as the kernel measures them. */
  samples$(options?: ThermalOptions): Observable<ThermalSample | ThermalGap>;
}

const layout = nest<ThermalMessage>(thermalMessage);
const labelled = (type: number, verb: string, value: ThermalMessage) => ({
  type,
  layout,
  value,
  label: { object: "thermal", verb, namedBy: ["tzId"] },
});

/** Returns the functions that read. */
function readsOf(connection: Connection) {
  const dump$ = (type: number, verb: string) => deferred(() => connection.dump$(labelled(type, verb, {})));
  const get$ = (type: number, verb: string, tzId: number) =>
    deferred(() => connection.request$(labelled(type, verb, { tzId })));
  const { THERMAL_GENL_CMD_TZ_GET_ID, THERMAL_GENL_CMD_CDEV_GET, THERMAL_GENL_CMD_TZ_GET_TRIP } = commands;
  const { THERMAL_GENL_CMD_TZ_GET_TEMP, THERMAL_GENL_CMD_TZ_GET_GOV } = commands;
  const { THERMAL_GENL_CMD_THRESHOLD_GET } = commands;
  return {
    zones$: () => dump$(THERMAL_GENL_CMD_TZ_GET_ID, "zones").pipe(mergeMap(({ tz = [] }) => from(tz))),
    trips$: (tzId: number) =>
      get$(THERMAL_GENL_CMD_TZ_GET_TRIP, "trips", tzId).pipe(mergeMap(({ tzTrip = [] }) => from(tzTrip))),
    temperature$: (tzId: number) =>
      get$(THERMAL_GENL_CMD_TZ_GET_TEMP, "temperature", tzId).pipe(map(({ tzTemp }) => tzTemp!)),
    governor$: (tzId: number) =>
      get$(THERMAL_GENL_CMD_TZ_GET_GOV, "governor", tzId).pipe(map(({ tzGovName }) => tzGovName!)),
    coolingDevices$: () =>
      dump$(THERMAL_GENL_CMD_CDEV_GET, "coolingDevices").pipe(mergeMap(({ cdev = [] }) => from(cdev))),
    thresholds$: (tzId: number) =>
      get$(THERMAL_GENL_CMD_THRESHOLD_GET, "thresholds", tzId).pipe(
        mergeMap(({ threshold = [] }) => from(threshold)),
      ),
  };
}

/**
 * Connects to thermal over a transport. It is in the initial namespace only.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function thermal(options: FamilyOptions): Thermal {
  const { transport, ...rest } = checkOptions("thermal", options, familyChecks);
  const connection = connectFamily(transport, thermalFamily, rest);
  const tell$ = (type: number, verb: string, value: ThermalMessage) =>
    deferred(() => connection.execute$(labelled(type, verb, value)));
  const { THERMAL_GENL_CMD_THRESHOLD_ADD, THERMAL_GENL_CMD_THRESHOLD_DELETE } = commands;
  return {
    connection,
    ...readsOf(connection),
    addThreshold$: (tzId, threshold) =>
      tell$(THERMAL_GENL_CMD_THRESHOLD_ADD, "addThreshold", { tzId, ...threshold }),
    deleteThreshold$: (tzId, threshold) =>
      tell$(THERMAL_GENL_CMD_THRESHOLD_DELETE, "deleteThreshold", { tzId, ...threshold }),
    flushThresholds$: (tzId) => tell$(commands.THERMAL_GENL_CMD_THRESHOLD_FLUSH, "flushThresholds", { tzId }),
    events$: (given) => events$(connection, given),
    samples$: (given) => samples$(connection, given),
  };
}
