import { attributes, be32, enumeration, type Infer } from "@rxnetlink/core/schema";
import { register } from "../../common/register.js";
import { wordOf } from "../words.js";

/** Members of sockets (`NFT_SOCKET_*`). */
export const socketKey = enumeration("NFT_SOCKET_", be32, {
  /** 1 if the socket is transparent (`IP_TRANSPARENT`), 1 byte. */
  transparent: 0,
  /** Mark, in host order. */
  mark: 1,
  /** 1 if the socket is bound to all addresses, 1 byte; since 5.11. */
  wildcard: 2,
  /** Id of an ancestor of its control group, 8 bytes in host order; since 5.13. */
  cgroupv2: 3,
});

/** Attributes of `socket` (`NFTA_SOCKET_*`). */
export const exprSocket = attributes("expr-socket-attrs", "NFTA_SOCKET_", {
  /** Member to load. */
  key: [1, socketKey],
  /** Register that receives the value. */
  dreg: [2, register],
  /** Depth of the ancestor of the control group; since 5.13. */
  level: [3, be32],
});
/** Loads a member of the packet's local socket; since 4.18. */
export interface SocketExpr extends Infer<typeof exprSocket> {}

/** Returns `socket` in nft's notation. */
export function socketText({ key, dreg = 0 }: SocketExpr): string {
  return `load ${wordOf(key)} => reg ${dreg}`;
}
