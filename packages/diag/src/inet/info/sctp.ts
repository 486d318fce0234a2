import {
  enumeration,
  growing,
  hex,
  type Infer,
  pad,
  s32,
  struct,
  u8,
  u16,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { socketEnd } from "../sockaddr.js";
import { sctpAssociationState } from "./sctp-state.js";

/** States of an association (`SCTP_STATE_*`). */
export const sctpState = enumeration(sctpAssociationState.prefix, u32, sctpAssociationState.values);

/** Layout of the measurements of an association (`struct sctp_info`). */
export const sctpInfo = growing(
  struct("sctp_info", {
    /** Verification tag of this end. */
    tag: hex(u32),
    /** State. */
    state: sctpState,
    /** Window of the remote end, in bytes. */
    rwnd: u32,
    /** Chunks not acknowledged. */
    unackdata: u16,
    /** Chunks that the application has not read. */
    penddata: u16,
    /** Streams received. */
    instrms: u16,
    /** Streams sent. */
    outstrms: u16,
    /** Bytes above which messages are fragmented. */
    fragmentationPoint: u32,
    /** Chunks in the receive queue. */
    inqueue: u32,
    /** Chunks in the send queue. */
    outqueue: u32,
    /** Errors since the last success. */
    overallError: u32,
    /** Most packets at once. */
    maxBurst: u32,
    /** Largest message of one chunk, in bytes. */
    maxseg: u32,
    /** Window of the remote end as it last announced, in bytes. */
    peerRwnd: u32,
    /** Verification tag of the remote end. */
    peerTag: hex(u32),
    /** Abilities of the remote end, a bit each. */
    peerCapable: u8,
    /** Selective acknowledgements of the remote end: 1 if one is due. */
    peerSack: u8,
    _: pad(2),
    /** Selective acknowledgements received. */
    isacks: u64,
    /** Selective acknowledgements sent. */
    osacks: u64,
    /** Packets sent. */
    opackets: u64,
    /** Packets received. */
    ipackets: u64,
    /** Chunks sent again. */
    rtxchunks: u64,
    /** Chunks received out of order. */
    outofseqtsns: u64,
    /** Chunks received twice. */
    idupchunks: u64,
    /** Gaps in the acknowledgements received. */
    gapcnt: u64,
    /** Chunks sent without order. */
    ouodchunks: u64,
    /** Chunks received without order. */
    iuodchunks: u64,
    /** Chunks sent in order. */
    oodchunks: u64,
    /** Chunks received in order. */
    iodchunks: u64,
    /** Chunks of control sent. */
    octrlchunks: u64,
    /** Chunks of control received. */
    ictrlchunks: u64,
    /** Address of the primary path. */
    pAddress: socketEnd,
    /** State of the primary path: 0 inactive, 1 unreachable, 2 active, 3 unconfirmed. */
    pState: s32,
    /** Congestion window of the primary path, in bytes. */
    pCwnd: u32,
    /** Smoothed round-trip time, in ms. */
    pSrtt: u32,
    /** Retransmission timeout, in ms. */
    pRto: u32,
    /** Interval of heartbeats, in ms. */
    pHbinterval: u32,
    /** Most retransmissions before the path counts as unreachable. */
    pPathmaxrxt: u32,
    /** Delay of acknowledgements, in ms. */
    pSackdelay: u32,
    /** Packets after which an acknowledgement is sent. */
    pSackfreq: u32,
    /** Threshold of slow start, in bytes. */
    pSsthresh: u32,
    /** Bytes acknowledged since the window grew last. */
    pPartialBytesAcked: u32,
    /** Bytes not acknowledged. */
    pFlightSize: u32,
    /** Errors. */
    pError: u16,
    _2: pad(2),
    /** Time after which an idle association is closed, in s; 0 for never. */
    sAutoclose: u32,
    /** Adaptation layer indication. */
    sAdaptationInd: u32,
    /** Bytes after which a part of a message is delivered. */
    sPdPoint: u32,
    /** 1 if small messages are not delayed. */
    sNodelay: u8,
    /** 1 if messages are not fragmented. */
    sDisableFragments: u8,
    /** 1 if addresses of IPv4 appear as mapped ones. */
    sV4mapped: u8,
    /** 1 if messages may be delivered interleaved. */
    sFragInterleave: u8,
    /** Style of the socket: 0 for one to many, 1 for one to one, 2 for one peeled off. */
    sType: u32,
    _3: pad(4),
  }),
);
/** Measurements of an association of SCTP, as far as the kernel makes them. */
export interface SctpInfo extends Infer<typeof sctpInfo> {}
