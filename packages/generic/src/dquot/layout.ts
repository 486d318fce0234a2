import { attributes, enumeration, type Infer, message, padding, u32, u64 } from "@rxnetlink/core/schema";
import { genlmsghdr } from "../family/genlmsghdr.js";

/** Whose quota it is (`*QUOTA`). */
export const quotaType = enumeration("", u32, {
  /** A user's; `excessId` is a UID. */
  usrquota: 0,
  /** A group's; `excessId` is a GID. */
  grpquota: 1,
  /** A project's; `excessId` is its number. */
  prjquota: 2,
});

/** Warnings (`QUOTA_NL_*`); those that end in `below` say that all is well again. */
export const quotaWarning = enumeration("QUOTA_NL_", u32, {
  /** Nothing to warn of; not sent. */
  nowarn: 0,
  /** The hard limit of files is reached. */
  ihardwarn: 1,
  /** The soft limit of files has been exceeded for longer than allowed. */
  isoftlongwarn: 2,
  /** The soft limit of files is exceeded. */
  isoftwarn: 3,
  /** The hard limit of space is reached. */
  bhardwarn: 4,
  /** The soft limit of space has been exceeded for longer than allowed. */
  bsoftlongwarn: 5,
  /** The soft limit of space is exceeded. */
  bsoftwarn: 6,
  /** Fewer files than the hard limit again. */
  ihardbelow: 7,
  /** Fewer files than the soft limit again. */
  isoftbelow: 8,
  /** Less space than the hard limit again. */
  bhardbelow: 9,
  /** Less space than the soft limit again. */
  bsoftbelow: 10,
});

/** Attributes of warnings (`QUOTA_NL_A_*`). */
const dquotAttributes = attributes("quota-warning", "QUOTA_NL_A_", {
  /** Whose quota it is; see {@link quotaType}. */
  qtype: [1, quotaType],
  /** The user, group or project whose quota it is. */
  excessId: [2, u64],
  /** What it warns of; see {@link quotaWarning}. */
  warning: [3, quotaWarning],
  /** Major number of the device of the file system. */
  devMajor: [4, u32],
  /** Minor number of the device of the file system. */
  devMinor: [5, u32],
  /** UID of the user whose action caused it. */
  causedId: [6, u64],
  /** Alignment. */
  pad: [7, padding],
});

/** Layout of `QUOTA_NL_C_WARNING`. */
export const quotaWarningMessage = message("quota-warning", genlmsghdr, dquotAttributes);
/** A warning about a disk quota. */
export interface QuotaWarning extends Infer<typeof quotaWarningMessage> {}
