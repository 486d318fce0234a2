import {
  bindObject,
  type Connection,
  defineObject,
  extendObject,
  type NotificationOptions,
  type ObjectOf,
} from "@rxnetlink/core";
import { attributes, type Infer, nest, readOnly } from "@rxnetlink/core/schema";
import { shareReplay } from "rxjs";
import { bitset } from "../bits/bitset.js";
import { isUnnamed, withNames } from "../bits/named.js";
import { ETHTOOL_MSG_FEATURES_NTF } from "../commands/replies.js";
import { ETHTOOL_MSG_FEATURES_GET, ETHTOOL_MSG_FEATURES_SET } from "../commands/requests.js";
import { header, ofLink } from "../common/header.js";
import { common, onePerLink } from "../common/objects.js";
import { ethtoolGroups } from "../family.js";
import type { Strsets } from "../strings/strings.js";

/** Attributes of features (`ETHTOOL_A_FEATURES_*`). Their numbers differ between kernels, so that they have names only. */
const featuresAttributes = attributes("features", "ETHTOOL_A_FEATURES_", {
  /** The link. */
  header: [1, header],
  /** Features that can be turned on and off: `true`; all others `false`. Read-only. */
  hw: [2, readOnly(bitset<string>([]))],
  /** Features that were asked for. In the reply to a change: those that are not as it asked, as asked. */
  wanted: [3, bitset<string>([])],
  /** Features that are on. In the reply to a change: those that it changed. Read-only. */
  active: [4, readOnly(bitset<string>([], "list"), "set wanted")],
  /** Features that can never be changed. Read-only. */
  nochange: [5, readOnly(bitset<string>([], "list"))],
});

/** Layout of `ETHTOOL_MSG_FEATURES_*`. */
export const featuresMessage = ofLink("features", featuresAttributes);
/** Features (offloads) of a link, by name: `true` if set, absent if not. */
export interface LinkFeatures extends Infer<typeof featuresMessage> {}

/** Messages of features (`ETHTOOL_MSG_FEATURES_*`). */
export const featuresObject = defineObject({
  ...common<LinkFeatures>(),
  name: "features",
  layout: nest<LinkFeatures>(featuresMessage),
  types: { new: ETHTOOL_MSG_FEATURES_NTF, get: ETHTOOL_MSG_FEATURES_GET, set: ETHTOOL_MSG_FEATURES_SET },
  groups: [ethtoolGroups.monitor],
  verbs: ["list", "get", "set", "notify", "watch"],
  setReply: { layout: nest<LinkFeatures>(featuresMessage) },
  state: {
    ...onePerLink<LinkFeatures>(),
    // Notifications have no names: the features of their link are read again.
    identityOf: ({ devIndex, hw, active }) => (isUnnamed(hw) || isUnnamed(active) ? undefined : devIndex),
    hints: ({ value }) => [value.devIndex],
  },
});

/**
 * Verbs of features; see {@link LinkFeatures}. The reply of `set$` says what came of it: the kernel may refuse some features
 * without an error, and others change along.
 *
 * @example
 * et.features.set$({ devName: "eth0", wanted: { "rx-gro": false } });
 */
export interface FeaturesVerbs extends ObjectOf<typeof featuresObject> {}

/** Returns the verbs of features over a connection. */
export function featuresOf(connection: Connection, strset: Strsets): FeaturesVerbs {
  const object = bindObject(connection, featuresObject);
  const names$ = strset.names$("features").pipe(shareReplay({ bufferSize: 1, refCount: false }));
  return extendObject(object, {
    notifications$: (options?: NotificationOptions) =>
      object
        .notifications$(options)
        .pipe(withNames<LinkFeatures>(["hw", "wanted", "active", "nochange"], () => names$)),
  }) as FeaturesVerbs;
}
