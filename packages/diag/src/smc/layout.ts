import {
  attributes,
  be16,
  enumeration,
  flags,
  type Infer,
  ifindex,
  message,
  nest,
  noAttributes,
  orDefault,
  pad,
  struct,
  u8,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { socketFamily } from "../common/address-family.js";
import { cookie, NO_COOKIE } from "../common/cookie.js";
import { namesOf } from "../common/names.js";
import { shutdownFlags } from "../common/shutdown.js";
import { smcAddress } from "./address.js";
import {
  type SmcDiagConninfo,
  type SmcDiagFallback,
  type SmcDiagLgrinfo,
  type SmcdDiagDmbinfo,
  smcDiagConninfo,
  smcDiagFallback,
  smcDiagLgrinfo,
  smcdDiagDmbinfo,
} from "./conninfo.js";

/** States of sockets of SMC (`SMC_*`). */
export const smcState = enumeration("SMC_", u8, {
  active: 1,
  init: 2,
  closed: 7,
  listen: 10,
  peerclosewait1: 20,
  peerclosewait2: 21,
  appclosewait1: 22,
  appclosewait2: 23,
  appfinclosewait: 24,
  peerfinclosewait: 25,
  peerabortwait: 26,
  processabort: 27,
});

/** Modes of a connection of SMC (`SMC_DIAG_MODE_*`). */
export const smcMode = enumeration("SMC_DIAG_MODE_", u8, {
  /** Over RDMA. */
  smcr: 0,
  /** Over TCP, as one end or the network cannot do more. */
  fallbackTcp: 1,
  /** Within a machine. */
  smcd: 2,
});

/** What a request for sockets of SMC asks for, a bit each: `1 << (SMC_DIAG_* - 1)`. */
export const smcExtensions = flags("SMC_DIAG_EXT_", u8, {
  /** Buffers of the connection. */
  conninfo: 0x1,
  /** Link of RDMA. */
  lgrinfo: 0x2,
  /** Directions that were shut down, which kernels report anyway. */
  shutdown: 0x4,
  /** Connection within a machine. */
  dmbinfo: 0x8,
  /** Reasons of a fallback. */
  fallback: 0x10,
});

/** Header of a socket of SMC (`struct smc_diag_msg`). */
const smcDiagMsg = struct("smc_diag_msg", {
  /** Address family; always `"smc"`. */
  family: socketFamily,
  /** State. */
  state: smcState,
  /** Mode. */
  mode: smcMode,
  /** Directions that were shut down; see {@link shutdownFlags}. */
  diagShutdown: shutdownFlags,
  /** Local port. */
  sport: be16,
  /** Remote port; 0 without a connection. */
  dport: be16,
  /** Local address. */
  src: smcAddress,
  /** Remote address. */
  dst: smcAddress,
  /** Index of the link that the socket is bound to; 0 for none. */
  if: ifindex(u32),
  /** Number that no other socket has as long as the machine runs. */
  cookie,
  /** User that the socket belongs to. */
  uid: u32,
  /** Inode by which processes have it open. */
  inode: u64,
});

/** Attributes of sockets of SMC (`SMC_DIAG_*`). */
export const smcSocketAttributes = attributes("smc-socket-attrs", "SMC_DIAG_", {
  /** Buffers of the connection (`ext: ["conninfo"]`). */
  conninfo: [1, nest<SmcDiagConninfo>(smcDiagConninfo)],
  /** Link of RDMA (`ext: ["lgrinfo"]`). */
  lgrinfo: [2, nest<SmcDiagLgrinfo>(smcDiagLgrinfo)],
  /** Directions that were shut down; see {@link shutdownFlags}. */
  shutdown: [3, shutdownFlags],
  /** Connection within a machine (`ext: ["dmbinfo"]`); since 4.19. */
  dmbinfo: [4, nest<SmcdDiagDmbinfo>(smcdDiagDmbinfo)],
  /** Reasons why it fell back to TCP (`ext: ["fallback"]`); since 4.18. */
  fallback: [5, nest<SmcDiagFallback>(smcDiagFallback)],
});

/** Layout of a socket of SMC. */
export const smcSocketMessage = message("smc", smcDiagMsg, smcSocketAttributes);
/** A socket of SMC. */
export interface SmcSocket extends Infer<typeof smcSocketMessage> {}

/** Layout of a request for sockets of SMC (`struct smc_diag_req`). */
export const smcRequest = message(
  "smc-diag-req",
  struct("smc_diag_req", {
    /** Address family. */
    family: orDefault(socketFamily, "smc"),
    _: pad(2),
    /** What to report beside the header, by name; everything by default. */
    ext: orDefault(namesOf(smcExtensions), smcExtensions.names(0xff)),
    /** Not looked at. */
    sport: be16,
    /** Not looked at. */
    dport: be16,
    /** Not looked at. */
    src: smcAddress,
    /** Not looked at. */
    dst: smcAddress,
    /** Not looked at. */
    if: ifindex(u32),
    /** Not looked at. */
    cookie: orDefault(cookie, NO_COOKIE),
  }),
  noAttributes,
);
/** A request for sockets of SMC. */
export interface SmcQuery extends Infer<typeof smcRequest> {}
