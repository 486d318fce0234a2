import type { WgPeer, WireguardDevice } from "../device/layout.js";

/** A peer as requests hold it. */
export interface PeerRequest extends Partial<WgPeer> {
  readonly publicKey: string;
}

/** A device as requests hold it. */
export interface DeviceRequest extends Partial<Omit<WireguardDevice, "peers">> {
  readonly peers: readonly PeerRequest[];
}
