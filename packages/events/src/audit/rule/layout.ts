import { array, binary, enumeration, struct, u32 } from "@rxnetlink/core/schema";

/** Lists that rules are in (`AUDIT_FILTER_*`). */
export const auditFilter = enumeration("AUDIT_FILTER_", u32, {
  /** Messages of programs. */
  user: 0,
  /** Creation of a task. */
  task: 1,
  /** Entry of a system call; refused since 2.6.35. */
  entry: 2,
  /** Of the kernel's own use. */
  watch: 3,
  /** Exit of a system call. */
  exit: 4,
  /** Records that are not written. */
  exclude: 5,
  /** File systems whose paths are not written. Since 4.12. */
  fs: 6,
  /** Operations of io_uring. Since 5.16. */
  uringExit: 7,
});
/** List that a rule is in. */
export type AuditFilter = keyof typeof auditFilter.values;

/** Bit of the list that puts a rule before the others. */
export const AUDIT_FILTER_PREPEND = 0x10;

/** Action of a rule (`AUDIT_NEVER` …). */
export const auditAction = enumeration("AUDIT_", u32, {
  /** Writes no records. */
  never: 0,
  /** Of old kernels; refused since 2.6.35. */
  possible: 1,
  /** Writes records; in the list `exclude`, leaves them out. */
  always: 2,
});
/** Action of a rule. */
export type AuditAction = keyof typeof auditAction.values;

/** Fields that rules compare (`AUDIT_PID` …). */
export const auditField = enumeration("AUDIT_", u32, {
  pid: 0,
  uid: 1,
  euid: 2,
  suid: 3,
  fsuid: 4,
  gid: 5,
  egid: 6,
  sgid: 7,
  fsgid: 8,
  loginuid: 9,
  pers: 10,
  arch: 11,
  msgtype: 12,
  subjUser: 13,
  subjRole: 14,
  subjType: 15,
  subjSen: 16,
  subjClr: 17,
  ppid: 18,
  objUser: 19,
  objRole: 20,
  objType: 21,
  objLevLow: 22,
  objLevHigh: 23,
  loginuidSet: 24,
  sessionid: 25,
  fstype: 26,
  devmajor: 100,
  devminor: 101,
  inode: 102,
  exit: 103,
  success: 104,
  watch: 105,
  perm: 106,
  dir: 107,
  filetype: 108,
  objUid: 109,
  objGid: 110,
  fieldCompare: 111,
  exe: 112,
  saddrFam: 113,
  arg0: 200,
  arg1: 201,
  arg2: 202,
  arg3: 203,
  filterkey: 210,
});
/** Field that a rule compares. */
export type AuditField = keyof typeof auditField.values;

/** Comparisons of rules (`AUDIT_EQUAL` …). */
export const auditOperator = enumeration("AUDIT_", u32, {
  bitMask: 0x0800_0000,
  lessThan: 0x1000_0000,
  greaterThan: 0x2000_0000,
  notEqual: 0x3000_0000,
  equal: 0x4000_0000,
  bitTest: 0x4800_0000,
  lessThanOrEqual: 0x5000_0000,
  greaterThanOrEqual: 0x6000_0000,
});

/** Pairs of fields that `fieldCompare` compares (`AUDIT_COMPARE_*`). */
export const auditCompare = enumeration("AUDIT_COMPARE_", u32, {
  uidToObjUid: 1,
  gidToObjGid: 2,
  euidToObjUid: 3,
  egidToObjGid: 4,
  auidToObjUid: 5,
  suidToObjUid: 6,
  sgidToObjGid: 7,
  fsuidToObjUid: 8,
  fsgidToObjGid: 9,
  uidToAuid: 10,
  uidToEuid: 11,
  uidToFsuid: 12,
  uidToSuid: 13,
  auidToFsuid: 14,
  auidToSuid: 15,
  auidToEuid: 16,
  euidToSuid: 17,
  euidToFsuid: 18,
  suidToFsuid: 19,
  gidToEgid: 20,
  gidToFsgid: 21,
  gidToSgid: 22,
  egidToFsgid: 23,
  egidToSgid: 24,
  sgidToFsgid: 25,
});

/** Most fields of a rule. */
export const AUDIT_MAX_FIELDS = 64;
/** Words of the mask of system calls. */
export const AUDIT_BITMASK_SIZE = 64;
/** Longest key of a rule, in bytes; all its keys together. */
export const AUDIT_MAX_KEY_LEN = 256;

/** Rule as it is sent (`struct audit_rule_data`). */
export const auditRuleData = struct("audit_rule_data", {
  /** List, and perhaps {@link AUDIT_FILTER_PREPEND}. */
  flags: u32,
  /** Action. */
  action: auditAction,
  /** Number of fields. */
  fieldCount: u32,
  /** Bits of the system calls. */
  mask: array(u32, AUDIT_BITMASK_SIZE),
  /** Fields. */
  fields: array(auditField, AUDIT_MAX_FIELDS),
  /** Their values; of texts the lengths. */
  values: array(u32, AUDIT_MAX_FIELDS),
  /** Their comparisons. */
  fieldflags: array(auditOperator, AUDIT_MAX_FIELDS),
  /** Length of the texts together. */
  buflen: u32,
  /** Texts in the order of the fields. */
  buf: binary,
});
