import type { Ack, Connection } from "@rxnetlink/core";
import { EncodeError } from "@rxnetlink/core";
import { checkRecord, deferred } from "@rxnetlink/core/internal";
import type { Observable } from "rxjs";
import { IPCTNL_MSG_CT_DELETE } from "../messages.js";
import { filterOf } from "./filter.js";
import { type Conntrack, conntrackMessage } from "./layout.js";

/** Connections that the kernel deletes together. */
export interface ConntrackGroup extends Pick<Partial<Conntrack>, "family" | "mark" | "markMask"> {}

const KNOWN: ReadonlySet<string> = new Set(["family", "mark", "markMask"]);
const ALL = "all";

/** `nfgenmsg.version` with which the kernel looks at the family of a flush, since 5.1. */
const BY_FAMILY = 1;

function messageOf(which: ConntrackGroup | typeof ALL): Partial<Conntrack> {
  if (which === ALL) return {};
  checkRecord(which, "match");
  const given = Object.entries(which).filter(([, member]) => member !== undefined);
  for (const [key] of given)
    if (!KNOWN.has(key))
      throw new EncodeError("the kernel does not select by it", { hint: "flush$ lists and deletes" }).at(key);
  const { family = "unspec", mark } = which;
  if ((family === "unspec" || family === 0) && mark === undefined)
    throw new EncodeError('it leaves no connection out; "all" means all of them');
  return { ...filterOf(which), version: BY_FAMILY };
}

/** Deletes all connections, or those of a family or with a mark, with one request. */
export function flushAll$(connection: Connection, which: ConntrackGroup | typeof ALL): Observable<Ack> {
  return deferred(() => {
    const label = { object: "conntrack", verb: "flush", namedBy: ["family", "mark", "markMask"] };
    return connection.execute$({
      type: IPCTNL_MSG_CT_DELETE,
      layout: conntrackMessage,
      value: messageOf(which),
      label,
    });
  });
}
