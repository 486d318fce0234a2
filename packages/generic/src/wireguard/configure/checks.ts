import { EncodeError } from "@rxnetlink/core";
import { canonicalAllowedip } from "../device/allowedip.js";
import { wgpeerFlags } from "../device/layout.js";
import { publicKeyOf } from "../keys/generate.js";
import { at, each } from "./places.js";
import type { PeerRequest } from "./wire.js";

/** Returns the allowed IPs that a peer gets, as the kernel reports them. */
export function allowedipsOf({ allowedips = [], flags = 0 }: PeerRequest): string[] {
  if (wgpeerFlags.has(flags, "removeMe")) return [];
  const all = at("allowedips", () => each(allowedips, canonicalAllowedip));
  return all.filter((it) => !it.startsWith("-"));
}

/**
 * Refuses what the kernel accepts, but does otherwise than it says: it skips a peer with the device's own key, and of two peers
 * with the same allowed IP only the last gets it.
 */
export function checkPeers(peers: readonly PeerRequest[], privateKey: Uint8Array | undefined): void {
  const own = privateKey === undefined ? undefined : publicKeyOf(privateKey);
  const owners = new Map<string, PeerRequest>();
  each(peers, (peer) => {
    if (peer.publicKey === own)
      throw new EncodeError("is the device's own key; the kernel would silently skip this peer").at(
        "publicKey",
      );
    for (const allowedip of allowedipsOf(peer)) {
      const other = owners.get(allowedip);
      if (other !== undefined && other.publicKey !== peer.publicKey)
        throw new EncodeError(
          `${allowedip} is an allowed IP of ${other.publicKey} too; the kernel would silently take it from that peer`,
        ).at("allowedips");
      owners.set(allowedip, peer);
    }
  });
}
