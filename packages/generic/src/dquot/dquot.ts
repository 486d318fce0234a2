import { bindObject, defineObject, type ObjectOf } from "@rxnetlink/core";
import { checkOptions } from "@rxnetlink/core/internal";
import { nest } from "@rxnetlink/core/schema";
import { connectFamily } from "../connect.js";
import type { FamilyConnection } from "../family/connection.js";
import { type Family, groupsOf } from "../family/definition.js";
import { genlType } from "../family/genlmsghdr.js";
import { type FamilyOptions, familyChecks } from "../generic.js";
import { type QuotaWarning, quotaWarningMessage } from "./layout.js";

/** Multicast groups of `VFS_DQUOT`. */
export const dquotGroups = groupsOf("events");

/** The family of warnings about quotas. */
export const dquotFamily: Family = {
  name: "VFS_DQUOT",
  version: 1,
  groups: dquotGroups,
  from: "CONFIG_QUOTA_NETLINK_INTERFACE, in the initial network namespace",
};

/** Reports a warning. */
export const QUOTA_NL_C_WARNING = genlType(1);

/** Warnings about quotas (`QUOTA_NL_C_WARNING`). */
export const quotaWarningObject = defineObject({
  name: "quotaWarning",
  layout: nest<QuotaWarning>(quotaWarningMessage),
  types: { new: QUOTA_NL_C_WARNING },
  groups: [dquotGroups.events],
  verbs: ["notify"],
  filters: [],
});
/** Warnings about quotas. */
export interface QuotaWarnings extends ObjectOf<typeof quotaWarningObject> {}

/** Warnings about disk quotas. Anyone may listen. */
export interface Dquot {
  /** Underlying connection, for messages without a verb. */
  readonly connection: FamilyConnection;
  /** Warnings: a limit was exceeded, or is kept again. */
  readonly warning: QuotaWarnings;
}

/**
 * Opens the warnings about disk quotas (`VFS_DQUOT`) over a transport. They exist in the initial network namespace only: in
 * others the kernel has no such family.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function dquot(options: FamilyOptions): Dquot {
  const { transport, ...rest } = checkOptions("dquot", options, familyChecks);
  const connection = connectFamily(transport, dquotFamily, rest);
  return { connection, warning: bindObject(connection, quotaWarningObject) };
}
