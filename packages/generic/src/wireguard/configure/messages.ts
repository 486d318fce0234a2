import { deviceKey } from "../device/device.js";
import { wgpeerFlags } from "../device/layout.js";
import type { DeviceRequest, PeerRequest } from "./wire.js";

/** Room for peers in a message, in bytes: an attribute holds 64 KiB, and the kernel wants a message in one piece. */
const ROOM = 32 * 1024;
/** Most bytes that a peer takes beside its allowed IPs. */
const PEER = 144;
/** Most bytes that an allowed IP takes. */
const ALLOWEDIP = 48;
/** Most allowed IPs in one part of a peer. */
const MOST = Math.floor((ROOM - PEER) / ALLOWEDIP);

/** Yields the parts of a peer: its settings in the first, at most {@link MOST} of its allowed IPs in each. */
function* partsOf({ allowedips = [], ...settings }: PeerRequest): Generator<PeerRequest> {
  const all = wgpeerFlags.has(settings.flags ?? 0, "removeMe") ? [] : allowedips;
  yield { ...settings, ...(all.length > 0 && { allowedips: all.slice(0, MOST) }) };
  const { publicKey } = settings;
  // Whoever removes the peer meanwhile must not get it back with half of its allowed IPs.
  const flags = wgpeerFlags.bits.updateOnly;
  for (let from = MOST; from < all.length; from += MOST)
    yield { publicKey, flags, allowedips: all.slice(from, from + MOST) };
}

/**
 * Yields the messages that together are a change of a device: what is about the device itself in the first only, since its flag
 * would remove the peers of those before.
 */
export function* messagesOf({ peers, ...device }: DeviceRequest): Generator<DeviceRequest> {
  let head: Omit<DeviceRequest, "peers"> = device;
  let packed: PeerRequest[] = [];
  let room = ROOM;
  for (const peer of peers)
    for (const part of partsOf(peer)) {
      const size = PEER + ALLOWEDIP * (part.allowedips?.length ?? 0);
      if (size > room) {
        yield { ...head, peers: packed };
        head = deviceKey(device);
        packed = [];
        room = ROOM;
      }
      packed.push(part);
      room -= size;
    }
  yield { ...head, peers: packed };
}
