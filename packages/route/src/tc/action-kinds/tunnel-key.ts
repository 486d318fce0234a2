import {
  attributes,
  be16,
  be32,
  binary,
  enumeration,
  extend,
  flag,
  type Infer,
  ipv4,
  ipv6,
  nest,
  padding,
  readOnly,
  repeated,
  s32,
  struct,
  u8,
  u32,
} from "@rxnetlink/core";
import { needed, type TcfT, tcfT, tcGen } from "../action/act-gen.js";
import { filled, replaced, where } from "../request.js";

/** What `tunnel_key` does (`TCA_TUNNEL_KEY_ACT_*`). */
export const tunnelKeyAction = enumeration("TCA_TUNNEL_KEY_ACT_", s32, {
  /** Says how the next tunnel is to wrap the packet. */
  set: 1,
  /** Forgets how the last tunnel had wrapped it. */
  release: 2,
});

/** Parameters of `tunnel_key` (`struct tc_tunnel_key`). */
export const tunnelKeyParms = struct(
  "tc_tunnel_key",
  extend(tcGen, {
    /** What it does. */
    tAction: needed(tunnelKeyAction, 0),
  }),
);
/** Parameters of `tunnel_key`. */
export interface TunnelKeyParms extends Infer<typeof tunnelKeyParms> {}

/** An option of a geneve header (`TCA_TUNNEL_KEY_ENC_OPT_GENEVE_*`). */
export const tunnelKeyGeneveAttributes = attributes(
  "tunnel-key-geneve-attrs",
  "TCA_TUNNEL_KEY_ENC_OPT_GENEVE_",
  {
    /** Class of the option. */
    class: [1, be16],
    /** Type of the option. */
    type: [2, u8],
    /** Its data, a multiple of 4 bytes. */
    data: [3, binary],
  },
);
/** An option of a geneve header. */
export interface TunnelKeyGeneve extends Infer<typeof tunnelKeyGeneveAttributes> {}

/** The option of a vxlan header (`TCA_TUNNEL_KEY_ENC_OPT_VXLAN_*`). */
export const tunnelKeyVxlanAttributes = attributes(
  "tunnel-key-vxlan-attrs",
  "TCA_TUNNEL_KEY_ENC_OPT_VXLAN_",
  {
    /** Group policy. */
    gbp: [1, u32],
  },
);
/** The option of a vxlan header. */
export interface TunnelKeyVxlan extends Infer<typeof tunnelKeyVxlanAttributes> {}

/** The options of an erspan header (`TCA_TUNNEL_KEY_ENC_OPT_ERSPAN_*`). */
export const tunnelKeyErspanAttributes = attributes(
  "tunnel-key-erspan-attrs",
  "TCA_TUNNEL_KEY_ENC_OPT_ERSPAN_",
  {
    /** Version, 1 or 2. */
    ver: [1, u8],
    /** Index, of version 1. */
    index: [2, be32],
    /** Direction, of version 2. */
    dir: [3, u8],
    /** Id of the hardware, of version 2. */
    hwid: [4, u8],
  },
);
/** The options of an erspan header. */
export interface TunnelKeyErspan extends Infer<typeof tunnelKeyErspanAttributes> {}

/** Options of a tunnel's header; of one kind (`TCA_TUNNEL_KEY_ENC_OPTS_*`). */
export const tunnelKeyOptsAttributes = attributes("tunnel-key-enc-opts-attrs", "TCA_TUNNEL_KEY_ENC_OPTS_", {
  /** Options of geneve. */
  geneve: [1, repeated(nest<TunnelKeyGeneve>(tunnelKeyGeneveAttributes))],
  /** Option of vxlan. */
  vxlan: [2, nest<TunnelKeyVxlan>(tunnelKeyVxlanAttributes)],
  /** Options of erspan. */
  erspan: [3, nest<TunnelKeyErspan>(tunnelKeyErspanAttributes)],
});
/** Options of a tunnel's header; of one kind. */
export interface TunnelKeyOpts extends Infer<typeof tunnelKeyOptsAttributes> {}

/** Settings of `tunnel_key`: how the next tunnel wraps the packet (`TCA_TUNNEL_KEY_*`). */
export const actTunnelKeyAttributes = attributes("act-tunnel-key-attrs", "TCA_TUNNEL_KEY_", {
  /** Times; read-only. */
  tm: [1, readOnly(nest<TcfT>(tcfT))],
  /** Parameters. */
  parms: [2, nest<TunnelKeyParms>(tunnelKeyParms)],
  /** Source address of the outer header. */
  encIpv4Src: [3, ipv4],
  /** Destination address of the outer header. */
  encIpv4Dst: [4, ipv4],
  /** IPv6 source address of the outer header. */
  encIpv6Src: [5, ipv6],
  /** IPv6 destination address of the outer header. */
  encIpv6Dst: [6, ipv6],
  /** Id of the tunnel. */
  encKeyId: [7, be32],
  /** Alignment. */
  pad: [8, padding],
  /** Destination port of the outer header. */
  encDstPort: [9, be16],
  /** Whether the checksum of the outer header is left out, 0 or 1. */
  noCsum: [10, u8],
  /** Options of the header. */
  encOpts: [11, nest<TunnelKeyOpts>(tunnelKeyOptsAttributes)],
  /** Type of service of the outer header. */
  encTos: [12, u8],
  /** Time to live of the outer header. */
  encTtl: [13, u8],
  /** The outer packet must not be fragmented; since 6.3. */
  noFrag: [14, flag],
});
/** Settings of `tunnel_key`: how the next tunnel wraps the packet. */
export interface TunnelKeyAction extends Infer<typeof actTunnelKeyAttributes> {}

/** The same, which the kernel replaces as a whole; addresses of the other family give way. */
export const actTunnelKey = filled(
  replaced(nest<TunnelKeyAction>(actTunnelKeyAttributes), (given) => [
    ...where(given.encIpv6Src !== undefined || given.encIpv6Dst !== undefined, "encIpv4Src", "encIpv4Dst"),
    ...where(given.encIpv4Src !== undefined || given.encIpv4Dst !== undefined, "encIpv6Src", "encIpv6Dst"),
  ]),
  (given) => ({ parms: {}, ...given }),
);
