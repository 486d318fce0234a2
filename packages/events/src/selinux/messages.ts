//  Messages of SELinux (linux/selinux_netlink.h).

/** Reports that the mode has changed. */
export const SELNL_MSG_SETENFORCE = 16;
/** Reports that a policy was loaded. */
export const SELNL_MSG_POLICYLOAD = 17;

/** Group of the access vector cache: the only one. */
export const SELNLGRP_AVC = 1;
