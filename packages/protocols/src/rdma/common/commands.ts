//  Messages about RDMA devices (rdma/rdma_netlink.h): the client in the upper six bits, its command in the others.

import { RDMA_NL_NLDEV } from "./protocol.js";

const nldevType = (command: number): number => (RDMA_NL_NLDEV << 10) + command;

/** Requests devices, or reports one. */
export const RDMA_NLDEV_CMD_GET = nldevType(1);
/** Changes a device. */
export const RDMA_NLDEV_CMD_SET = nldevType(2);
/** Creates a device in software. */
export const RDMA_NLDEV_CMD_NEWLINK = nldevType(3);
/** Removes a device in software. */
export const RDMA_NLDEV_CMD_DELLINK = nldevType(4);
/** Requests the ports of a device. */
export const RDMA_NLDEV_CMD_PORT_GET = nldevType(5);
/** Requests the modes of the subsystem. */
export const RDMA_NLDEV_CMD_SYS_GET = nldevType(6);
/** Changes a mode of the subsystem. */
export const RDMA_NLDEV_CMD_SYS_SET = nldevType(7);
/** Requests the numbers of resources. */
export const RDMA_NLDEV_CMD_RES_GET = nldevType(9);
/** Requests queue pairs. */
export const RDMA_NLDEV_CMD_RES_QP_GET = nldevType(10);
/** Requests connections. */
export const RDMA_NLDEV_CMD_RES_CM_ID_GET = nldevType(11);
/** Requests completion queues. */
export const RDMA_NLDEV_CMD_RES_CQ_GET = nldevType(12);
/** Requests memory regions. */
export const RDMA_NLDEV_CMD_RES_MR_GET = nldevType(13);
/** Requests protection domains. */
export const RDMA_NLDEV_CMD_RES_PD_GET = nldevType(14);
/** Requests a character device. */
export const RDMA_NLDEV_CMD_GET_CHARDEV = nldevType(15);
/** Changes the mode of counters, binds a queue pair to one, or turns optional counters on. */
export const RDMA_NLDEV_CMD_STAT_SET = nldevType(16);
/** Requests counters. */
export const RDMA_NLDEV_CMD_STAT_GET = nldevType(17);
/** Unbinds a queue pair from a counter. */
export const RDMA_NLDEV_CMD_STAT_DEL = nldevType(18);
/** Requests a queue pair as its driver keeps it. */
export const RDMA_NLDEV_CMD_RES_QP_GET_RAW = nldevType(19);
/** Requests a completion queue as its driver keeps it. */
export const RDMA_NLDEV_CMD_RES_CQ_GET_RAW = nldevType(20);
/** Requests a memory region as its driver keeps it. */
export const RDMA_NLDEV_CMD_RES_MR_GET_RAW = nldevType(21);
/** Requests contexts of processes. */
export const RDMA_NLDEV_CMD_RES_CTX_GET = nldevType(22);
/** Requests shared receive queues. */
export const RDMA_NLDEV_CMD_RES_SRQ_GET = nldevType(23);
/** Requests the names of counters, and which are on. */
export const RDMA_NLDEV_CMD_STAT_GET_STATUS = nldevType(24);
/** Requests a shared receive queue as its driver keeps it; since 6.7. */
export const RDMA_NLDEV_CMD_RES_SRQ_GET_RAW = nldevType(25);
/** Creates a device below another; since 6.11. */
export const RDMA_NLDEV_CMD_NEWDEV = nldevType(26);
/** Removes a device below another; since 6.11. */
export const RDMA_NLDEV_CMD_DELDEV = nldevType(27);
/** Reports a change of a device; since 6.12. */
export const RDMA_NLDEV_CMD_MONITOR = nldevType(28);
/** Requests pools of memory handles; in 7.3. */
export const RDMA_NLDEV_CMD_FRMR_POOLS_GET = nldevType(29);
/** Changes pools of memory handles; in 7.3. */
export const RDMA_NLDEV_CMD_FRMR_POOLS_SET = nldevType(30);
