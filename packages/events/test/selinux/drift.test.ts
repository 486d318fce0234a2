import { protocolDrift } from "../support/drift.js";

protocolDrift({
  folder: "selinux",
  headers: ["selinux_netlink.h"],
  exceptions: {
    PERMISSIVE: "in no header for programs",
    ENFORCING: "in no header for programs",
  },
  omissions: {
    SELNL_MSG_BASE: "the first type, which is that of SELNL_MSG_SETENFORCE",
    SELNL_GRP_: "the bits of the groups, which are joined by number",
    SELNLGRP_NONE: "no group",
  },
});
