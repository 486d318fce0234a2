import { attributes, type Infer } from "@rxnetlink/core/schema";
import { register } from "../../common/register.js";
import { nfprotoNumber } from "../nfproto.js";
import { familyOf, join, named } from "../words.js";

/** Attributes of `tproxy` (`NFTA_TPROXY_*`). */
export const exprTproxy = attributes("expr-tproxy-attrs", "NFTA_TPROXY_", {
  /** Protocol family of the packets to redirect; 0 is any. */
  family: [1, nfprotoNumber],
  /** Register with the address of the socket. */
  regAddr: [2, register],
  /** Register with the port of the socket. */
  regPort: [3, register],
});
/** Hands the packet to a transparent local socket without changing it; since 4.19. */
export interface TproxyExpr extends Infer<typeof exprTproxy> {}

/** Returns `tproxy` in nft's notation. */
export function tproxyText({ family, regAddr, regPort }: TproxyExpr): string {
  const shown = family === "unspec" ? undefined : familyOf(family);
  return join(shown, named("addr reg", regAddr), named("port reg", regPort));
}
