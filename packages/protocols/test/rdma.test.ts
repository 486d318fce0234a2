import { describe } from "vitest";
import * as door from "#src/rdma/index.js";
import { protocolDrift } from "./support/protocol-drift.js";
import { protocolGates } from "./support/protocol-gates.js";
import { rdmaMessages } from "./support/rdma-messages.js";

const VERBS = "of ib_verbs.h or rdma_cm.h, which are no UAPI headers";
const ENTRY = "the type of the elements of a list, which is an array here";
const COUNT = "a number of constants";
const IWPM = "of the daemon iwpmd, which the kernel asks to map ports, as it asks no other program";
const LS = "of the daemon ibacm, which the kernel asks for addresses, as it asks no other program";

protocolGates({ folder: "rdma", open: door.rdma, messages: rdmaMessages, atLeast: 1 });

describe("drift", () => {
  protocolDrift({
    folder: "rdma",
    headers: ["rdma/rdma_netlink.h"],
    // The client in the upper bits: five, times four.
    subsystems: { RDMA_NLDEV_CMD_: 20 },
    // All nests share one set of numbers.
    subsets: Object.values(door).flatMap((one) =>
      typeof one === "object" && "set" in one ? [(one as { readonly name: string }).name] : [],
    ),
    exceptions: {
      IB_PORT_: VERBS,
      IB_QPT_: VERBS,
      IB_QPS_: VERBS,
      IB_MIG_: VERBS,
      IB_SRQT_: VERBS,
      IB_POLL_: VERBS,
      RDMA_CM_: VERBS,
      RDMA_PS_: VERBS,
      RDMA_NETNS_MODE_: "the kernel has no names for 0 and 1",
      RDMA_NLDEV_ATTR_NET_NS_FD: "RDMA_NLDEV_NET_NS_FD",
      rdmaDevice: "created and removed as a link",
    },
    omissions: {
      IWPM_: IWPM,
      LS_: LS,
      RDMA_NLA_: LS,
      RDMA_NLDEV_ATTR_DRIVER_ENTRY: ENTRY,
      RDMA_NLDEV_ATTR_FRMR_POOL_ENTRY: ENTRY,
      RDMA_NLDEV_ATTR_RES_CM_ID_ENTRY: ENTRY,
      RDMA_NLDEV_ATTR_RES_CQ_ENTRY: ENTRY,
      RDMA_NLDEV_ATTR_RES_CTX_ENTRY: ENTRY,
      RDMA_NLDEV_ATTR_RES_MR_ENTRY: ENTRY,
      RDMA_NLDEV_ATTR_RES_PD_ENTRY: ENTRY,
      RDMA_NLDEV_ATTR_RES_QP_ENTRY: ENTRY,
      RDMA_NLDEV_ATTR_RES_SRQ_ENTRY: ENTRY,
      RDMA_NLDEV_ATTR_RES_SUMMARY_ENTRY: ENTRY,
      RDMA_NLDEV_ATTR_STAT_COUNTER_ENTRY: ENTRY,
      RDMA_NLDEV_ATTR_STAT_HWCOUNTER_ENTRY: ENTRY,
      RDMA_NLDEV_NET_NS_FD: "declared with the other attributes",
      RDMA_NLDEV_NUM_OPS: COUNT,
      RDMA_NL_GROUP_IWPM: IWPM,
      RDMA_NL_GROUP_LS: LS,
      RDMA_NL_IWCM: IWPM,
      RDMA_NL_IWPM_: IWPM,
      RDMA_NL_LS: LS,
      RDMA_NL_LS_: LS,
      RDMA_NL_NUM_CLIENTS: COUNT,
      RDMA_NL_NUM_GROUPS: COUNT,
      RDMA_NL_RSVD: "nobody's",
      rdma_ls_: LS,
      rdma_nla_: LS,
    },
  });
});
