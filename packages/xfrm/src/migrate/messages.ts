import type { MessageSet } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { XFRMNLGRP_MIGRATE } from "../common/groups.js";
import { XFRM_MSG_MIGRATE, XFRM_MSG_MIGRATE_STATE } from "../common/messages.js";
import { migrateMessage, migrateStateMessage, type XfrmMigrate, type XfrmMigrateState } from "./layout.js";

/** Messages about policies whose states moved. */
export const policyMigrations: MessageSet<XfrmMigrate> = {
  name: "xfrm-migrate",
  layout: nest<XfrmMigrate>(migrateMessage),
  types: { new: XFRM_MSG_MIGRATE },
  groups: [XFRMNLGRP_MIGRATE],
};

/** Messages about states that moved; since 7.2. */
export const stateMigrations: MessageSet<XfrmMigrateState> = {
  name: "xfrm-migrate-state",
  layout: nest<XfrmMigrateState>(migrateStateMessage),
  types: { new: XFRM_MSG_MIGRATE_STATE },
  groups: [XFRMNLGRP_MIGRATE],
};
