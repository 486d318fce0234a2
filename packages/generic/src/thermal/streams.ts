import type { Connection, MalformedNotification, MessageSet, OverrunNotification } from "@rxnetlink/core";
import { aFunction, checkOptions, deferred } from "@rxnetlink/core/internal";
import { nest } from "@rxnetlink/core/schema";
import { filter, map, type Observable } from "rxjs";
import { THERMAL_GENL_SAMPLING_TEMP } from "./commands.js";
import { thermalEvents } from "./events.js";
import { thermalGroups } from "./family.js";
import { type ThermalMessage, thermalMessage } from "./layout.js";

/** An event; `type` tells its kind, and which members it has. */
export interface ThermalEvent extends ThermalMessage {
  /** Kind of the event. */
  readonly type: keyof typeof thermalEvents;
}

/** A temperature. */
export interface ThermalSample extends Pick<ThermalMessage, "tzId" | "tzTemp"> {
  /** Discriminates events. */
  readonly type: "sample";
}

/** Notifications that are no events: some were lost, or one could not be decoded. */
export type ThermalGap = OverrunNotification | MalformedNotification;

/** Options of streams of thermal. */
export interface ThermalOptions {
  /** Called when the group is joined: from then on everything is seen. */
  readonly listening?: () => void;
}

/** Messages of one kind, which the kernel sends unasked; the name is the kind. */
const kind = (name: string, type: number, group: number): MessageSet<ThermalMessage> => ({
  name,
  layout: nest<ThermalMessage>(thermalMessage),
  types: { new: type },
  groups: [group],
});

const EVENTS = Object.entries(thermalEvents).map(([name, type]) => kind(name, type, thermalGroups.event));
const SAMPLES = [kind("sample", THERMAL_GENL_SAMPLING_TEMP, thermalGroups.sampling)];

/** Emits what the kernel sends of some kinds, each under the name of its kind. */
function reported$<E>(
  connection: Connection,
  kinds: readonly MessageSet<ThermalMessage>[],
  callee: string,
  options: ThermalOptions,
): Observable<E | ThermalGap> {
  return deferred(() =>
    connection.notifications$(kinds, checkOptions(callee, options, { listening: aFunction })).pipe(
      filter((notification) => notification.type !== "drained"),
      map((notification) =>
        "value" in notification
          ? (Object.assign(notification.value, { type: notification.object }) as E)
          : (notification as ThermalGap),
      ),
    ),
  );
}

/** Emits events; see {@link Thermal.events$}. */
export const events$ = (connection: Connection, options: ThermalOptions = {}) =>
  reported$<ThermalEvent>(connection, EVENTS, "events$", options);

/** Emits temperatures; see {@link Thermal.samples$}. */
export const samples$ = (connection: Connection, options: ThermalOptions = {}) =>
  reported$<ThermalSample>(connection, SAMPLES, "samples$", options);
