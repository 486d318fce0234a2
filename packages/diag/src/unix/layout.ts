import {
  attributes,
  flags,
  type Infer,
  message,
  nest,
  noAttributes,
  orDefault,
  packed,
  pad,
  struct,
  u8,
  u32,
} from "@rxnetlink/core/schema";
import { socketFamily } from "../common/address-family.js";
import { cookie, NO_COOKIE } from "../common/cookie.js";
import { skMemory } from "../common/memory.js";
import { namesOf } from "../common/names.js";
import { shutdownFlags } from "../common/shutdown.js";
import { ALL_STATES, socketState, stateNames } from "../common/socket-state.js";
import { socketType } from "../common/socket-type.js";
import { unixName } from "./name.js";

/** What a request for unix sockets asks for (`UDIAG_SHOW_*`). */
export const unixShow = flags("UDIAG_SHOW_", u32, {
  /** Name. */
  name: 0x1,
  /** File of a socket with a path. */
  vfs: 0x2,
  /** Socket at the other end. */
  peer: 0x4,
  /** Connections to accept. */
  icons: 0x8,
  /** Lengths of the queues. */
  rqlen: 0x10,
  /** Memory. */
  meminfo: 0x20,
  /** User; since 5.3. */
  uid: 0x40,
});

/** Header of a unix socket (`struct unix_diag_msg`). */
const unixDiagMsg = struct("unix_diag_msg", {
  /** Address family; always `"unix"`. */
  family: socketFamily,
  /** Type: `"stream"`, `"dgram"` or `"seqpacket"`. */
  type: socketType,
  /** State: `"listen"`, `"established"`, or `"close"` of one that is not connected. */
  state: socketState,
  _: pad(1),
  /** Inode by which processes have it open. */
  ino: u32,
  /** Number that no other socket has as long as the machine runs. */
  cookie,
});

/** File of a unix socket with a path (`struct unix_diag_vfs`). */
const unixDiagVfs = struct("unix_diag_vfs", {
  /** Inode of the file. */
  ino: u32,
  /** Device of the file: major number times 2^20, and minor number. */
  dev: u32,
});
/** File of a unix socket with a path. */
export interface UnixDiagVfs extends Infer<typeof unixDiagVfs> {}

/** Lengths of the queues of a unix socket (`struct unix_diag_rqlen`). */
const unixDiagRqlen = struct("unix_diag_rqlen", {
  /** Bytes to read; of a listening socket the connections to accept. */
  rqueue: u32,
  /** Bytes sent and not read; of a listening socket the most connections to accept. */
  wqueue: u32,
});
/** Lengths of the queues of a unix socket. */
export interface UnixDiagRqlen extends Infer<typeof unixDiagRqlen> {}

/** Attributes of unix sockets (`UNIX_DIAG_*`). */
export const unixSocketAttributes = attributes("unix-socket-attrs", "UNIX_DIAG_", {
  /** Path, or `@` and the name of an abstract socket; absent without a name (`show: ["name"]`). */
  name: [0, unixName],
  /** File of a socket with a path (`show: ["vfs"]`). */
  vfs: [1, nest<UnixDiagVfs>(unixDiagVfs)],
  /** Inode of the socket at the other end (`show: ["peer"]`). */
  peer: [2, u32],
  /** Inodes of the sockets that wait to be accepted, 0 for those of no process (`show: ["icons"]`). */
  icons: [3, packed(u32)],
  /** Lengths of the queues (`show: ["rqlen"]`). */
  rqlen: [4, nest<UnixDiagRqlen>(unixDiagRqlen)],
  /** Memory (`show: ["meminfo"]`). */
  meminfo: [5, skMemory],
  /** Directions that were shut down; see {@link shutdownFlags}. */
  shutdown: [6, shutdownFlags],
  /** User that made the socket (`show: ["uid"]`); since 5.3. */
  uid: [7, u32],
});

/** Layout of a unix socket. */
export const unixSocketMessage = message("unix", unixDiagMsg, unixSocketAttributes);
/** A unix socket. */
export interface UnixSocket extends Infer<typeof unixSocketMessage> {}

const show = namesOf(unixShow);

/** Layout of a request for unix sockets (`struct unix_diag_req`). */
export const unixRequest = message(
  "unix-diag-req",
  struct("unix_diag_req", {
    /** Address family. */
    family: orDefault(socketFamily, "unix"),
    /** Always 0. */
    protocol: u8,
    _: pad(2),
    /** States to list, by name: `["listen"]`; all by default. */
    states: orDefault(stateNames, ALL_STATES),
    /** Inode, of a request for one socket. */
    ino: u32,
    /** What to report beside the header, by name; everything by default. */
    show: orDefault(show, unixShow.names(0xffff_ffff)),
    /** Cookie, of a request for one socket. */
    cookie: orDefault(cookie, NO_COOKIE),
  }),
  noAttributes,
);
/** A request for unix sockets. */
export interface UnixQuery extends Infer<typeof unixRequest> {}
