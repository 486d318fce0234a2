import type { Observable } from "rxjs";
import type { NetlinkNotification, NotificationOptions } from "../connection/notification.js";

/** The key of what an object over a connection is made of; no type has it, so that completion shows verbs only. */
export const BOUND = Symbol("bound");

/** An object over a connection that reports values: `nl.link`. */
export type Reporting<T> =
  | { get$(key: never): Observable<T> }
  | { notifications$(options?: NotificationOptions): Observable<NetlinkNotification<T>> };

/** The values that an object over a connection reports. */
export type Reported<O> = O extends { get$(key: never): Observable<infer T extends object> }
  ? T
  : O extends {
        notifications$(
          options?: NotificationOptions,
        ): Observable<NetlinkNotification<infer T extends object>>;
      }
    ? T
    : object;
