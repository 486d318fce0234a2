import { ArgumentError } from "@rxnetlink/core";
import { aByteArray, checkArgument } from "@rxnetlink/core/internal";
import { decodePacket } from "./decode-packet.js";
import { mendPacket } from "./mend-packet.js";

/**
 * Returns a copy of a packet that carries other data behind its TCP, UDP, ICMP or ICMPv6 header, with lengths and checksums
 * mended. TCP then loses count of its bytes if the length differs.
 *
 * @throws ArgumentError if the packet carries no such segment, or one that is only a part.
 *
 * @example
 * packet.accept({ payload: replaceData(packet.payload, new TextEncoder().encode("other text")) });
 */
export function replaceData(packet: Uint8Array, data: Uint8Array): Uint8Array {
  checkArgument("replaceData", "packet", packet, aByteArray);
  checkArgument("replaceData", "data", data, aByteArray);
  const decoded = decodePacket(packet);
  const segment = decoded.type === "ipv4" || decoded.type === "ipv6" ? decoded.payload : undefined;
  if (segment === undefined || !("check" in segment || "checksum" in segment || "cksum" in segment))
    throw new ArgumentError("replaceData", "packet", "it carries no whole TCP, UDP, ICMP or ICMPv6 header");
  const start = segment.data.byteOffset - packet.byteOffset;
  const replaced = new Uint8Array(start + data.length);
  replaced.set(packet.subarray(0, start));
  replaced.set(data, start);
  return mendPacket(replaced);
}
