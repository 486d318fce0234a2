//  struct iscsi_uevent:  0      4         8                  16                     40              56
//                        | u32  | s32     | u64              | of requests, 24      | of events, 16 | data …
//                        type   iferror   transportHandle
//  The header is include/scsi/iscsi_if.h, which programs have copied since 2005; it is no UAPI header.

import { type Fields, hex, pad, type Struct, s32, struct, u32, u64 } from "@rxnetlink/core/schema";
import {
  iscsiConnState,
  iscsiError,
  iscsiEventType,
  iscsiHostEventCode,
  iscsiPingStatus,
} from "./numbers.js";

/** Beginning of all messages. */
export const iscsiUevent = struct("iscsi_uevent", {
  /** Type of the event. */
  type: iscsiEventType,
  /** Negative errno of a failed request. */
  iferror: s32,
  /** Identifies the transport, as `/sys/class/iscsi_transport/<name>/handle` does. */
  transportHandle: hex(u64),
  /** What a request says. */
  request: pad(24),
});

/** Size of what an event says. */
export const EVENT_SIZE = 16;

const session = { sid: u32, hostNo: u32 };
const connection = { sid: u32, cid: u32 };

/** What an event says, by its type. */
export const iscsiEvents = {
  recvPdu: struct("msg_recv_req", { ...connection, recvHandle: hex(u64) }),
  connError: struct("msg_conn_error", { ...connection, error: iscsiError }),
  destroySession: struct("msg_session_destroyed", { hostNo: u32, sid: u32 }),
  unbindSession: struct("msg_unbind_session", session),
  createSession: struct("msg_create_session_ret", session),
  pathReq: struct("msg_req_path", { hostNo: u32 }),
  ifDown: struct("msg_notify_if_down", { hostNo: u32 }),
  connLoginState: struct("msg_conn_login", { ...connection, state: iscsiConnState }),
  hostEvent: struct("msg_host_event", { hostNo: u32, dataSize: u32, code: iscsiHostEventCode }),
  pingComp: struct("msg_ping_comp", { hostNo: u32, status: iscsiPingStatus, pid: u32, dataSize: u32 }),
} as const satisfies Readonly<Record<string, Struct<Fields>>>;
