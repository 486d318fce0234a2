import { attributes, be32, enumeration, type Infer } from "@rxnetlink/core/schema";
import { register } from "../../common/register.js";
import { natRangeFlags } from "../nat-range-flags.js";
import { nfprotoNumber } from "../nfproto.js";
import { familyOf, hex, join, named, wordOf } from "../words.js";

/** Ends to translate (`NFT_NAT_*`). */
export const natType = enumeration("NFT_NAT_", be32, {
  /** Source. */
  snat: 0,
  /** Destination. */
  dnat: 1,
});

/** Attributes of `nat` (`NFTA_NAT_*`). */
export const exprNat = attributes("expr-nat-attrs", "NFTA_NAT_", {
  /** End to translate. */
  type: [1, natType],
  /** Protocol family of the addresses. */
  family: [2, nfprotoNumber],
  /** Register with the first address. */
  regAddrMin: [3, register],
  /** Register with the last address. */
  regAddrMax: [4, register],
  /** Register with the first port. */
  regProtoMin: [5, register],
  /** Register with the last port. */
  regProtoMax: [6, register],
  /** Flags. */
  flags: [7, natRangeFlags],
});
/** Translates the source or destination address and port of the connection. */
export interface NatExpr extends Infer<typeof exprNat> {}

/** Returns `nat` in nft's notation. */
export function natText(nat: NatExpr): string {
  return join(
    `${wordOf(nat.type)} ${familyOf(nat.family)}`,
    named("addr_min reg", nat.regAddrMin),
    named("addr_max reg", nat.regAddrMax),
    named("proto_min reg", nat.regProtoMin),
    named("proto_max reg", nat.regProtoMax),
    named("flags", hex(nat.flags)),
  );
}
