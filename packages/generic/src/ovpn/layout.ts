import {
  attributes,
  be16,
  enumeration,
  type Infer,
  ifindex,
  ipv4,
  ipv6,
  message,
  nest,
  readOnly,
  s32,
  secretBinary,
  u32,
  uint,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../family/genlmsghdr.js";

/** Cipher of a key (`OVPN_CIPHER_ALG_*`). */
export const ovpnCipherAlg = enumeration("OVPN_CIPHER_ALG_", u32, {
  none: 0,
  /** AES-GCM, with a key of 16, 24 or 32 bytes. */
  aesGcm: 1,
  /** ChaCha20-Poly1305, with a key of 32 bytes. */
  chacha20Poly1305: 2,
});

/** Reason why a peer was removed (`OVPN_DEL_PEER_REASON_*`). */
export const ovpnDelPeerReason = enumeration("OVPN_DEL_PEER_REASON_", u32, {
  /** Its link was removed. */
  teardown: 0,
  /** A request removed it. */
  userspace: 1,
  /** It was silent for longer than `keepaliveTimeout`. */
  expired: 2,
  /** Its socket failed. */
  transportError: 3,
  /** Its TCP connection ended. */
  transportDisconnect: 4,
});

/** Slot of a key (`OVPN_KEY_SLOT_*`). */
export const ovpnKeySlot = enumeration("OVPN_KEY_SLOT_", u32, {
  /** The key to send by. */
  primary: 0,
  /** The other one, for packets that still come by it. */
  secondary: 1,
});

/** Attributes of peers (`OVPN_A_PEER_*`). */
export const ovpnPeerAttributes = attributes("ovpn-peer", "OVPN_A_PEER_", {
  /** Number of the peer, below 2^24. */
  id: [1, u32],
  /** IPv4 address of the peer. */
  remoteIpv4: [2, ipv4],
  /** IPv6 address of the peer. */
  remoteIpv6: [3, ipv6],
  /** Index of the link that a link-local `remoteIpv6` belongs to. */
  remoteIpv6ScopeId: [4, u32],
  /** Port of the peer. */
  remotePort: [5, be16],
  /** File descriptor of the UDP or TCP socket that leads to the peer. Write-only, and read by the thread that sends. */
  socket: [6, u32],
  /** Id of the namespace of that socket, if it is another one. */
  socketNetnsid: [7, readOnly(s32)],
  /** IPv4 address of the peer inside the tunnel. */
  vpnIpv4: [8, ipv4],
  /** IPv6 address of the peer inside the tunnel. */
  vpnIpv6: [9, ipv6],
  /** Own IPv4 address. */
  localIpv4: [10, ipv4],
  /** Own IPv6 address. */
  localIpv6: [11, ipv6],
  /** Own port. Read-only. */
  localPort: [12, readOnly(be16)],
  /** Seconds of silence after which a packet keeps the session alive; 0 is never. */
  keepaliveInterval: [13, u32],
  /** Seconds of silence of the peer after which it is removed; 0 is never. */
  keepaliveTimeout: [14, u32],
  /** Reason why the peer was removed, in reports of that. Read-only. */
  delReason: [15, readOnly(ovpnDelPeerReason)],
  /** Bytes received inside the tunnel. Read-only. */
  vpnRxBytes: [16, readOnly(uint)],
  /** Bytes sent inside the tunnel. Read-only. */
  vpnTxBytes: [17, readOnly(uint)],
  /** Packets received inside the tunnel. Read-only. */
  vpnRxPackets: [18, readOnly(uint)],
  /** Packets sent inside the tunnel. Read-only. */
  vpnTxPackets: [19, readOnly(uint)],
  /** Bytes received from the peer, with all headers. Read-only. */
  linkRxBytes: [20, readOnly(uint)],
  /** Bytes sent to the peer, with all headers. Read-only. */
  linkTxBytes: [21, readOnly(uint)],
  /** Packets received from the peer. Read-only. */
  linkRxPackets: [22, readOnly(uint)],
  /** Packets sent to the peer. Read-only. */
  linkTxPackets: [23, readOnly(uint)],
  /** Number that packets to the peer carry instead of `id`; since 7.0. */
  txId: [24, u32],
});
/** A peer of an OpenVPN link, as messages hold it. */
export interface OvpnPeerPart extends Infer<typeof ovpnPeerAttributes> {}

/** Attributes of one direction of a key (`OVPN_A_KEYDIR_*`). */
export const ovpnKeydirAttributes = attributes("ovpn-keydir", "OVPN_A_KEYDIR_", {
  /** Key of the cipher. */
  cipherKey: [1, secretBinary],
  /** End of the nonces, 8 bytes. */
  nonceTail: [2, secretBinary],
});
/** One direction of a key. */
export interface OvpnKeydir extends Infer<typeof ovpnKeydirAttributes> {}

/** Attributes of keys (`OVPN_A_KEYCONF_*`). */
export const ovpnKeyconfAttributes = attributes("ovpn-keyconf", "OVPN_A_KEYCONF_", {
  /** Number of the peer. */
  peerId: [1, u32],
  /** Slot of the key. */
  slot: [2, ovpnKeySlot],
  /** Number of the key, 0 to 7, which packets carry. */
  keyId: [3, u32],
  /** Cipher. */
  cipherAlg: [4, ovpnCipherAlg],
  /** Key to send by. Write-only. */
  encryptDir: [5, nest<OvpnKeydir>(ovpnKeydirAttributes)],
  /** Key to receive by. Write-only. */
  decryptDir: [6, nest<OvpnKeydir>(ovpnKeydirAttributes)],
});
/** A key of a peer, as messages hold it. */
export interface OvpnKeyconf extends Infer<typeof ovpnKeyconfAttributes> {}

/** Attributes of OpenVPN messages (`OVPN_A_*`). */
export const ovpnMessageAttributes = attributes("ovpn", "OVPN_A_", {
  /** Index of the link. */
  ifindex: [1, ifindex(u32)],
  /** Peer. */
  peer: [2, nest<OvpnPeerPart>(ovpnPeerAttributes)],
  /** Key. */
  keyconf: [3, nest<OvpnKeyconf>(ovpnKeyconfAttributes)],
});

/** Layout of `OVPN_CMD_*`. */
export const ovpnMessage = message("ovpn", genlmsghdr, ovpnMessageAttributes);
/** A peer or key of an OpenVPN link, as messages hold it. */
export interface OvpnMessage extends Infer<typeof ovpnMessage> {}
