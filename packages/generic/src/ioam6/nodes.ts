import { type Ioam6Trace, ioam6TraceType } from "./trace.js";

/** Numbers of the links of a node, as the sysctl `net.ipv6.conf.LINK.ioam6_id` gives them; absent ones are unknown. */
export interface Ioam6Links {
  /** Link that the packet arrived on. */
  readonly ingress?: number;
  /** Link that the packet left by. */
  readonly egress?: number;
}

/** What one node entered into a trace. Absent members were not asked for, or the node does not know them. */
export interface Ioam6Node {
  /** Hop limit of the packet. */
  readonly hopLimit?: number;
  /** Number of the node: its sysctl `net.ipv6.ioam6_id`. */
  readonly nodeId?: number;
  /** Wide number of the node: its sysctl `net.ipv6.ioam6_id_wide`. */
  readonly nodeIdWide?: bigint;
  /** Its links. */
  readonly links?: Ioam6Links;
  /** Its links by wide numbers. */
  readonly linksWide?: Ioam6Links;
  /** Seconds of the time, since 1970 where the clock is that of Linux. */
  readonly seconds?: number;
  /** Fraction of the second: microseconds where the node is Linux. */
  readonly fraction?: number;
  /** Time in transit. */
  readonly transitDelay?: number;
  /** Data of the namespace. */
  readonly nsData?: number;
  /** Wide data of the namespace. */
  readonly nsDataWide?: bigint;
  /** Length of the queue out: bytes where the node is Linux. */
  readonly queueDepth?: number;
  /** Complement of the checksum. */
  readonly checksum?: number;
  /** Occupancy of buffers. */
  readonly bufferOccupancy?: number;
  /** Number of the schema. */
  readonly scId?: number;
  /** Data of the schema. */
  readonly scData?: Uint8Array;
}

const NO_SCHEMA = 0xff_ffff;
const WIDE_NODE = (1n << 56n) - 1n;

/** Reads entries one after another; what a node does not know has all bits set. */
class Entries {
  readonly #view: DataView;
  at = 0;

  constructor({ buffer, byteOffset, byteLength }: Uint8Array) {
    this.#view = new DataView(buffer, byteOffset, byteLength);
  }

  get left(): number {
    return this.#view.byteLength - this.at;
  }

  /** Reads a number of 1 to 4 bytes. */
  number(size: number): number {
    let value = 0;
    for (let i = 0; i < size; i++) value = value * 256 + this.#view.getUint8(this.at++);
    return value;
  }

  wide(): bigint {
    this.at += 8;
    return this.#view.getBigUint64(this.at - 8);
  }

  bytes(size: number): Uint8Array {
    const { buffer, byteOffset } = this.#view;
    this.at += size;
    return new Uint8Array(buffer, byteOffset + this.at - size, size).slice();
  }
}

const known = <K extends string>(key: K, value: number, unknown: number) =>
  value === unknown ? {} : { [key]: value };
const knownWide = (key: string, value: bigint, unknown: bigint) =>
  value === unknown ? {} : { [key]: value };
const word = (key: string) => (from: Entries) => known(key, from.number(4), 0xffff_ffff);
const links = (key: string, size: number) => (from: Entries) => {
  const unknown = 256 ** size - 1;
  const ingress = known("ingress", from.number(size), unknown);
  return { [key]: { ...ingress, ...known("egress", from.number(size), unknown) } };
};

/** Readers of the parts of an entry, in the order of their bits. */
const PARTS: readonly [bit: number, read: (from: Entries) => Ioam6Node][] = [
  [
    ioam6TraceType.bits.hopLimNodeId,
    (from) => ({ hopLimit: from.number(1), ...known("nodeId", from.number(3), 0xff_ffff) }),
  ],
  [ioam6TraceType.bits.ifIds, links("links", 2)],
  [ioam6TraceType.bits.timestampSecs, word("seconds")],
  [ioam6TraceType.bits.timestampFrac, word("fraction")],
  [ioam6TraceType.bits.transitDelay, word("transitDelay")],
  [ioam6TraceType.bits.nsData, word("nsData")],
  [ioam6TraceType.bits.queueDepth, word("queueDepth")],
  [ioam6TraceType.bits.checksum, word("checksum")],
  [ioam6TraceType.bits.hopLimNodeIdWide, wideNode],
  [ioam6TraceType.bits.ifIdsWide, links("linksWide", 4)],
  [ioam6TraceType.bits.nsDataWide, (from) => knownWide("nsDataWide", from.wide(), (1n << 64n) - 1n)],
  [ioam6TraceType.bits.bufferOccupancy, word("bufferOccupancy")],
];

function wideNode(from: Entries): Ioam6Node {
  const value = from.wide();
  return { hopLimit: Number(value >> 56n), ...knownWide("nodeIdWide", value & WIDE_NODE, WIDE_NODE) };
}

function schema(from: Entries): Ioam6Node {
  const length = 4 * from.number(1);
  const scId = from.number(3);
  const scData = from.bytes(Math.min(length, from.left));
  return scId === NO_SCHEMA ? {} : { scId, scData };
}

/**
 * Returns what the nodes entered into a trace, the last node first. An entry that is cut off is left out, and nothing is read
 * of traces with parts that this version does not know.
 */
export function ioam6Nodes({ traceType = 0, traceNodelen = 0, traceData }: Ioam6Trace): Ioam6Node[] {
  const parts = PARTS.filter(([bit]) => (traceType & bit) !== 0);
  const hasSchema = ioam6TraceType.has(traceType, "opaque");
  const size = 4 * traceNodelen + (hasSchema ? 4 : 0);
  const nodes: Ioam6Node[] = [];
  if (traceData === undefined || size === 0) return nodes;
  for (const from = new Entries(traceData); from.left >= size; ) {
    const end = from.at + 4 * traceNodelen;
    const node: Ioam6Node = Object.assign({}, ...parts.map(([, read]) => read(from)));
    if (from.at !== end) return [];
    nodes.push(hasSchema ? { ...node, ...schema(from) } : node);
  }
  return nodes;
}
