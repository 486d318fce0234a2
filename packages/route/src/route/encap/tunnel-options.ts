import {
  attributes,
  be16,
  be32,
  binary,
  flags,
  type Infer,
  nest,
  repeated,
  u8,
  u32,
} from "@rxnetlink/core/schema";

/** Flags of a tunnel header (`TUNNEL_*`, in network order). */
export const encapFlags = flags("TUNNEL_", be16, {
  csum: 0x1,
  routing: 0x2,
  key: 0x4,
  seq: 0x8,
  strict: 0x10,
  rec: 0x20,
  version: 0x40,
  noKey: 0x80,
  dontFragment: 0x100,
  oam: 0x200,
  critOpt: 0x400,
  geneveOpt: 0x800,
  vxlanOpt: 0x1000,
  nocache: 0x2000,
  erspanOpt: 0x4000,
  gtpOpt: 0x8000,
});

/** Geneve option (`LWTUNNEL_IP_OPT_GENEVE_*`). */
export const geneveOptionAttributes = attributes("lwtunnel-geneve-attrs", "LWTUNNEL_IP_OPT_GENEVE_", {
  /** Class of the option: its namespace. */
  class: [1, be16],
  /** Type of the option within the class. */
  type: [2, u8],
  /** Data, a multiple of 4 bytes. */
  data: [3, binary],
});
/** Geneve option. */
export interface GeneveOption extends Infer<typeof geneveOptionAttributes> {}

/** VXLAN option (`LWTUNNEL_IP_OPT_VXLAN_*`). */
export const vxlanOptionAttributes = attributes("lwtunnel-vxlan-attrs", "LWTUNNEL_IP_OPT_VXLAN_", {
  /** Group policy id. */
  gbp: [1, u32],
});
/** VXLAN option. */
export interface VxlanOption extends Infer<typeof vxlanOptionAttributes> {}

/** ERSPAN options (`LWTUNNEL_IP_OPT_ERSPAN_*`). */
export const erspanOptionAttributes = attributes("lwtunnel-erspan-attrs", "LWTUNNEL_IP_OPT_ERSPAN_", {
  /** Version, 1 or 2. */
  ver: [1, u8],
  /** Port index, in version 1. */
  index: [2, be32],
  /** Direction, 0 ingress or 1 egress, in version 2. */
  dir: [3, u8],
  /** Hardware id, in version 2. */
  hwid: [4, u8],
});
/** ERSPAN options. */
export interface ErspanOption extends Infer<typeof erspanOptionAttributes> {}

/** Options of the tunnel protocol, all of one kind (`LWTUNNEL_IP_OPTS_*`); since 5.5. */
export const encapOptionsAttributes = attributes("lwtunnel-opts-attrs", "LWTUNNEL_IP_OPTS_", {
  /** Geneve options, in the order in which they are sent. */
  geneve: [1, repeated(nest<GeneveOption>(geneveOptionAttributes))],
  /** VXLAN option. */
  vxlan: [2, nest<VxlanOption>(vxlanOptionAttributes)],
  /** ERSPAN options. */
  erspan: [3, nest<ErspanOption>(erspanOptionAttributes)],
});
/** Options of the tunnel protocol, all of one kind. */
export interface EncapOptions extends Infer<typeof encapOptionsAttributes> {}
