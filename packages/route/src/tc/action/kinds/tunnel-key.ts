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
} from "@rxnetlink/core/schema";
import { keysIf, replacedWhole, withDefaults } from "../../request.js";
import { requiredToCreate, type TcfT, tcfT, tcGen } from "../act-gen.js";

/** Operations of `tunnel_key` (`TCA_TUNNEL_KEY_ACT_*`). */
export const tunnelKeyAction = enumeration("TCA_TUNNEL_KEY_ACT_", s32, {
  /** Sets the metadata with which the next tunnel encapsulates the packet. */
  set: 1,
  /** Releases the metadata left by the last tunnel. */
  release: 2,
});

/** Parameters of `tunnel_key` (`struct tc_tunnel_key`). */
export const tunnelKeyParms = struct(
  "tc_tunnel_key",
  extend(tcGen, {
    /** Operation. */
    tAction: requiredToCreate(tunnelKeyAction, 0),
  }),
);
/** Parameters of `tunnel_key`. */
export interface TunnelKeyParms extends Infer<typeof tunnelKeyParms> {}

/** Option of a Geneve header (`TCA_TUNNEL_KEY_ENC_OPT_GENEVE_*`). */
export const tunnelKeyGeneveAttributes = attributes(
  "tunnel-key-geneve-attrs",
  "TCA_TUNNEL_KEY_ENC_OPT_GENEVE_",
  {
    /** Class of the option. */
    class: [1, be16],
    /** Type of the option. */
    type: [2, u8],
    /** Data, a multiple of 4 bytes. */
    data: [3, binary],
  },
);
/** Option of a Geneve header. */
export interface TunnelKeyGeneve extends Infer<typeof tunnelKeyGeneveAttributes> {}

/** Option of a VXLAN header (`TCA_TUNNEL_KEY_ENC_OPT_VXLAN_*`). */
export const tunnelKeyVxlanAttributes = attributes(
  "tunnel-key-vxlan-attrs",
  "TCA_TUNNEL_KEY_ENC_OPT_VXLAN_",
  {
    /** Group policy id. */
    gbp: [1, u32],
  },
);
/** Option of a VXLAN header. */
export interface TunnelKeyVxlan extends Infer<typeof tunnelKeyVxlanAttributes> {}

/** Options of an ERSPAN header (`TCA_TUNNEL_KEY_ENC_OPT_ERSPAN_*`). */
export const tunnelKeyErspanAttributes = attributes(
  "tunnel-key-erspan-attrs",
  "TCA_TUNNEL_KEY_ENC_OPT_ERSPAN_",
  {
    /** Version, 1 or 2. */
    ver: [1, u8],
    /** Index, in version 1. */
    index: [2, be32],
    /** Direction, in version 2. */
    dir: [3, u8],
    /** Hardware id, in version 2. */
    hwid: [4, u8],
  },
);
/** Options of an ERSPAN header. */
export interface TunnelKeyErspan extends Infer<typeof tunnelKeyErspanAttributes> {}

/** Options of a tunnel's header, all of one kind (`TCA_TUNNEL_KEY_ENC_OPTS_*`). */
export const tunnelKeyOptsAttributes = attributes("tunnel-key-enc-opts-attrs", "TCA_TUNNEL_KEY_ENC_OPTS_", {
  /** Geneve options. */
  geneve: [1, repeated(nest<TunnelKeyGeneve>(tunnelKeyGeneveAttributes))],
  /** VXLAN option. */
  vxlan: [2, nest<TunnelKeyVxlan>(tunnelKeyVxlanAttributes)],
  /** ERSPAN options. */
  erspan: [3, nest<TunnelKeyErspan>(tunnelKeyErspanAttributes)],
});
/** Options of a tunnel's header, all of one kind. */
export interface TunnelKeyOpts extends Infer<typeof tunnelKeyOptsAttributes> {}

/** Settings of `tunnel_key`: sets or releases the tunnel metadata of the packet (`TCA_TUNNEL_KEY_*`). */
export const actTunnelKeyAttributes = attributes("act-tunnel-key-attrs", "TCA_TUNNEL_KEY_", {
  /** Timestamps; read-only. */
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
  /** Tunnel id. */
  encKeyId: [7, be32],
  /** Alignment. */
  pad: [8, padding],
  /** Destination port of the outer header. */
  encDstPort: [9, be16],
  /** Set to 1 to omit the checksum of the outer header, 0 or 1. */
  noCsum: [10, u8],
  /** Options of the tunnel header. */
  encOpts: [11, nest<TunnelKeyOpts>(tunnelKeyOptsAttributes)],
  /** Type of service of the outer header. */
  encTos: [12, u8],
  /** Time to live of the outer header. */
  encTtl: [13, u8],
  /** Set when the outer packet must not be fragmented; since 6.3. */
  noFrag: [14, flag],
});
/** Settings of `tunnel_key`: sets or releases the tunnel metadata of the packet. */
export interface TunnelKeyAction extends Infer<typeof actTunnelKeyAttributes> {}

/**
 * Layout of {@link TunnelKeyAction}, which the kernel replaces as a whole; new addresses displace those of the other
 * family.
 */
export const actTunnelKey = withDefaults(
  replacedWhole(nest<TunnelKeyAction>(actTunnelKeyAttributes), (given) => [
    ...keysIf(given.encIpv6Src !== undefined || given.encIpv6Dst !== undefined, "encIpv4Src", "encIpv4Dst"),
    ...keysIf(given.encIpv4Src !== undefined || given.encIpv4Dst !== undefined, "encIpv6Src", "encIpv6Dst"),
  ]),
  (given) => ({ parms: {}, ...given }),
);
