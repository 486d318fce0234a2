import { attributes, be32, enumeration, type Infer } from "@rxnetlink/core/schema";
import { register } from "../../common/register.js";
import { wordOf } from "../words.js";

/** Members of routes (`NFT_RT_*`). */
export const rtKey = enumeration("NFT_RT_", be32, {
  /** Realm, in host order. */
  classid: 0,
  /** IPv4 address of the gateway. */
  nexthop4: 1,
  /** IPv6 address of the gateway. */
  nexthop6: 2,
  /** Maximum segment size of TCP, 2 bytes in host order; since 4.14. */
  tcpmss: 3,
  /** 1 if IPsec will protect the packet, 1 byte; since 4.20. */
  xfrm: 4,
});

/** Attributes of `rt` (`NFTA_RT_*`). */
export const exprRt = attributes("expr-rt-attrs", "NFTA_RT_", {
  /** Register that receives the value. */
  dreg: [1, register],
  /** Member to load. */
  key: [2, rtKey],
});
/** Loads a member of the packet's route. */
export interface RtExpr extends Infer<typeof exprRt> {}

const KEYS = { xfrm: "ipsec" };

/** Returns `rt` in nft's notation. */
export function rtText({ key, dreg = 0 }: RtExpr): string {
  return `load ${wordOf(key, KEYS)} => reg ${dreg}`;
}
