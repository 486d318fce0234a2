//  Messages of control (linux/audit.h).

/** Requests the state, and carries it. */
export const AUDIT_GET = 1000;
/** Changes the state. */
export const AUDIT_SET = 1001;
/** Carries a message of a program. */
export const AUDIT_USER = 1005;
/** Requests the sender of the last signal to the audit daemon, and carries it. */
export const AUDIT_SIGNAL_INFO = 1010;
/** Adds a rule. */
export const AUDIT_ADD_RULE = 1011;
/** Removes a rule. */
export const AUDIT_DEL_RULE = 1012;
/** Requests the rules, and carries one. */
export const AUDIT_LIST_RULES = 1013;
/** Removes parts of watched trees that are unmounted. */
export const AUDIT_TRIM = 1014;
/** Makes what is mounted at one path watched as another is. */
export const AUDIT_MAKE_EQUIV = 1015;
/** Requests the recording of terminals, and carries it. */
export const AUDIT_TTY_GET = 1016;
/** Changes the recording of terminals. */
export const AUDIT_TTY_SET = 1017;
/** Changes features. */
export const AUDIT_SET_FEATURE = 1018;
/** Requests the features, and carries them. */
export const AUDIT_GET_FEATURE = 1019;

/** First type of messages of programs. */
export const AUDIT_FIRST_USER_MSG = 1100;
/** Last type of messages of programs. */
export const AUDIT_LAST_USER_MSG = 1199;
/** First type of further messages of programs. */
export const AUDIT_FIRST_USER_MSG2 = 2100;
/** Last type of further messages of programs. */
export const AUDIT_LAST_USER_MSG2 = 2999;
/** Longest message of a program, in bytes. */
export const AUDIT_MESSAGE_TEXT_MAX = 8560;

/** Group of the records. */
export const AUDIT_NLGRP_READLOG = 1;
