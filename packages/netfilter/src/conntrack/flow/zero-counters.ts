import {
  bindObject,
  type Connection,
  defineObject,
  EncodeError,
  type ObjectOf,
  type RequestVerb,
} from "@rxnetlink/core";
import { IPCTNL_MSG_CT_GET_CTRZERO } from "../messages.js";
import { completeConntrack } from "./complete.js";
import type { Conntrack } from "./layout.js";
import { conntrackObject } from "./object.js";

const FILTERS: ReadonlySet<string> = new Set(["family", "mark", "markMask"]);

/** Refuses a match that is compared on our side only: the counters of what it leaves out would be lost. */
function complete(given: Partial<Conntrack>, verb: RequestVerb): Partial<Conntrack> {
  const other = verb === "list" ? Object.keys(given).find((key) => !FILTERS.has(key)) : undefined;
  if (other === undefined) return completeConntrack(given, verb);
  const hint = "list$ the connections, then get$ each with zeroCounters";
  throw new EncodeError("zeroes the counters of other connections too: not all kernels select by it", {
    hint,
  }).at(other);
}

const { state: _, ...conntrack } = conntrackObject;

const zeroCountersObject = defineObject({
  ...conntrack,
  name: "conntrack counters",
  types: { get: IPCTNL_MSG_CT_GET_CTRZERO },
  groups: [],
  verbs: ["list", "get"],
  complete,
});

/**
 * Reads connections and sets their counters to 0, each at once: no packet is lost or counted twice. `list$` takes the members
 * `family`, `mark` and `markMask`, by which all kernels select.
 */
export interface ZeroCounters extends ObjectOf<typeof zeroCountersObject> {}

/** Binds the verbs that zero counters. */
export function zeroCountersOf(connection: Connection): ZeroCounters {
  return bindObject(connection, zeroCountersObject);
}
