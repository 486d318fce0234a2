import { defineObject, type ObjectOf } from "@rxnetlink/core";
import { attributes, binary, flags, type Infer, message, nest, u8, u16, u32 } from "@rxnetlink/core/schema";
import { genlmsghdr } from "../family/genlmsghdr.js";
import { IOAM6_EVENT_TRACE } from "./commands.js";
import { ioam6Groups } from "./family.js";

/** What each node enters into a trace, in this order (RFC 9197, section 4.4.1; its bit 0 is the highest). */
export const ioam6TraceType = flags("IOAM6_TRACE_", u32, {
  /** Hop limit and number of the node. */
  hopLimNodeId: 0x8000_0000,
  /** Numbers of the links in and out. */
  ifIds: 0x4000_0000,
  /** Seconds of the time. */
  timestampSecs: 0x2000_0000,
  /** Fraction of the time; Linux enters microseconds. */
  timestampFrac: 0x1000_0000,
  /** Time in transit; Linux does not know it. */
  transitDelay: 0x0800_0000,
  /** Data of the namespace. */
  nsData: 0x0400_0000,
  /** Length of the queue out. */
  queueDepth: 0x0200_0000,
  /** Complement that keeps the checksum; Linux does not know it. */
  checksum: 0x0100_0000,
  /** Hop limit and wide number of the node. */
  hopLimNodeIdWide: 0x0080_0000,
  /** Wide numbers of the links in and out. */
  ifIdsWide: 0x0040_0000,
  /** Wide data of the namespace. */
  nsDataWide: 0x0020_0000,
  /** Occupancy of buffers; Linux does not know it. */
  bufferOccupancy: 0x0010_0000,
  /** Schema and its data, after all others. */
  opaque: 0x0000_0200,
});

/** Attributes of events (`IOAM6_EVENT_ATTR_*`). */
const traceAttributes = attributes("ioam6-event", "IOAM6_EVENT_ATTR_", {
  /** Number of the namespace. */
  traceNamespace: [1, u16],
  /** Length of what each node enters, in units of 4 bytes, without the schema. */
  traceNodelen: [2, u8],
  /** What each node enters; see {@link ioam6TraceType}. */
  traceType: [3, ioam6TraceType],
  /** Entries of the nodes, the last one first. */
  traceData: [4, binary],
});

/** Layout of `IOAM6_EVENT_TRACE`. */
export const ioam6TraceMessage = message("ioam6-event", genlmsghdr, traceAttributes);
/** The trace of a packet that arrived at this node. */
export interface Ioam6Trace extends Infer<typeof ioam6TraceMessage> {}

/** Traces of packets (`IOAM6_EVENT_TRACE`). */
export const ioam6TraceObject = defineObject({
  name: "ioam6Trace",
  layout: nest<Ioam6Trace>(ioam6TraceMessage),
  types: { new: IOAM6_EVENT_TRACE },
  groups: [ioam6Groups.events],
  verbs: ["notify"],
  filters: [],
});
/**
 * Traces of packets that arrive on links whose sysctl `net.ipv6.conf.LINK.ioam6_enabled` is 1; since 6.9. See {@link ioam6Nodes}.
 */
export interface Ioam6Traces extends ObjectOf<typeof ioam6TraceObject> {}
