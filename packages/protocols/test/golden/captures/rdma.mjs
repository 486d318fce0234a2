import { NLM_F_DUMP } from "../../../../core/dist/schema.js";
import * as door from "../../../dist/rdma/index.js";
import { goldenOf } from "../../../dist-test/test/support/golden.js";
import { rdmaMessages } from "../../../dist-test/test/support/rdma-messages.js";

const { layoutOf } = goldenOf({ folder: "rdma", messages: rdmaMessages });

/** A device in software, over the end of a pair of links. */
const DEVICE = [
  "modprobe -a rdma_rxe ib_uverbs rdma_ucm; rdma link delete rxe0 2>/dev/null; true",
  "ip link add v0 type veth peer name v1",
  "ip link set v0 up",
  "ip link set v1 up",
  "ip address add 192.0.2.1/24 dev v0",
  "rdma link add rxe0 type rxe netdev v0",
];

/** Programs that use it: one with a shared receive queue, and one that listens. */
const USED = [
  ...DEVICE,
  "(timeout 30 ibv_srq_pingpong -d rxe0 -g 0 >/dev/null 2>&1 &) ; (timeout 30 rping -s -a 192.0.2.1 >/dev/null 2>&1 &) ; sleep 4",
];

/** Lists of the resources of the first device since the module was loaded: to be captured one at a time. */
const OF_DEVICE = { before: USED, value: { devIndex: 0 } };

const capture = (
  name,
  { type, layout = layoutOf(type), flags = NLM_F_DUMP, value = {}, before = DEVICE, pick },
) => ({
  protocol: door.NETLINK_RDMA,
  layoutOf,
  folder: "rdma",
  name,
  before,
  types: [type],
  request: { what: name, type, flags, layout, value },
  ...(pick && { pick }),
});

export const captures = [
  capture("device-rxe", { type: door.RDMA_NLDEV_CMD_GET, pick: ({ devName }) => devName === "rxe0" }),
  capture("port", { type: door.RDMA_NLDEV_CMD_PORT_GET, ...OF_DEVICE }),
  capture("qp", { type: door.RDMA_NLDEV_CMD_RES_QP_GET, ...OF_DEVICE }),
  capture("cq", { type: door.RDMA_NLDEV_CMD_RES_CQ_GET, ...OF_DEVICE }),
  capture("pd", { type: door.RDMA_NLDEV_CMD_RES_PD_GET, ...OF_DEVICE }),
  capture("mr", { type: door.RDMA_NLDEV_CMD_RES_MR_GET, ...OF_DEVICE }),
  capture("ctx", { type: door.RDMA_NLDEV_CMD_RES_CTX_GET, ...OF_DEVICE }),
  capture("srq", { type: door.RDMA_NLDEV_CMD_RES_SRQ_GET, ...OF_DEVICE }),
  capture("cm-id", { type: door.RDMA_NLDEV_CMD_RES_CM_ID_GET, ...OF_DEVICE }),
  capture("counters", {
    type: door.RDMA_NLDEV_CMD_STAT_GET,
    flags: 0,
    value: { devIndex: 0, portIndex: 1 },
  }),
  capture("counters-status", {
    type: door.RDMA_NLDEV_CMD_STAT_GET_STATUS,
    flags: 0,
    value: { devIndex: 0, portIndex: 1 },
  }),
  capture("summary", { type: door.RDMA_NLDEV_CMD_RES_GET }),
  capture("system", { type: door.RDMA_NLDEV_CMD_SYS_GET, flags: 0 }),
  capture("chardev", { type: door.RDMA_NLDEV_CMD_GET_CHARDEV, flags: 0, value: { chardevType: "rdma_cm" } }),
  {
    ...capture("event-register", { type: door.RDMA_NLDEV_CMD_MONITOR }),
    before: DEVICE.slice(0, 5),
    request: undefined,
    run: DEVICE[5],
    groups: [door.RDMA_NL_GROUP_NOTIFY],
  },
  {
    ...capture("event-attach", {
      type: door.RDMA_NLDEV_CMD_MONITOR,
      pick: ({ eventType }) => eventType === "netdevAttachEvent",
    }),
    before: DEVICE.slice(0, 5),
    request: undefined,
    run: DEVICE[5],
    groups: [door.RDMA_NL_GROUP_NOTIFY],
  },
];
