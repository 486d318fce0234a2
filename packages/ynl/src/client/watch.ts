import {
  ArgumentError,
  bindObject,
  type Connection,
  defineObject,
  identityBy,
  type Match,
  type StateOptions,
  type WatchEvent,
} from "@rxnetlink/core";
import {
  anArray,
  checkArgument,
  checkOptions,
  type OptionChecks,
  stateChecks,
} from "@rxnetlink/core/internal";
import type { Type } from "@rxnetlink/core/schema";
import { defer, type Observable } from "rxjs";
import type { Spec } from "../spec.js";
import { typeOf } from "./connect.js";
import { declaredNames, normal } from "./input.js";
import { messagesOf, type NotificationName } from "./notifications.js";
import { numbersOf } from "./requests.js";

/** Options of {@link Ynl.watch$}. */
export interface YnlWatchOptions extends StateOptions {
  /** Members that tell the rows of the list apart. */
  readonly by: readonly string[];
  /** Operations, or multicast groups, that announce changes; all groups by default. */
  readonly notifiedBy?: readonly NotificationName[];
}

const checks: OptionChecks<YnlWatchOptions> = { ...stateChecks, by: anArray, notifiedBy: anArray };

/** A list to be watched. */
interface Watched {
  readonly operation: string;
  readonly value: object;
  readonly options: YnlWatchOptions;
}

/** Returns what announces changes of a list; nothing if it is read again at intervals. */
function announcing(spec: Spec, { notifiedBy = [], relistEvery }: YnlWatchOptions) {
  const isAnnounced = notifiedBy.length > 0 || Object.keys(spec.groups).length > 0;
  if (isAnnounced) return messagesOf(spec, "watch$", notifiedBy);
  if (relistEvery !== undefined) return [];
  throw new ArgumentError("watch$", "relistEvery", `${spec.name} announces nothing`, "give an interval");
}

/** Emits the rows of a list and what changes in it: each announcement has the list read again, and compared. */
export function watch$(connection: Connection, spec: Spec, watched: Watched): Observable<WatchEvent<object>> {
  return defer(() => {
    const { operation, value, options } = watched;
    const { by, notifiedBy, ...rest } = checkOptions("watch$", options, checks);
    checkArgument("watch$", "by", by, anArray);
    const { request } = numbersOf(spec, "dump", operation);
    const layout = spec.operations[operation]!.layout as Type<Record<string, unknown>>;
    const asked = normal(layout, declaredNames(layout, value)) as Match<Record<string, unknown>>;
    const listed = defineObject({
      name: operation,
      layout,
      types: { get: typeOf(spec, request) },
      groups: [],
      verbs: ["list", "watch"],
      // The kernel filters by what it was asked.
      filters: Object.keys(asked),
      listAll$: (list$) => list$(asked),
      state: {
        identityOf: identityBy(...by),
        dependsOn: announcing(spec, options).map((object) => ({
          object,
          identityOf: () => 0,
          invalidates: () => true,
        })),
      },
    });
    return bindObject(connection, listed).watch$({}, rest);
  });
}
