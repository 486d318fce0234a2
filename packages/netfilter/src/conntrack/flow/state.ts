import type { ChangeNotification, StateRules } from "@rxnetlink/core";
import { NLM_F_CREATE } from "@rxnetlink/core/schema";
import { textOf } from "../tuple/identity.js";
import type { Conntrack } from "./layout.js";
import { conntrackStatus } from "./status.js";

const CLASHED = conntrackStatus.bits.untracked;

/** Interval at which connections are listed again, in ms: most live longer without packets. */
export const RELIST_EVERY = 60_000;

/** Reason why the end of an object may be hidden, which is global to the machine. */
export const HIDDEN =
  "with the sysctl nf_conntrack_events = 2, the default, a connection that began while nobody listened causes no notifications";

/** Returns the key of a connection in its zone. */
function slotOf({ zone = 0, tupleOrig = {} }: Conntrack): string {
  return `${zone} ${textOf(tupleOrig)}`;
}

/** Returns a connection that began, of which only the counters and times are missing; a mark of 0 is not reported. */
function wholeOf({ flags, value }: ChangeNotification<Conntrack>): Conntrack | undefined {
  return (flags & NLM_F_CREATE) === 0 ? undefined : { mark: 0, ...value };
}

/** State rules of connections. Notifications of changes have the changed members only, and many ends are hidden. */
export const conntrackStateRules: StateRules<Conntrack> = {
  // One that lost a race has the tuple of the winner, and is never listed.
  identityOf: (conntrack) =>
    ((conntrack.status ?? 0) & CLASHED) === 0 ? `${slotOf(conntrack)}${conntrack.id}` : undefined,
  slotOf,
  oneInSlot: true,
  remembers: [],
  partial: true,
  wholeOf,
  relistEvery: RELIST_EVERY,
  volatile: ["countersOrig", "countersReply", "timeout", "use", "timestamp", "timestampEvent"],
  silent: { "": { reason: HIDDEN } },
};
