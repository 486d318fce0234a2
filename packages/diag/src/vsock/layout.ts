import { type Infer, message, noAttributes, orDefault, pad, struct, u8, u32 } from "@rxnetlink/core/schema";
import { socketFamily } from "../common/address-family.js";
import { cookie, NO_COOKIE } from "../common/cookie.js";
import { shutdownFlags } from "../common/shutdown.js";
import { ALL_STATES, socketState, stateNames } from "../common/socket-state.js";
import { socketType } from "../common/socket-type.js";

/** Layout of a socket between a virtual machine and its host (`struct vsock_diag_msg`). */
export const vsockSocketMessage = message(
  "vsock",
  struct("vsock_diag_msg", {
    /** Address family; always `"vsock"`. */
    family: socketFamily,
    /** Type: `"stream"`, `"dgram"` or `"seqpacket"`. */
    type: socketType,
    /** State. */
    state: socketState,
    /** Directions that were shut down; see {@link shutdownFlags}. */
    shutdown: shutdownFlags,
    /** Local context id: 1 for loopback, 2 for the host, 0xffffffff for any. */
    srcCid: u32,
    /** Local port. */
    srcPort: u32,
    /** Remote context id. */
    dstCid: u32,
    /** Remote port. */
    dstPort: u32,
    /** Inode by which processes have it open. */
    ino: u32,
    /** Number that no other socket has as long as the machine runs. */
    cookie,
  }),
  noAttributes,
);
/** A socket between a virtual machine and its host. */
export interface VsockSocket extends Infer<typeof vsockSocketMessage> {}

/** Layout of a request for such sockets (`struct vsock_diag_req`). */
export const vsockRequest = message(
  "vsock-diag-req",
  struct("vsock_diag_req", {
    /** Address family. */
    family: orDefault(socketFamily, "vsock"),
    /** Always 0. */
    protocol: u8,
    _: pad(2),
    /** States to list, by name: `["listen"]`; all by default. */
    states: orDefault(stateNames, ALL_STATES),
    /** Always 0. */
    ino: u32,
    _2: pad(4),
    /** Not looked at. */
    cookie: orDefault(cookie, NO_COOKIE),
  }),
  noAttributes,
);
/** A request for sockets between a virtual machine and its host. */
export interface VsockQuery extends Infer<typeof vsockRequest> {}
