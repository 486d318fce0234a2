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
} from "@rxnetlink/core";

/** An option of a geneve header (`TCA_FLOWER_KEY_ENC_OPT_GENEVE_*`). */
export const flowerGeneveAttributes = attributes(
  "flower-key-enc-opt-geneve-attrs",
  "TCA_FLOWER_KEY_ENC_OPT_GENEVE_",
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
export interface FlowerGeneve extends Infer<typeof flowerGeneveAttributes> {}

/** The option of a vxlan header (`TCA_FLOWER_KEY_ENC_OPT_VXLAN_*`). */
export const flowerVxlanAttributes = attributes(
  "flower-key-enc-opt-vxlan-attrs",
  "TCA_FLOWER_KEY_ENC_OPT_VXLAN_",
  {
    /** Group policy. */
    gbp: [1, u32],
  },
);
/** The option of a vxlan header. */
export interface FlowerVxlan extends Infer<typeof flowerVxlanAttributes> {}

/** The options of an erspan header (`TCA_FLOWER_KEY_ENC_OPT_ERSPAN_*`). */
export const flowerErspanAttributes = attributes(
  "flower-key-enc-opt-erspan-attrs",
  "TCA_FLOWER_KEY_ENC_OPT_ERSPAN_",
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
export interface FlowerErspan extends Infer<typeof flowerErspanAttributes> {}

/** The options of a GTP header (`TCA_FLOWER_KEY_ENC_OPT_GTP_*`). */
export const flowerGtpAttributes = attributes("flower-key-enc-opt-gtp-attrs", "TCA_FLOWER_KEY_ENC_OPT_GTP_", {
  /** Type of the PDU session. */
  pduType: [1, u8],
  /** Id of the flow's quality of service. */
  qfi: [2, u8],
});
/** The options of a GTP header. */
export interface FlowerGtp extends Infer<typeof flowerGtpAttributes> {}

/** The options of a PFCP header (`TCA_FLOWER_KEY_ENC_OPT_PFCP_*`). */
export const flowerPfcpAttributes = attributes(
  "flower-key-enc-opt-pfcp-attrs",
  "TCA_FLOWER_KEY_ENC_OPT_PFCP_",
  {
    /** Type of the header: 1 has a session. */
    type: [1, u8],
    /** Id of the session. */
    seid: [2, be64],
  },
);
/** The options of a PFCP header. */
export interface FlowerPfcp extends Infer<typeof flowerPfcpAttributes> {}

/** Options of a tunnel's header; of one kind (`TCA_FLOWER_KEY_ENC_OPTS_*`). */
export const flowerOptsAttributes = attributes("flower-key-enc-opts-attrs", "TCA_FLOWER_KEY_ENC_OPTS_", {
  /** Options of geneve. */
  geneve: [1, repeated(nest<FlowerGeneve>(flowerGeneveAttributes))],
  /** Option of vxlan. */
  vxlan: [2, nest<FlowerVxlan>(flowerVxlanAttributes)],
  /** Options of erspan; since 5.5. */
  erspan: [3, nest<FlowerErspan>(flowerErspanAttributes)],
  /** Options of GTP; since 5.18. */
  gtp: [4, nest<FlowerGtp>(flowerGtpAttributes)],
  /** Options of PFCP; since 6.10. */
  pfcp: [5, nest<FlowerPfcp>(flowerPfcpAttributes)],
});
/** Options of a tunnel's header; of one kind. */
export interface FlowerOpts extends Infer<typeof flowerOptsAttributes> {}

/** One label of the stack (`TCA_FLOWER_KEY_MPLS_OPT_*`). */
export const flowerMplsAttributes = attributes("flower-key-mpls-opt-attrs", "TCA_FLOWER_KEY_MPLS_OPT_", {
  /** Which one: 1 is the outermost. */
  lseDepth: [1, u8],
  /** Time to live. */
  lseTtl: [2, u8],
  /** Bottom of the stack, 0 or 1. */
  lseBos: [3, u8],
  /** Traffic class, 0 to 7. */
  lseTc: [4, u8],
  /** The label, 20 bits. */
  lseLabel: [5, u32],
});
/** One label of the stack. */
export interface FlowerMpls extends Infer<typeof flowerMplsAttributes> {}

/** Labels (`TCA_FLOWER_KEY_MPLS_OPTS_*`). */
export const flowerMplsOptsAttributes = attributes(
  "flower-key-mpls-opts-attrs",
  "TCA_FLOWER_KEY_MPLS_OPTS_",
  {
    /** Each label that is looked at. */
    lse: [1, repeated(nest<FlowerMpls>(flowerMplsAttributes))],
  },
);
/** Labels. */
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

/** What a packet is, or its tunnel's header says (`TCA_FLOWER_KEY_FLAGS_*`). */
export const flowerFlags = flags("TCA_FLOWER_KEY_FLAGS_", be32, {
  /** It is a fragment. */
  isFragment: 1,
  /** It is the first fragment. */
  fragIsFirst: 2,
  /** The tunnel's header has a checksum; since 6.11. */
  tunnelCsum: 4,
  /** The outer packet must not be fragmented; since 6.11. */
  tunnelDontFragment: 8,
  /** It is for maintenance; since 6.11. */
  tunnelOam: 16,
  /** There are critical options; since 6.11. */
  tunnelCritOpt: 32,
});

/** State of the connection (`TCA_FLOWER_KEY_CT_FLAGS_*`). */
export const flowerCtState = flags("TCA_FLOWER_KEY_CT_FLAGS_", u16, {
  /** It is new. */
  new: 1,
  /** It is established. */
  established: 2,
  /** It is related to another. */
  related: 4,
  /** The packet went through connection tracking. */
  tracked: 8,
  /** The packet fits no connection. */
  invalid: 16,
  /** The packet is a reply. */
  reply: 32,
});
