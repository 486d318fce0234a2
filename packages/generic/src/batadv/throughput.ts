import type { Connection } from "@rxnetlink/core";
import {
  defer,
  filter,
  finalize,
  ignoreElements,
  map,
  merge,
  mergeMap,
  type Observable,
  ReplaySubject,
  take,
  tap,
} from "rxjs";
import { BATADV_CMD_TP_METER, BATADV_CMD_TP_METER_CANCEL } from "./commands.js";
import { batadvGroups } from "./family.js";
import { type BatadvMessage, layoutOf } from "./layout.js";

/** A measurement of throughput to another node. */
export interface BatadvMeasurement
  extends Pick<
    BatadvMessage,
    "meshIfindex" | "origAddress" | "tpmeterResult" | "tpmeterTestTime" | "tpmeterBytes" | "tpmeterCookie"
  > {}

/** A measurement to make. */
export interface BatadvMeasuring
  extends Pick<BatadvMeasurement, "meshIfindex" | "origAddress" | "tpmeterTestTime"> {}

/** Messages of measurements (`BATADV_CMD_TP_METER`). */
export const batadvMeasurementSet = {
  name: "batadvMeasurement",
  layout: layoutOf<BatadvMeasurement>(),
  types: { new: BATADV_CMD_TP_METER },
  groups: [batadvGroups.tpMeter],
};

/** Measures, and emits the result; listens before it starts, and stops when it is unsubscribed from. */
export function throughput$(
  connection: Connection,
  measuring: BatadvMeasuring,
): Observable<BatadvMeasurement> {
  const { layout } = batadvMeasurementSet;
  const label = { object: "batadvMeasurement", verb: "throughput", namedBy: ["origAddress"] };
  const request = (type: number, value: BatadvMeasuring) => ({ type, layout, value, label });
  return defer(() => {
    const { tpmeterTestTime: _, ...which } = measuring;
    // The result of a measurement that fails at once arrives before the reply with its number.
    const cookie$ = new ReplaySubject<number | undefined>(1);
    let ended = false;
    const start$ = connection.request$(request(BATADV_CMD_TP_METER, measuring));
    const listening = () => start$.pipe(map(({ tpmeterCookie }) => tpmeterCookie)).subscribe(cookie$);
    const result$ = connection.notifications$([batadvMeasurementSet], { listening }).pipe(
      mergeMap((notification) => ("value" in notification ? [notification.value] : [])),
      mergeMap((result) =>
        cookie$.pipe(
          filter((it) => it === result.tpmeterCookie),
          map(() => result),
        ),
      ),
      tap(() => (ended = true)),
    );
    const cancel$ = defer(() => connection.execute$(request(BATADV_CMD_TP_METER_CANCEL, which)));
    const stop = () => {
      if (!ended) cookie$.pipe(mergeMap(() => cancel$)).subscribe({ error: () => {} });
    };
    return merge(cookie$.pipe(ignoreElements()), result$).pipe(take(1), finalize(stop));
  });
}
