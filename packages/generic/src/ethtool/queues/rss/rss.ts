import {
  type Ack,
  bindObject,
  type Connection,
  defineObject,
  extendObject,
  identityBy,
  type Match,
  type ObjectOf,
  pick,
  type Written,
} from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import type { Observable } from "rxjs";
import {
  ETHTOOL_MSG_RSS_CREATE_NTF,
  ETHTOOL_MSG_RSS_DELETE_NTF,
  ETHTOOL_MSG_RSS_NTF,
} from "../../commands/replies.js";
import {
  ETHTOOL_MSG_RSS_CREATE_ACT,
  ETHTOOL_MSG_RSS_DELETE_ACT,
  ETHTOOL_MSG_RSS_GET,
  ETHTOOL_MSG_RSS_SET,
} from "../../commands/requests.js";
import { common } from "../../common/objects.js";
import { ethtoolGroups } from "../../family.js";
import { type Rss, rssMessage } from "./layout.js";

const { keysOf, ...shared } = common<Rss>(["startContext"]);
const keysOfContext = (value: Partial<Rss>) =>
  keysOf(value).map((key) => ({ ...key, ...pick(value, "context") }));

/** Messages of RSS (`ETHTOOL_MSG_RSS_*`). */
export const rssObject = defineObject({
  ...shared,
  keysOf: keysOfContext,
  name: "rss",
  layout: nest<Rss>(rssMessage),
  types: {
    new: ETHTOOL_MSG_RSS_NTF,
    delete: ETHTOOL_MSG_RSS_DELETE_NTF,
    get: ETHTOOL_MSG_RSS_GET,
    set: ETHTOOL_MSG_RSS_SET,
  },
  alsoNotifiedBy: [ETHTOOL_MSG_RSS_CREATE_NTF],
  groups: [ethtoolGroups.monitor],
  verbs: ["list", "get", "change", "notify", "watch"],
  state: {
    identityOf: identityBy("devIndex", "context"),
    relistEvery: 10_000,
    silent: {
      "": { reason: "links that come, go and are renamed are not reported here, nor anything before 6.17" },
    },
  },
});

/** Requests that create and remove contexts. */
export const rssContextObject = defineObject({
  ...shared,
  keysOf: keysOfContext,
  name: "rssContext",
  layout: nest<Rss>(rssMessage),
  types: { set: ETHTOOL_MSG_RSS_CREATE_ACT, delete: ETHTOOL_MSG_RSS_DELETE_ACT },
  groups: [],
  verbs: ["set", "delete"],
  setReply: { layout: nest<Rss>(rssMessage) },
});

/** Verbs of RSS; see {@link Rss}. `change$` and notifications are there since 6.17. */
export interface RssVerbs extends ObjectOf<typeof rssObject> {
  /** Creates a context and emits it, with its number; since 6.17. */
  createContext$(value: Written<Rss>): Observable<Rss>;
  /** Removes a context; since 6.17. */
  deleteContext$(key: Match<Rss>): Observable<Ack>;
}

/** Returns the verbs of RSS over a connection. */
export function rssOf(connection: Connection): RssVerbs {
  const contexts = bindObject(connection, rssContextObject);
  return extendObject(bindObject(connection, rssObject), {
    createContext$: (value: Written<Rss>) => contexts.set$(value),
    deleteContext$: (key: Match<Rss>) => contexts.delete$(key),
  });
}
