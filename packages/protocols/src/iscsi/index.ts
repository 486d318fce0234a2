/**
 * `NETLINK_ISCSI`: what the kernel reports about sessions and connections of open-iscsi. Since 2.6.15.
 *
 * @module
 */
export type {
  IscsiConnError,
  IscsiConnLoginState,
  IscsiCreateSession,
  IscsiDestroySession,
  IscsiEvent,
  IscsiHostEvent,
  IscsiIfDown,
  IscsiOther,
  IscsiPathReq,
  IscsiPingComp,
  IscsiRecvPdu,
  IscsiUnbindSession,
} from "./event.js";
export {
  type Iscsi,
  type IscsiArrival,
  type IscsiEventOptions,
  type IscsiMalformed,
  type IscsiOptions,
  iscsi,
} from "./iscsi.js";
export {
  ISCSI_NL_GRP_ISCSID,
  ISCSI_NL_GRP_UIP,
  iscsiConnState,
  iscsiError,
  iscsiEventType,
  iscsiHostEventCode,
  iscsiPingStatus,
  NETLINK_ISCSI,
} from "./numbers.js";
