import {
  attributes,
  be16,
  be32,
  be64,
  binary,
  flags,
  type Infer,
  nest,
  repeated,
  u8,
  u16,
  u32,
} from "@rxnetlink/core/schema";

/** Option of a Geneve header (`TCA_FLOWER_KEY_ENC_OPT_GENEVE_*`). */
export const flowerGeneveAttributes = attributes(
  "flower-key-enc-opt-geneve-attrs",
  "TCA_FLOWER_KEY_ENC_OPT_GENEVE_",
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
export interface FlowerGeneve extends Infer<typeof flowerGeneveAttributes> {}

/** Option of a VXLAN header (`TCA_FLOWER_KEY_ENC_OPT_VXLAN_*`). */
export const flowerVxlanAttributes = attributes(
  "flower-key-enc-opt-vxlan-attrs",
  "TCA_FLOWER_KEY_ENC_OPT_VXLAN_",
  {
    /** Group policy id. */
    gbp: [1, u32],
  },
);
/** Option of a VXLAN header. */
export interface FlowerVxlan extends Infer<typeof flowerVxlanAttributes> {}

/** Options of an ERSPAN header (`TCA_FLOWER_KEY_ENC_OPT_ERSPAN_*`). */
export const flowerErspanAttributes = attributes(
  "flower-key-enc-opt-erspan-attrs",
  "TCA_FLOWER_KEY_ENC_OPT_ERSPAN_",
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
export interface FlowerErspan extends Infer<typeof flowerErspanAttributes> {}

/** Options of a GTP header (`TCA_FLOWER_KEY_ENC_OPT_GTP_*`). */
export const flowerGtpAttributes = attributes("flower-key-enc-opt-gtp-attrs", "TCA_FLOWER_KEY_ENC_OPT_GTP_", {
  /** PDU session type. */
  pduType: [1, u8],
  /** QoS flow identifier. */
  qfi: [2, u8],
});
/** Options of a GTP header. */
export interface FlowerGtp extends Infer<typeof flowerGtpAttributes> {}

/** Options of a PFCP header (`TCA_FLOWER_KEY_ENC_OPT_PFCP_*`). */
export const flowerPfcpAttributes = attributes(
  "flower-key-enc-opt-pfcp-attrs",
  "TCA_FLOWER_KEY_ENC_OPT_PFCP_",
  {
    /** Header type: 1 has a session. */
    type: [1, u8],
    /** Session id. */
    seid: [2, be64],
  },
);
/** Options of a PFCP header. */
export interface FlowerPfcp extends Infer<typeof flowerPfcpAttributes> {}

/** Options of a tunnel's header, all of one kind (`TCA_FLOWER_KEY_ENC_OPTS_*`). */
export const flowerOptsAttributes = attributes("flower-key-enc-opts-attrs", "TCA_FLOWER_KEY_ENC_OPTS_", {
  /** Geneve options. */
  geneve: [1, repeated(nest<FlowerGeneve>(flowerGeneveAttributes))],
  /** VXLAN option. */
  vxlan: [2, nest<FlowerVxlan>(flowerVxlanAttributes)],
  /** ERSPAN options; since 5.5. */
  erspan: [3, nest<FlowerErspan>(flowerErspanAttributes)],
  /** GTP options; since 5.18. */
  gtp: [4, nest<FlowerGtp>(flowerGtpAttributes)],
  /** PFCP options; since 6.10. */
  pfcp: [5, nest<FlowerPfcp>(flowerPfcpAttributes)],
});
/** Options of a tunnel's header, all of one kind. */
export interface FlowerOpts extends Infer<typeof flowerOptsAttributes> {}

/** Label stack entry (`TCA_FLOWER_KEY_MPLS_OPT_*`). */
export const flowerMplsAttributes = attributes("flower-key-mpls-opt-attrs", "TCA_FLOWER_KEY_MPLS_OPT_", {
  /** Depth in the stack: 1 is the outermost. */
  lseDepth: [1, u8],
  /** Time to live. */
  lseTtl: [2, u8],
  /** Bottom of the stack, 0 or 1. */
  lseBos: [3, u8],
  /** Traffic class, 0 to 7. */
  lseTc: [4, u8],
  /** Label, 20 bits. */
  lseLabel: [5, u32],
});
/** Label stack entry. */
export interface FlowerMpls extends Infer<typeof flowerMplsAttributes> {}

/** Label stack entries (`TCA_FLOWER_KEY_MPLS_OPTS_*`). */
export const flowerMplsOptsAttributes = attributes(
  "flower-key-mpls-opts-attrs",
  "TCA_FLOWER_KEY_MPLS_OPTS_",
  {
    /** Entries to match. */
    lse: [1, repeated(nest<FlowerMpls>(flowerMplsAttributes))],
  },
);
/** Label stack entries. */
export interface FlowerMplsOpts extends Infer<typeof flowerMplsOptsAttributes> {}

/** Connectivity fault management (`TCA_FLOWER_KEY_CFM_*`). */
export const flowerCfmAttributes = attributes("flower-key-cfm-attrs", "TCA_FLOWER_KEY_CFM_", {
  /** Level of the maintenance domain, 0 to 7. */
  mdLevel: [1, u8],
  /** Operation. */
  opcode: [2, u8],
});
/** Connectivity fault management. */
export interface FlowerCfm extends Infer<typeof flowerCfmAttributes> {}

/** Flags of a packet, or of its tunnel's header (`TCA_FLOWER_KEY_FLAGS_*`). */
export const flowerFlags = flags("TCA_FLOWER_KEY_FLAGS_", be32, {
  /** Fragment. */
  isFragment: 1,
  /** First fragment. */
  fragIsFirst: 2,
  /** Tunnel header with a checksum; since 6.11. */
  tunnelCsum: 4,
  /** Outer packet must not be fragmented; since 6.11. */
  tunnelDontFragment: 8,
  /** Tunnel header for maintenance (OAM); since 6.11. */
  tunnelOam: 16,
  /** Tunnel header with critical options; since 6.11. */
  tunnelCritOpt: 32,
});

/** State of a packet in connection tracking (`TCA_FLOWER_KEY_CT_FLAGS_*`). */
export const flowerCtState = flags("TCA_FLOWER_KEY_CT_FLAGS_", u16, {
  /** New connection. */
  new: 1,
  /** Established connection. */
  established: 2,
  /** Related to another connection. */
  related: 4,
  /** Tracked. */
  tracked: 8,
  /** Belongs to no connection. */
  invalid: 16,
  /** Reply. */
  reply: 32,
});
