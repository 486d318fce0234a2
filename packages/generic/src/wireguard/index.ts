/**
 * WireGuard: devices, peers, keys and configuration files.
 *
 * @module
 */
export type { SecretBytes } from "@rxnetlink/core/schema";
export { WG_CMD_GET_DEVICE, WG_CMD_SET_DEVICE } from "./commands.js";
export type { WireguardConfig, WireguardKeyInput, WireguardPeerConfig } from "./configure/config.js";
export type { AllowedipMove } from "./configure/moves.js";
export type { WireguardSynced } from "./configure/sync.js";
export { allowedipAttributes, allowedipFlags, canonicalAllowedip } from "./device/allowedip.js";
export { type WireguardDevices, wireguardDeviceObject } from "./device/device.js";
export { endpointText, parseEndpoint, type WireguardEndpoint } from "./device/endpoint-text.js";
export {
  type WgPeer,
  type WireguardDevice,
  wgdeviceAttributes,
  wgdeviceFlags,
  wgpeerAttributes,
  wgpeerFlags,
  wireguardMessage,
} from "./device/layout.js";
export { type WireguardPeer, type WireguardPeerReads, wireguardPeerObject } from "./device/peer.js";
export {
  generateKeyPair,
  generatePresharedKey,
  publicKeyOf,
  type WireguardKeyPair,
} from "./keys/generate.js";
export { type WireguardSecret, wireguardSecret } from "./keys/secret.js";
export { wireguardConfigText } from "./text/format.js";
export { parseWireguardConfig, type WgQuick, type WireguardConfigFile } from "./text/parse.js";
export {
  type PeerOfDevice,
  type WireguardFamily,
  type WireguardPeers,
  wireguard,
  wireguardFamily,
} from "./wireguard.js";
