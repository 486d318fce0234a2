/**
 * OpenVPN: peers and keys of links of the kind `ovpn`.
 *
 * @module
 */
export {
  OVPN_CMD_KEY_DEL,
  OVPN_CMD_KEY_GET,
  OVPN_CMD_KEY_NEW,
  OVPN_CMD_KEY_SWAP,
  OVPN_CMD_KEY_SWAP_NTF,
  OVPN_CMD_PEER_DEL,
  OVPN_CMD_PEER_DEL_NTF,
  OVPN_CMD_PEER_FLOAT_NTF,
  OVPN_CMD_PEER_GET,
  OVPN_CMD_PEER_NEW,
  OVPN_CMD_PEER_SET,
} from "./commands.js";
export { type OvpnKey, type OvpnKeyEvents, type OvpnKeys, ovpnKeyEventObject, ovpnKeyObject } from "./key.js";
export {
  type OvpnKeyconf,
  type OvpnKeydir,
  type OvpnMessage,
  type OvpnPeerPart,
  ovpnCipherAlg,
  ovpnDelPeerReason,
  ovpnKeyconfAttributes,
  ovpnKeydirAttributes,
  ovpnKeySlot,
  ovpnMessage,
  ovpnMessageAttributes,
  ovpnPeerAttributes,
} from "./layout.js";
export { type OvpnFamily, ovpn, ovpnFamily } from "./ovpn.js";
export {
  type OvpnPeer,
  type OvpnPeerEvents,
  type OvpnPeers,
  ovpnGroups,
  ovpnPeerEventObject,
  ovpnPeerObject,
} from "./peer.js";
