import { defineObject, identityBy, type ObjectOf } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { PSAMPLE_CMD_DEL_GROUP, PSAMPLE_CMD_GET_GROUP, PSAMPLE_CMD_NEW_GROUP } from "./commands.js";
import { psampleGroups } from "./family.js";
import { type PsampleGroup, psampleGroupMessage } from "./layout.js";

/** Messages of groups (`PSAMPLE_CMD_*_GROUP`). */
export const psampleGroupObject = defineObject({
  name: "psampleGroup",
  namedBy: ["sampleGroup"],
  layout: nest<PsampleGroup>(psampleGroupMessage),
  types: { new: PSAMPLE_CMD_NEW_GROUP, delete: PSAMPLE_CMD_DEL_GROUP, get: PSAMPLE_CMD_GET_GROUP },
  groups: [psampleGroups.config],
  verbs: ["list", "notify", "watch"],
  filters: [],
  state: { identityOf: identityBy("sampleGroup"), volatile: ["groupSeq", "groupRefcount"] },
});

/** Verbs of groups of samples, which come and go with what samples into them. */
export interface PsampleGroups extends ObjectOf<typeof psampleGroupObject> {}
