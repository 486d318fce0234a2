import type { Infer } from "@rxnetlink/core/schema";
import type { iscsiConnState, iscsiError, iscsiHostEventCode, iscsiPingStatus } from "./numbers.js";

/** What all events have. */
interface IscsiEventBase {
  /** Identifies the transport, as `/sys/class/iscsi_transport/<name>/handle` does. */
  readonly transportHandle: bigint;
}

/** What events about a session have. */
interface OfSession extends IscsiEventBase {
  /** Number of the session: `session1` in `/sys/class/iscsi_session`. */
  readonly sid: number;
  /** Number of the host: `host3` in `/sys/class/iscsi_host`. */
  readonly hostNo: number;
}

/** What events about a connection have. */
interface OfConnection extends IscsiEventBase {
  /** Number of its session. */
  readonly sid: number;
  /** Its number in the session. */
  readonly cid: number;
}

/** A session has been made. */
export interface IscsiCreateSession extends OfSession {
  /** Discriminates events. */
  readonly type: "createSession";
}

/** A session is gone. */
export interface IscsiDestroySession extends OfSession {
  /** Discriminates events. */
  readonly type: "destroySession";
}

/** A session has lost its devices. */
export interface IscsiUnbindSession extends OfSession {
  /** Discriminates events. */
  readonly type: "unbindSession";
}

/** A connection has failed. */
export interface IscsiConnError extends OfConnection {
  /** Discriminates events. */
  readonly type: "connError";
  /** Reason. */
  readonly error: Infer<typeof iscsiError>;
}

/** The login of a connection has come to another state. */
export interface IscsiConnLoginState extends OfConnection {
  /** Discriminates events. */
  readonly type: "connLoginState";
  /** The state. */
  readonly state: Infer<typeof iscsiConnState>;
}

/** A PDU for the daemon. */
export interface IscsiRecvPdu extends OfConnection {
  /** Discriminates events. */
  readonly type: "recvPdu";
  /** Identifies the PDU. */
  readonly recvHandle: bigint;
  /** Header and data of the PDU. */
  readonly data: Uint8Array;
}

/** An adapter asks for the path to an address. */
export interface IscsiPathReq extends IscsiEventBase {
  /** Discriminates events. */
  readonly type: "pathReq";
  /** Number of the host. */
  readonly hostNo: number;
  /** The address (`struct iscsi_path`). */
  readonly data: Uint8Array;
}

/** The link of an adapter is down. */
export interface IscsiIfDown extends IscsiEventBase {
  /** Discriminates events. */
  readonly type: "ifDown";
  /** Number of the host. */
  readonly hostNo: number;
}

/** Something happened to an adapter. */
export interface IscsiHostEvent extends IscsiEventBase {
  /** Discriminates events. */
  readonly type: "hostEvent";
  /** Number of the host. */
  readonly hostNo: number;
  /** What happened. */
  readonly code: Infer<typeof iscsiHostEventCode>;
  /** Length of the data in bytes. */
  readonly dataSize: number;
  /** Data of the driver. */
  readonly data: Uint8Array;
}

/** A ping of an adapter has ended. */
export interface IscsiPingComp extends IscsiEventBase {
  /** Discriminates events. */
  readonly type: "pingComp";
  /** Number of the host. */
  readonly hostNo: number;
  /** Outcome. */
  readonly status: Infer<typeof iscsiPingStatus>;
  /** Number by which the program knows the ping. */
  readonly pid: number;
  /** Length of the data in bytes. */
  readonly dataSize: number;
  /** Data of the driver. */
  readonly data: Uint8Array;
}

/** An event of a type that this version does not know. */
export interface IscsiOther extends IscsiEventBase {
  /** Discriminates events. */
  readonly type: "other";
  /** Number of the type. */
  readonly number: number;
  /** The whole message. */
  readonly data: Uint8Array;
}

/** Something that the kernel reports about iSCSI; discriminated by `type`. */
export type IscsiEvent =
  | IscsiConnError
  | IscsiConnLoginState
  | IscsiCreateSession
  | IscsiDestroySession
  | IscsiHostEvent
  | IscsiIfDown
  | IscsiOther
  | IscsiPathReq
  | IscsiPingComp
  | IscsiRecvPdu
  | IscsiUnbindSession;
