import {
  attributes,
  type Infer,
  message,
  nest,
  orDefault,
  required,
  type Struct,
  struct,
  u8,
} from "@rxnetlink/core/schema";
import { socketFamily } from "../common/address-family.js";
import { NO_COOKIE } from "../common/cookie.js";
import { socketProtocol, wideProtocol } from "../common/protocol.js";
import { ALL_STATES, stateNames } from "../common/socket-state.js";
import type { SocketFilter } from "../filter/socket-filter.js";
import { type BpfStorageRequest, bpfStorageRequestAttributes } from "./bpf-storage.js";
import { bytecode } from "./bytecode.js";
import { CHEAP, extensionNames } from "./extensions.js";
import { type InetDiagSockidFields, inetDiagSockid } from "./sockid.js";

const { cookie, ...ends } = inetDiagSockid.fields;

const fields = {
  /** Address family: `"inet"` or `"inet6"`; by default that of the addresses, and of a list both. */
  family: required(socketFamily),
  /** Protocol; filled in. */
  sdiagProtocol: socketProtocol,
  /** What to report beside the header, by name: `["info"]`; by default all that costs little, which `info` does not. */
  ext: orDefault(extensionNames, CHEAP),
  /** Protocol of a raw socket; filled in from `protocol`. */
  sdiagRawProtocol: u8,
  /** States to list, by name: `["established", "listen"]`; all by default. */
  states: orDefault(stateNames, ALL_STATES),
};
/** Members of `struct inet_diag_req_v2`; by this name they keep their comments in declaration files. */
export type InetDiagReqFields = {
  -readonly [K in keyof typeof fields]: (typeof fields)[K];
} & InetDiagSockidFields;

/** Fixed header of a request about sockets of IP (`struct inet_diag_req_v2`, `struct inet_diag_req_raw`). */
const inetDiagReq: Struct<InetDiagReqFields> = struct("inet_diag_req_raw", {
  ...fields,
  ...ends,
  cookie: orDefault(cookie, NO_COOKIE),
});

/** Attributes of a request about sockets of IP (`INET_DIAG_REQ_*`). */
export const inetRequestAttributes = attributes("inet-diag-req-attrs", "INET_DIAG_REQ_", {
  /** Filter that the kernel runs on each socket of a list, as its bytecode. */
  filter: [1, nest<SocketFilter>(bytecode)],
  /** What BPF programs store with the sockets; needs `CAP_BPF`, and since 5.7. */
  bpfStorages: [2, nest<BpfStorageRequest>(bpfStorageRequestAttributes)],
  /** Protocol whose number needs more than 8 bits; filled in. Since 5.9. */
  wideProtocol: [3, wideProtocol],
});

/** Layout of a request about sockets of IP. */
export const inetRequest = message("inet-diag-req", inetDiagReq, inetRequestAttributes);
/** A request about sockets of IP. */
export interface InetQuery extends Infer<typeof inetRequest> {}
