import { defineObject, identityBy, type ObjectOf, pick } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { WG_CMD_GET_DEVICE, WG_CMD_SET_DEVICE } from "../commands.js";
import { hintOf } from "./hint.js";
import { type WireguardDevice, wireguardMessage } from "./layout.js";
import { joinedDevice } from "./parts.js";

/** How devices are watched: read every 2 s, since the kernel reports no changes. */
export const POLLED = { relistEvery: 2000 };

/** Returns the one member by which a request names a device: the kernel refuses two. */
export function deviceKey<T extends { readonly ifindex?: unknown; readonly ifname?: unknown }>(key: T) {
  return pick(key, key.ifindex === undefined ? "ifname" : "ifindex");
}

/** Messages of devices (`WG_CMD_*_DEVICE`). */
export const wireguardDeviceObject = defineObject({
  name: "wireguardDevice",
  namedBy: ["ifname", "ifindex"],
  layout: nest<WireguardDevice>(wireguardMessage),
  types: { get: WG_CMD_GET_DEVICE, set: WG_CMD_SET_DEVICE },
  groups: [],
  verbs: ["list", "get", "watch"],
  filters: ["ifindex", "ifname"],
  notFound: "ENODEV",
  joins: { by: ["ifindex"], merge: joinedDevice },
  complete: (given, verb) => (verb === "list" ? deviceKey(given) : given),
  keysOf: (device) => [deviceKey(device)],
  hint: hintOf,
  state: { identityOf: identityBy("ifindex"), ...POLLED },
});

/** Verbs that read devices; what changes them is {@link WireguardFamily.configure$}. */
export interface WireguardDevices extends ObjectOf<typeof wireguardDeviceObject> {}
