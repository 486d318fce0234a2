import { defineObject, identityBy, type ObjectOf, pick } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { MACSEC_CMD_GET_TXSC, MACSEC_CMD_UPD_OFFLOAD } from "./commands.js";
import { type MacsecDevice, macsecMessage } from "./layout/message.js";

/** How devices are watched: read every 5 s, since the kernel reports no changes, without what changes with each packet. */
export const POLLED = { relistEvery: 5000, volatile: ["stats", "txscStats", "secyStats", "pn"] };

/** Messages of devices; `change$` sets `offload` only (`MACSEC_CMD_UPD_OFFLOAD`). */
export const macsecDeviceObject = defineObject({
  name: "macsecDevice",
  namedBy: ["ifindex"],
  layout: nest<MacsecDevice>(macsecMessage),
  types: { get: MACSEC_CMD_GET_TXSC, set: MACSEC_CMD_UPD_OFFLOAD },
  groups: [],
  verbs: ["list", "get", "change", "watch"],
  filters: [],
  notFound: "ENODEV",
  keysOf: (device) => [pick(device, "ifindex")],
  state: { identityOf: identityBy("ifindex"), ...POLLED },
});
/** Verbs of devices; their settings are those of the link. */
export interface MacsecDevices extends ObjectOf<typeof macsecDeviceObject> {}
