import type { WireguardEndpoint } from "../device/endpoint-text.js";

/** A key in a request: bytes, such as those of {@link wireguardSecret}, or base64 text; `null` removes the key. */
export type WireguardKeyInput = Uint8Array | string | null;

/** A peer to add, to change or to remove. Absent members stay as they are. */
export interface WireguardPeerConfig {
  /** Public key, which identifies the peer, as base64 text. */
  readonly publicKey?: string | undefined;
  /** Preshared key; `null` removes it. */
  readonly presharedKey?: WireguardKeyInput | undefined;
  /** Address and port, also as text: `"192.0.2.1:51820"`, `"[2001:db8::1]:51820"`. */
  readonly endpoint?: WireguardEndpoint | string | undefined;
  /** Seconds between packets that keep the session alive; 0 is none. */
  readonly persistentKeepaliveInterval?: number | undefined;
  /**
   * Prefixes to add: `"192.0.2.0/24"`. Each belongs to one peer: the kernel takes it from another one without notice; see
   * {@link WireguardFamily.moves$}. `"-192.0.2.0/24"` removes one from this peer (since 6.16).
   */
  readonly allowedips?: readonly string[] | undefined;
  /** Removes the peer's other allowed IPs. */
  readonly replaceAllowedips?: boolean | undefined;
  /** Removes the peer. It is no error if there is none. */
  readonly removeMe?: boolean | undefined;
  /** Changes the peer only if it exists, which is no error if it does not. */
  readonly updateOnly?: boolean | undefined;
  /** Version of the protocol, 1. */
  readonly protocolVersion?: number | undefined;
}

/** A change of a device. Absent members stay as they are; a device that was listed is one too. */
export interface WireguardConfig {
  /** Name of the link. */
  readonly ifname?: string | undefined;
  /** Index of the link, instead of its name. */
  readonly ifindex?: number | undefined;
  /** Private key; `null` removes it. A peer with its public key is removed. */
  readonly privateKey?: WireguardKeyInput | undefined;
  /** UDP port; 0 to have the kernel choose one. */
  readonly listenPort?: number | undefined;
  /** Firewall mark of the packets that are sent; 0 is none. */
  readonly fwmark?: number | undefined;
  /** Peers to add, to change or to remove. */
  readonly peers?: readonly WireguardPeerConfig[] | undefined;
  /** Removes all other peers. */
  readonly replacePeers?: boolean | undefined;
}
