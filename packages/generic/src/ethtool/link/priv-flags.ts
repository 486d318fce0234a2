import {
  bindObject,
  type Connection,
  extendObject,
  type NotificationOptions,
  type ObjectOf,
} from "@rxnetlink/core";
import { attributes, type Infer, nest } from "@rxnetlink/core/schema";
import { bitset } from "../bits/bitset.js";
import { isUnnamed, withNames } from "../bits/named.js";
import { ETHTOOL_MSG_PRIVFLAGS_NTF } from "../commands/replies.js";
import { ETHTOOL_MSG_PRIVFLAGS_GET, ETHTOOL_MSG_PRIVFLAGS_SET } from "../commands/requests.js";
import { header, ofLink } from "../common/header.js";
import { defineSettings } from "../common/objects.js";
import type { Strsets } from "../strings/strings.js";

/** Attributes of private flags (`ETHTOOL_A_PRIVFLAGS_*`). */
const privFlagsAttributes = attributes("privflags", "ETHTOOL_A_PRIVFLAGS_", {
  /** The link. */
  header: [1, header],
  /** Flags by the names that the driver gives them. */
  flags: [2, bitset<string>([])],
});

/** Layout of `ETHTOOL_MSG_PRIVFLAGS_*`. */
export const privFlagsMessage = ofLink("privflags", privFlagsAttributes);
/** Flags of a link that only its driver has. */
export interface PrivFlags extends Infer<typeof privFlagsMessage> {}

/** Messages of private flags (`ETHTOOL_MSG_PRIVFLAGS_*`). */
export const privFlagsObject = defineSettings<PrivFlags>(
  {
    name: "privFlags",
    layout: nest<PrivFlags>(privFlagsMessage),
    types: {
      new: ETHTOOL_MSG_PRIVFLAGS_NTF,
      get: ETHTOOL_MSG_PRIVFLAGS_GET,
      set: ETHTOOL_MSG_PRIVFLAGS_SET,
    },
  },
  {
    // Notifications have no names: the flags of their link are read again.
    identityOf: ({ devIndex, flags }) => (isUnnamed(flags) ? undefined : devIndex),
    hints: ({ value }) => [value.devIndex],
  },
);

/** Verbs of private flags; see {@link PrivFlags}. */
export interface PrivFlagsVerbs extends ObjectOf<typeof privFlagsObject> {}

/** Returns the verbs of private flags over a connection. */
export function privFlagsOf(connection: Connection, strset: Strsets): PrivFlagsVerbs {
  const object = bindObject(connection, privFlagsObject);
  return extendObject(object, {
    notifications$: (options?: NotificationOptions) =>
      object
        .notifications$(options)
        .pipe(withNames<PrivFlags>(["flags"], ({ devIndex }) => strset.names$("privFlags", { devIndex }))),
  }) as PrivFlagsVerbs;
}
