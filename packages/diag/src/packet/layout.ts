import {
  attributes,
  binary,
  enumeration,
  flags,
  hex,
  type Infer,
  ifindex,
  message,
  nest,
  noAttributes,
  orDefault,
  packed,
  pad,
  struct,
  u8,
  u16,
  u32,
} from "@rxnetlink/core/schema";
import { socketFamily } from "../common/address-family.js";
import { cookie, NO_COOKIE } from "../common/cookie.js";
import { skMemory } from "../common/memory.js";
import { namesOf } from "../common/names.js";
import { socketType } from "../common/socket-type.js";
import { sizedAddress } from "./address.js";
import { type PacketFanout, packetFanout } from "./fanout.js";

/** What a request for packet sockets asks for (`PACKET_SHOW_*`). */
export const packetShow = flags("PACKET_SHOW_", u32, {
  /** Link and settings, with the user. */
  info: 0x1,
  /** Link-layer addresses that it receives. */
  mclist: 0x2,
  /** Rings that it shares with its process. */
  ringCfg: 0x4,
  /** Group among which packets are distributed. */
  fanout: 0x8,
  /** Memory. */
  meminfo: 0x10,
  /** Filter. */
  filter: 0x20,
});

/** Flags of a packet socket (`PDI_*`). */
export const packetInfoFlags = flags("PDI_", u32, {
  /** It receives packets. */
  running: 0x1,
  auxdata: 0x2,
  origdev: 0x4,
  vnethdr: 0x8,
  /** Lost packets of a ring are skipped. */
  loss: 0x10,
});

/** Header of a packet socket (`struct packet_diag_msg`). */
const packetDiagMsg = struct("packet_diag_msg", {
  /** Address family; always `"packet"`. */
  family: socketFamily,
  /** Type: `"raw"`, or `"dgram"` without the link-layer header. */
  type: socketType,
  /** Protocol that it receives (`ETH_P_*`): 3 for all. */
  num: u16,
  /** Inode by which processes have it open. */
  ino: u32,
  /** Number that no other socket has as long as the machine runs. */
  cookie,
});

/** Link and settings of a packet socket (`struct packet_diag_info`). */
const packetDiagInfo = struct("packet_diag_info", {
  /** Index of the link that it is bound to; 0 for all. */
  index: ifindex(u32),
  /** Version of the headers in rings (`TPACKET_V*`): 0, 1, 2 for 1, 2, 3. */
  version: u32,
  /** Bytes that are kept free before each packet. */
  reserve: u32,
  /** Bytes above which packets are copied. */
  copyThresh: u32,
  /** Kind of timestamps (`SOF_TIMESTAMPING_*`). */
  tstamp: u32,
  /** Flags; see {@link packetInfoFlags}. */
  flags: packetInfoFlags,
});
/** Link and settings of a packet socket. */
export interface PacketDiagInfo extends Infer<typeof packetDiagInfo> {}

/** Kinds of memberships (`PACKET_MR_*`). */
export const packetMembership = enumeration("PACKET_MR_", u16, {
  multicast: 0,
  promisc: 1,
  allmulti: 2,
  unicast: 3,
});

/** A link-layer address that a packet socket receives (`struct packet_diag_mclist`). */
const packetDiagMclist = struct("packet_diag_mclist", {
  /** Index of the link. */
  index: ifindex(u32),
  /** Times that it was added. */
  count: u32,
  /** Kind. */
  type: packetMembership,
  /** The address; in C its length, and 32 bytes. */
  addr: sizedAddress,
});
/** A link-layer address that a packet socket receives. */
export interface PacketDiagMclist extends Infer<typeof packetDiagMclist> {}

/** Layout of a ring that a packet socket shares with its process (`struct packet_diag_ring`). */
const packetDiagRing = struct("packet_diag_ring", {
  /** Bytes of a block. */
  blockSize: u32,
  /** Number of blocks. */
  blockNr: u32,
  /** Bytes of a frame. */
  frameSize: u32,
  /** Number of frames. */
  frameNr: u32,
  /** Time after which a block is passed on though it is not full, in ms. */
  retireTmo: u32,
  /** Bytes of private data in each block. */
  sizeofPriv: u32,
  /** Features. */
  features: hex(u32),
});
/** A ring that a packet socket shares with its process. */
export interface PacketDiagRing extends Infer<typeof packetDiagRing> {}

/** Attributes of packet sockets (`PACKET_DIAG_*`). */
export const packetSocketAttributes = attributes("packet-socket-attrs", "PACKET_DIAG_", {
  /** Link and settings (`show: ["info"]`). */
  info: [0, nest<PacketDiagInfo>(packetDiagInfo)],
  /** Link-layer addresses that it receives (`show: ["mclist"]`). */
  mclist: [1, packed<PacketDiagMclist>(packetDiagMclist)],
  /** Ring of packets received (`show: ["ringCfg"]`). */
  rxRing: [2, nest<PacketDiagRing>(packetDiagRing)],
  /** Ring of packets to send (`show: ["ringCfg"]`). */
  txRing: [3, nest<PacketDiagRing>(packetDiagRing)],
  /** Group among which packets are distributed (`show: ["fanout"]`). */
  fanout: [4, nest<PacketFanout>(packetFanout)],
  /** User (`show: ["info"]`). */
  uid: [5, u32],
  /** Memory, and packets dropped (`show: ["meminfo"]`). */
  meminfo: [6, skMemory],
  /** Filter, in classic BPF: 8 bytes an instruction; the kernel shows it to those with `CAP_NET_ADMIN` only. */
  filter: [7, binary],
});

/** Layout of a packet socket. */
export const packetSocketMessage = message("packet", packetDiagMsg, packetSocketAttributes);
/** A packet socket. */
export interface PacketSocket extends Infer<typeof packetSocketMessage> {}

/** Layout of a request for packet sockets (`struct packet_diag_req`). */
export const packetRequest = message(
  "packet-diag-req",
  struct("packet_diag_req", {
    /** Address family. */
    family: orDefault(socketFamily, "packet"),
    /** Always 0. */
    protocol: u8,
    _: pad(2),
    /** Not looked at. */
    ino: u32,
    /** What to report beside the header, by name; everything by default. */
    show: orDefault(namesOf(packetShow), packetShow.names(0xffff_ffff)),
    /** Not looked at. */
    cookie: orDefault(cookie, NO_COOKIE),
  }),
  noAttributes,
);
/** A request for packet sockets. */
export interface PacketQuery extends Infer<typeof packetRequest> {}
