/**
 * handshake: TLS handshakes that a program makes for the kernel.
 *
 * @module
 */
export { HANDSHAKE_CMD_ACCEPT, HANDSHAKE_CMD_DONE, HANDSHAKE_CMD_READY } from "./commands.js";
export { type Handshake, handshake, handshakeFamily, handshakeGroups } from "./handshake.js";
export {
  type HandshakeAccept,
  type HandshakeDone,
  type HandshakeX509,
  handshakeAcceptMessage,
  handshakeAuth,
  handshakeDoneMessage,
  handshakeHandlerClass,
  handshakeMsgType,
} from "./layout.js";
