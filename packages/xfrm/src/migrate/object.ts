import { defineObject, type KernelRefusal } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { XFRM_MSG_MIGRATE, XFRM_MSG_MIGRATE_STATE } from "../common/messages.js";
import { migrateMessage, migrateStateMessage, type XfrmMigrate, type XfrmMigrateState } from "./layout.js";

const ENOPROTOOPT = 92;
const EINVAL = 22;

/** Requests that move a policy and its states. */
export const xfrmMigrateObject = defineObject({
  name: "xfrm-migrate",
  namedBy: ["dir"],
  layout: nest<XfrmMigrate>(migrateMessage),
  types: { set: XFRM_MSG_MIGRATE },
  groups: [],
  verbs: ["set"],
  filters: [],
  hint: ({ errno }: KernelRefusal) =>
    errno === ENOPROTOOPT ? "this kernel was built without CONFIG_XFRM_MIGRATE" : undefined,
});

/** Requests that move one state. */
export const xfrmMigrateStateObject = defineObject({
  name: "xfrm-migrate-state",
  namedBy: ["daddr", "proto", "spi"],
  layout: nest<XfrmMigrateState>(migrateStateMessage),
  types: { set: XFRM_MSG_MIGRATE_STATE },
  groups: [],
  verbs: ["set"],
  filters: [],
  hint: ({ errno }: KernelRefusal) =>
    errno === EINVAL ? "kernels before 7.2 know no such message" : undefined,
});
