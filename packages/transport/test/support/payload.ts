import type { Payload } from "#src/channel/slab.js";
import { NO_NSID } from "#src/linux/origin.js";

/** Returns a datagram of the kernel, as it was received. */
export function payload(bytes: Uint8Array): Payload & { readonly bytes: Uint8Array } {
  return {
    bytes,
    size: bytes.length,
    portId: 0,
    group: 0,
    nsid: NO_NSID,
    credentials: undefined,
    copyTo: (words, at) => new Uint8Array(words.buffer).set(bytes, at * 4),
  };
}
