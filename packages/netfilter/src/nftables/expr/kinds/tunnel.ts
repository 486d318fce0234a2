import { attributes, be32, enumeration, type Infer } from "@rxnetlink/core/schema";
import { register } from "../../common/register.js";
import { wordOf } from "../words.js";

/** Metadata of tunnels (`NFT_TUNNEL_*`). */
export const tunnelKey = enumeration("NFT_TUNNEL_", be32, {
  /** 1 if the packet has metadata of a tunnel, 1 byte. */
  path: 0,
  /** Id of the tunnel, in host order. */
  id: 1,
});

/** Directions of tunnels (`NFT_TUNNEL_MODE_*`). */
export const tunnelMode = enumeration("NFT_TUNNEL_MODE_", be32, {
  /** Either. */
  none: 0,
  /** Received. */
  rx: 1,
  /** Sent. */
  tx: 2,
});

/** Attributes of `tunnel` (`NFTA_TUNNEL_*`). */
export const exprTunnel = attributes("expr-tunnel-attrs", "NFTA_TUNNEL_", {
  /** Metadata to load. */
  key: [1, tunnelKey],
  /** Register that receives the value. */
  dreg: [2, register],
  /** Direction. */
  mode: [3, tunnelMode],
});
/** Loads the packet's metadata of a tunnel; since 4.19. */
export interface TunnelExpr extends Infer<typeof exprTunnel> {}

/** Returns `tunnel` in nft's notation. */
export function tunnelText({ key, dreg = 0 }: TunnelExpr): string {
  return `load ${wordOf(key)} => reg ${dreg}`;
}
