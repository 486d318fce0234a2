import { defineObject, type ObjectOf } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { type Osf, osfMessage } from "./layout.js";
import { OSF_MSG_ADD, OSF_MSG_REMOVE } from "./messages.js";

/** Messages of fingerprints (`OSF_MSG_*`). The kernel neither lists nor changes them. */
export const osfObject = defineObject({
  name: "osf",
  layout: nest<Osf>(osfMessage),
  types: { new: OSF_MSG_ADD, delete: OSF_MSG_REMOVE },
  groups: [],
  verbs: ["add", "delete"],
  filters: [],
});
/**
 * Verbs of fingerprints, which all namespaces share and which need `CAP_NET_ADMIN` in the first one. `delete$` takes the whole
 * fingerprint, since it has no name.
 */
export interface Osfs extends ObjectOf<typeof osfObject> {}
