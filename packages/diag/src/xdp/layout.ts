import {
  attributes,
  flags,
  growing,
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
import { skMemory } from "../common/memory.js";
import { namesOf } from "../common/names.js";
import { socketType } from "../common/socket-type.js";

/** What a request for XDP sockets asks for (`XDP_SHOW_*`). */
export const xdpShow = flags("XDP_SHOW_", u32, {
  /** Link and queue, with the user. */
  info: 0x1,
  /** Rings. */
  ringCfg: 0x2,
  /** Memory shared with the process. */
  umem: 0x4,
  /** Memory. */
  meminfo: 0x8,
  /** Counters; since 5.9. */
  stats: 0x10,
});

/** Flags of the memory that an XDP socket shares (`XDP_DU_F_*`). */
export const xdpUmemFlags = flags("XDP_DU_F_", u32, {
  /** The device works in it. */
  zerocopy: 0x1,
});

/** Header of an XDP socket (`struct xdp_diag_msg`). */
const xdpDiagMsg = struct("xdp_diag_msg", {
  /** Address family; always `"xdp"`. */
  family: socketFamily,
  /** Type; always `"raw"`. */
  type: socketType,
  _: pad(2),
  /** Inode by which processes have it open. */
  ino: u32,
  /** Number that no other socket has as long as the machine runs. */
  cookie,
});

/** Link and queue of an XDP socket (`struct xdp_diag_info`). */
const xdpDiagInfo = struct("xdp_diag_info", {
  /** Index of the link. */
  ifindex: ifindex(u32),
  /** Number of the queue. */
  queueId: u32,
});
/** Link and queue of an XDP socket. */
export interface XdpDiagInfo extends Infer<typeof xdpDiagInfo> {}

/** A ring of an XDP socket (`struct xdp_diag_ring`). */
const xdpDiagRing = struct("xdp_diag_ring", {
  /** Number of descriptors. */
  entries: u32,
});
/** A ring of an XDP socket. */
export interface XdpDiagRing extends Infer<typeof xdpDiagRing> {}

/** Memory that an XDP socket shares with its process (`struct xdp_diag_umem`). */
const xdpDiagUmem = struct("xdp_diag_umem", {
  /** Size, in bytes. */
  size: u64,
  /** Id, which sockets that share it have in common. */
  id: u32,
  /** Number of pages. */
  numPages: u32,
  /** Bytes of a chunk. */
  chunkSize: u32,
  /** Bytes that are kept free before each packet. */
  headroom: u32,
  /** Index of the link; 0 if it is bound to none. */
  ifindex: ifindex(u32),
  /** Number of the queue. */
  queueId: u32,
  /** Flags; see {@link xdpUmemFlags}. */
  flags: xdpUmemFlags,
  /** Sockets that use it. */
  refs: u32,
});
/** Memory that an XDP socket shares with its process. */
export interface XdpDiagUmem extends Infer<typeof xdpDiagUmem> {}

/** Counters of an XDP socket (`struct xdp_diag_stats`). */
const xdpDiagStats = growing(
  struct("xdp_diag_stats", {
    /** Packets dropped, for other reasons than the next. */
    nRxDropped: u64,
    /** Descriptors received that were invalid. */
    nRxInvalid: u64,
    /** Packets dropped since the receive ring was full. */
    nRxFull: u64,
    /** Times that the fill ring was empty. */
    nFillRingEmpty: u64,
    /** Descriptors to send that were invalid. */
    nTxInvalid: u64,
    /** Times that the send ring was empty. */
    nTxRingEmpty: u64,
  }),
);
/** Counters of an XDP socket. */
export interface XdpDiagStats extends Infer<typeof xdpDiagStats> {}

/** Attributes of XDP sockets (`XDP_DIAG_*`). */
export const xdpSocketAttributes = attributes("xdp-socket-attrs", "XDP_DIAG_", {
  /** Link and queue (`show: ["info"]`). */
  info: [1, nest<XdpDiagInfo>(xdpDiagInfo)],
  /** User (`show: ["info"]`). */
  uid: [2, u32],
  /** Ring of packets received (`show: ["ringCfg"]`). */
  rxRing: [3, nest<XdpDiagRing>(xdpDiagRing)],
  /** Ring of packets to send (`show: ["ringCfg"]`). */
  txRing: [4, nest<XdpDiagRing>(xdpDiagRing)],
  /** Memory shared with the process (`show: ["umem"]`). */
  umem: [5, nest<XdpDiagUmem>(xdpDiagUmem)],
  /** Ring of chunks to fill (`show: ["umem"]`). */
  umemFillRing: [6, nest<XdpDiagRing>(xdpDiagRing)],
  /** Ring of chunks that were sent (`show: ["umem"]`). */
  umemCompletionRing: [7, nest<XdpDiagRing>(xdpDiagRing)],
  /** Memory (`show: ["meminfo"]`). */
  meminfo: [8, skMemory],
  /** Counters (`show: ["stats"]`); since 5.9. */
  stats: [9, nest<XdpDiagStats>(xdpDiagStats)],
});

/** Layout of an XDP socket. */
export const xdpSocketMessage = message("xdp", xdpDiagMsg, xdpSocketAttributes);
/** An XDP socket. */
export interface XdpSocket extends Infer<typeof xdpSocketMessage> {}

/** Layout of a request for XDP sockets (`struct xdp_diag_req`). */
export const xdpRequest = message(
  "xdp-diag-req",
  struct("xdp_diag_req", {
    /** Address family. */
    family: orDefault(socketFamily, "xdp"),
    /** Always 0. */
    protocol: u8,
    _: pad(2),
    /** Not looked at. */
    ino: u32,
    /** What to report beside the header, by name; everything by default. */
    show: orDefault(namesOf(xdpShow), xdpShow.names(0xffff_ffff)),
    /** Not looked at. */
    cookie: orDefault(cookie, NO_COOKIE),
  }),
  noAttributes,
);
/** A request for XDP sockets. */
export interface XdpQuery extends Infer<typeof xdpRequest> {}
