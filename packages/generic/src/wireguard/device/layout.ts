import {
  attributes,
  flags,
  type Infer,
  ifindex,
  message,
  nest,
  nestedArray,
  readOnly,
  string,
  u16,
  u32,
  u64,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../../family/genlmsghdr.js";
import { secretKey } from "../keys/secret.js";
import { publicKey } from "../keys/text.js";
import { allowedip } from "./allowedip.js";
import { endpoint } from "./endpoint.js";
import { handshakeTime } from "./handshake-time.js";

/** Flags of a device in a request (`WGDEVICE_F_*`). */
export const wgdeviceFlags = flags("WGDEVICE_F_", u32, {
  /** Removes all peers first. */
  replacePeers: 0x1,
});

/** Flags of a peer in a request (`WGPEER_F_*`). */
export const wgpeerFlags = flags("WGPEER_F_", u32, {
  /** Removes the peer. */
  removeMe: 0x1,
  /** Removes its allowed IPs first. */
  replaceAllowedips: 0x2,
  /** Changes the peer only if it exists. */
  updateOnly: 0x4,
});

/** Attributes of peers (`WGPEER_A_*`). */
export const wgpeerAttributes = attributes("wgpeer", "WGPEER_A_", {
  /** Public key, which identifies the peer, as base64 text. */
  publicKey: [1, publicKey],
  /** Preshared key; all zeros for none. */
  presharedKey: [2, secretKey],
  /** Flags of a request; see {@link wgpeerFlags}. Write-only. */
  flags: [3, wgpeerFlags],
  /** Address and port; the kernel follows the peer when it moves. Absent until one is known. */
  endpoint: [4, endpoint],
  /** Seconds between packets that keep the session alive; 0 is none. */
  persistentKeepaliveInterval: [5, u16],
  /** Time of the last handshake in nanoseconds since 1970; absent if there was none. Read-only. */
  lastHandshakeTime: [6, readOnly(handshakeTime)],
  /** Bytes received from the peer. Read-only. */
  rxBytes: [7, readOnly(u64)],
  /** Bytes sent to the peer. Read-only. */
  txBytes: [8, readOnly(u64)],
  /** Prefixes that the peer may send from, and that are sent to it: `"192.0.2.0/24"`. */
  allowedips: [9, nestedArray(0, allowedip)],
  /** Version of the protocol, 1. */
  protocolVersion: [10, u32],
});
/** A peer, as devices hold it. */
export interface WgPeer extends Infer<typeof wgpeerAttributes> {}

/** Attributes of devices (`WGDEVICE_A_*`). */
export const wgdeviceAttributes = attributes("wgdevice", "WGDEVICE_A_", {
  /** Index of the link. */
  ifindex: [1, ifindex(u32)],
  /** Name of the link. */
  ifname: [2, string],
  /** Private key, which logs do not show; absent if there is none. */
  privateKey: [3, secretKey],
  /** Public key, as base64 text; absent without a private key. Read-only. */
  publicKey: [4, readOnly(publicKey)],
  /** Flags of a request; see {@link wgdeviceFlags}. Write-only. */
  flags: [5, wgdeviceFlags],
  /** UDP port; chosen when the link is brought up if it is 0. */
  listenPort: [6, u16],
  /** Firewall mark of the packets that are sent; 0 is none. */
  fwmark: [7, u32],
  /** Peers; absent if there are none. */
  peers: [8, nestedArray(0, nest<WgPeer>(wgpeerAttributes))],
});

/** Layout of `WG_CMD_*_DEVICE`. */
export const wireguardMessage = message("wireguard", genlmsghdr, wgdeviceAttributes);
/** A WireGuard device: a link of the kind `wireguard`, its keys, its port and its peers. */
export interface WireguardDevice extends Infer<typeof wireguardMessage> {}
