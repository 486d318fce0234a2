import {
  attributes,
  enumeration,
  type Infer,
  message,
  nest,
  repeated,
  s32,
  string,
  u32,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../family/genlmsghdr.js";

/** Kinds of programs that make handshakes (`HANDSHAKE_HANDLER_CLASS_*`). */
export const handshakeHandlerClass = enumeration("HANDSHAKE_HANDLER_CLASS_", u32, {
  none: 0,
  /** The kernel's TLS daemon. */
  tlshd: 1,
});

/** Sides of a handshake (`HANDSHAKE_MSG_TYPE_*`). */
export const handshakeMsgType = enumeration("HANDSHAKE_MSG_TYPE_", u32, {
  unspec: 0,
  /** As a client. */
  clienthello: 1,
  /** As a server. */
  serverhello: 2,
});

/** Ways to prove who one is (`HANDSHAKE_AUTH_*`). */
export const handshakeAuth = enumeration("HANDSHAKE_AUTH_", u32, {
  unspec: 0,
  /** Not at all. */
  unauth: 1,
  /** A key that both have. */
  psk: 2,
  /** A certificate. */
  x509: 3,
});

const x509Attributes = attributes("x509", "HANDSHAKE_A_X509_", {
  /** Key serial number of the certificate. */
  cert: [1, s32],
  /** Key serial number of its private key. */
  privkey: [2, s32],
});
/** A certificate, by serial numbers of keys. */
export interface HandshakeX509 extends Infer<typeof x509Attributes> {}

const acceptAttributes = attributes("accept", "HANDSHAKE_A_ACCEPT_", {
  /** File descriptor of the socket, which this process gets. */
  sockfd: [1, s32],
  /** Kind of program. Write-only, and in notifications. */
  handlerClass: [2, handshakeHandlerClass],
  /** Side. */
  messageType: [3, handshakeMsgType],
  /** Milliseconds that it may take. */
  timeout: [4, u32],
  /** Way to prove who one is. */
  authMode: [5, handshakeAuth],
  /** Key serial numbers of keys that both have. */
  peerIdentity: [6, repeated(u32)],
  /** Certificates to choose from. */
  certificate: [7, repeated(nest<HandshakeX509>(x509Attributes))],
  /** Name of the peer; since 6.5. */
  peername: [8, string],
  /** Key serial number of the keyring; since 6.18. */
  keyring: [9, u32],
});

/** Layout of `HANDSHAKE_CMD_READY` and `_ACCEPT`. */
export const handshakeAcceptMessage = message("handshakeAccept", genlmsghdr, acceptAttributes);
/** A handshake that the kernel wants to have made. */
export interface HandshakeAccept extends Infer<typeof handshakeAcceptMessage> {}

const doneAttributes = attributes("done", "HANDSHAKE_A_DONE_", {
  /** 0, or the number of an error. */
  status: [1, u32],
  /** File descriptor of the socket. */
  sockfd: [2, s32],
  /** Key serial numbers of what the peer proved who it is by. */
  remoteAuth: [3, repeated(u32)],
});

/** Layout of `HANDSHAKE_CMD_DONE`. */
export const handshakeDoneMessage = message("handshakeDone", genlmsghdr, doneAttributes);
/** The end of a handshake. */
export interface HandshakeDone extends Infer<typeof handshakeDoneMessage> {}
