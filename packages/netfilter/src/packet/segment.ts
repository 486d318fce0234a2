import type { AnyType, Infer } from "@rxnetlink/core/schema";
import { icmp6hdr, icmphdr } from "./headers/icmp.js";
import { tcphdr, udphdr } from "./headers/transport.js";
import type { packetIpProtocol } from "./ip-protocol.js";
import type { Segment, TcpSegment } from "./packet.js";

/** Reads a segment from its bytes, which `view` shows; `undefined` if they are too few. */
type Reader = (view: DataView, bytes: Uint8Array) => Segment | undefined;

const TCP_HEADER = 20;

function readTcp(view: DataView, bytes: Uint8Array): TcpSegment | undefined {
  const length = bytes.length < TCP_HEADER ? 0 : (bytes[12]! >> 4) * 4;
  if (length < TCP_HEADER || bytes.length < length) return undefined;
  const header = tcphdr.read(view, 0, bytes.length);
  return {
    type: "tcp",
    ...header,
    options: bytes.subarray(TCP_HEADER, length),
    data: bytes.subarray(length),
  };
}

/** Returns a reader of segments whose header has a fixed length. */
function readWith(type: "udp" | "icmp" | "icmpv6", header: AnyType): Reader {
  const size = header.size!;
  return (view, bytes) =>
    bytes.length < size
      ? undefined
      : ({ type, ...header.read(view, 0, bytes.length), data: bytes.subarray(size) } as Segment);
}

const READERS = new Map<unknown, Reader>([
  ["tcp", readTcp],
  ["udp", readWith("udp", udphdr)],
  ["icmp", readWith("icmp", icmphdr)],
  ["icmpv6", readWith("icmpv6", icmp6hdr)],
]);

/** Decodes what an IP packet carries. */
export function segmentOf(protocol: Infer<typeof packetIpProtocol>, bytes: Uint8Array): Segment {
  const reader = READERS.get(protocol);
  if (reader === undefined) return { type: "otherSegment", protocol, data: bytes };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return reader(view, bytes) ?? { type: "truncated", data: bytes };
}
