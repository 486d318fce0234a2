import { attributes, be32, enumeration, type Infer, u8 } from "@rxnetlink/core/schema";
import { register } from "../../common/register.js";
import { wordOf } from "../words.js";

/** Members of IPsec states (`NFT_XFRM_KEY_*`). */
export const xfrmKey = enumeration("NFT_XFRM_KEY_", be32, {
  unspec: 0,
  /** IPv4 destination address. */
  daddrIp4: 1,
  /** IPv6 destination address. */
  daddrIp6: 2,
  /** IPv4 source address. */
  saddrIp4: 3,
  /** IPv6 source address. */
  saddrIp6: 4,
  /** Id of the request, in host order. */
  reqid: 5,
  /** Security parameter index, in network order. */
  spi: 6,
});

/** Directions of IPsec policies (`XFRM_POLICY_*`). */
export const xfrmDir = enumeration("XFRM_POLICY_", u8, { in: 0, out: 1 });

/** Attributes of `xfrm` (`NFTA_XFRM_*`). */
export const exprXfrm = attributes("expr-xfrm-attrs", "NFTA_XFRM_", {
  /** Register that receives the value. */
  dreg: [1, register],
  /** Member to load. */
  key: [2, xfrmKey],
  /** Direction. */
  dir: [3, xfrmDir],
  /** Position among the states of the packet, from 0. */
  spnum: [4, be32],
});
/** Loads a member of the IPsec states of the packet; since 4.20. */
export interface XfrmExpr extends Infer<typeof exprXfrm> {}

const KEYS = { daddrIp4: "daddr4", daddrIp6: "daddr6", saddrIp4: "saddr4", saddrIp6: "saddr6" };

/** Returns `xfrm` in nft's notation. */
export function xfrmText({ dreg = 0, key, dir = "in", spnum = 0 }: XfrmExpr): string {
  return `load ${wordOf(dir)} ${spnum} ${wordOf(key, KEYS)} => reg ${dreg}`;
}
