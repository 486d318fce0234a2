/**
 * `NETLINK_RDMA`: RDMA devices, their ports, resources and counters. Since 3.0.
 *
 * @module
 */
export {
  RDMA_NLDEV_CMD_DELDEV,
  RDMA_NLDEV_CMD_DELLINK,
  RDMA_NLDEV_CMD_FRMR_POOLS_GET,
  RDMA_NLDEV_CMD_FRMR_POOLS_SET,
  RDMA_NLDEV_CMD_GET,
  RDMA_NLDEV_CMD_GET_CHARDEV,
  RDMA_NLDEV_CMD_MONITOR,
  RDMA_NLDEV_CMD_NEWDEV,
  RDMA_NLDEV_CMD_NEWLINK,
  RDMA_NLDEV_CMD_PORT_GET,
  RDMA_NLDEV_CMD_RES_CM_ID_GET,
  RDMA_NLDEV_CMD_RES_CQ_GET,
  RDMA_NLDEV_CMD_RES_CQ_GET_RAW,
  RDMA_NLDEV_CMD_RES_CTX_GET,
  RDMA_NLDEV_CMD_RES_GET,
  RDMA_NLDEV_CMD_RES_MR_GET,
  RDMA_NLDEV_CMD_RES_MR_GET_RAW,
  RDMA_NLDEV_CMD_RES_PD_GET,
  RDMA_NLDEV_CMD_RES_QP_GET,
  RDMA_NLDEV_CMD_RES_QP_GET_RAW,
  RDMA_NLDEV_CMD_RES_SRQ_GET,
  RDMA_NLDEV_CMD_RES_SRQ_GET_RAW,
  RDMA_NLDEV_CMD_SET,
  RDMA_NLDEV_CMD_STAT_DEL,
  RDMA_NLDEV_CMD_STAT_GET,
  RDMA_NLDEV_CMD_STAT_GET_STATUS,
  RDMA_NLDEV_CMD_STAT_SET,
  RDMA_NLDEV_CMD_SYS_GET,
  RDMA_NLDEV_CMD_SYS_SET,
} from "./common/commands.js";
export { type RdmaDriverItem, rdmaDriverAttributes, rdmaPrintType } from "./common/driver.js";
export {
  rdmaCmState,
  rdmaMigState,
  rdmaNodeType,
  rdmaPhysState,
  rdmaPollContext,
  rdmaPortSpace,
  rdmaPortState,
  rdmaQpState,
  rdmaQpType,
  rdmaSrqType,
} from "./common/enums.js";
export type { RdmaHandle } from "./common/handle.js";
export { NETLINK_RDMA, RDMA_NL_GROUP_NOTIFY } from "./common/protocol.js";
export type { RdmaSocketAddress } from "./common/socket-address.js";
export { connectRdma, type RdmaConnectionOptions } from "./connect.js";
export {
  type RdmaChardev,
  type RdmaChardevKey,
  rdmaChardevAttributes,
  rdmaChardevLayout,
} from "./device/chardev.js";
export { type RdmaDevices, type RdmaSubDevice, rdmaDeviceObject } from "./device/device.js";
export {
  type RdmaEvent,
  type RdmaEvents,
  rdmaEventAttributes,
  rdmaEventObject,
  rdmaEventType,
} from "./device/event.js";
export {
  type RdmaDevice,
  rdmaDeviceAttributes,
  rdmaDeviceType,
  rdmaNameAssignType,
} from "./device/layout.js";
export { type RdmaPort, type RdmaPorts, rdmaPortAttributes, rdmaPortObject } from "./device/port.js";
export { type Rdma, type RdmaOptions, rdma } from "./rdma.js";
export { type RdmaCmId, type RdmaCmIds, rdmaCmIdAttributes, rdmaCmIdObject } from "./resource/cm-id.js";
export { type RdmaCq, type RdmaCqs, rdmaCqAttributes, rdmaCqObject } from "./resource/cq.js";
export { type RdmaCtx, type RdmaCtxs, rdmaCtxAttributes, rdmaCtxObject } from "./resource/ctx.js";
export {
  type RdmaFrmrPool,
  type RdmaFrmrPoolKey,
  type RdmaFrmrPools,
  rdmaFrmrPoolAttributes,
  rdmaFrmrPoolKeyAttributes,
  rdmaFrmrPoolObject,
} from "./resource/frmr-pool.js";
export { type RdmaMr, type RdmaMrs, rdmaMrAttributes, rdmaMrObject } from "./resource/mr.js";
export { type RdmaPd, type RdmaPds, rdmaPdAttributes, rdmaPdObject } from "./resource/pd.js";
export { type RdmaQp, type RdmaQps, rdmaQpAttributes, rdmaQpObject } from "./resource/qp.js";
export { type RdmaRaw, type RdmaRawResource, rdmaRawAttributes } from "./resource/raw.js";
export {
  type RdmaQpRange,
  type RdmaSrq,
  type RdmaSrqs,
  rdmaQpRangeAttributes,
  rdmaSrqAttributes,
  rdmaSrqObject,
} from "./resource/srq.js";
export {
  type RdmaResourceCount,
  type RdmaSummaries,
  type RdmaSummary,
  rdmaResourceCountAttributes,
  rdmaSummaryAttributes,
  rdmaSummaryObject,
} from "./resource/summary.js";
export { type RdmaCounters, type RdmaPortKey, type RdmaQpKey, rdmaCounterObject } from "./stat/counter.js";
export {
  type RdmaCountedQp,
  type RdmaCounter,
  type RdmaHwcounter,
  type RdmaOptionalCounters,
  rdmaCountedQpAttributes,
  rdmaCounterAttributes,
  rdmaCounterMask,
  rdmaCounterMode,
  rdmaHwcounterAttributes,
  rdmaOptionalAttributes,
} from "./stat/layout.js";
export {
  type RdmaSystem,
  type RdmaSystemModes,
  rdmaNetnsMode,
  rdmaSystemAttributes,
  rdmaSystemLayout,
} from "./system.js";
