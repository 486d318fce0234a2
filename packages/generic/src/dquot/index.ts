/**
 * Warnings about disk quotas of users, groups and projects (`VFS_DQUOT`).
 *
 * @module
 */
export {
  type Dquot,
  dquot,
  dquotFamily,
  dquotGroups,
  QUOTA_NL_C_WARNING,
  type QuotaWarnings,
  quotaWarningObject,
} from "./dquot.js";
export { type QuotaWarning, quotaType, quotaWarning, quotaWarningMessage } from "./layout.js";
