import { defineObject, type ObjectOf, pick } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import {
  NL80211_CMD_DEL_MPATH,
  NL80211_CMD_GET_MPATH,
  NL80211_CMD_NEW_MPATH,
  NL80211_CMD_SET_MPATH,
} from "../message/commands.js";
import type { WifiIdentity } from "../message/identity.js";
import { wifiMessage } from "../message/message.js";
import type { WifiMeshMembers } from "./layout.js";

/** A path of a mesh: `mac` is where it leads. */
export interface WifiMeshPath
  extends Pick<WifiIdentity, "ifindex" | "mac" | "generation">,
    Pick<WifiMeshMembers, "mpathNextHop" | "mpathInfo"> {}

/** Messages of paths (`NL80211_CMD_*_MPATH`). */
export const wifiMeshPathObject = defineObject({
  name: "wifiMeshPath",
  namedBy: ["ifindex", "mac"],
  layout: nest<WifiMeshPath>(wifiMessage),
  types: {
    new: NL80211_CMD_NEW_MPATH,
    delete: NL80211_CMD_DEL_MPATH,
    get: NL80211_CMD_GET_MPATH,
    set: NL80211_CMD_SET_MPATH,
  },
  groups: [],
  verbs: ["list", "get", "add", "change", "delete"],
  filters: ["ifindex"],
  changesBySet: () => true,
  keysOf: (path) => [pick(path, "ifindex", "mac")],
});

/** Verbs of paths of a mesh; each needs the interface. */
export interface WifiMeshPaths extends ObjectOf<typeof wifiMeshPathObject> {}
