export { type BasicFilter, type BasicPcnt, basicAttributes, basicFilter, basicPcnt } from "./basic.js";
export { type BpfFilter, bpfAttributes, bpfFilter, bpfFilterFlags } from "./bpf.js";
export { type CgroupFilter, cgroupAttributes, cgroupFilter } from "./cgroup.js";
export { clsFlags } from "./cls-flags.js";
export { cmpMatch, type EmatchCmp, type EmatchLayer, type EmatchNbyte, nbyteMatch } from "./ematch/bits.js";
export {
  type Ematch,
  type Ematches,
  type EmatchTerm,
  type EmatchTreeHdr,
  ematchAttributes,
  ematches,
  ematchFlags,
  ematchHdr,
  ematchTree,
  ematchTreeHdr,
} from "./ematch/ematch.js";
export {
  type CanFilter,
  canFilter,
  type EmatchData,
  ematchData,
  ematchKind,
  ipsetFlags,
  type XtSetInfo,
  xtSetInfo,
} from "./ematch/kinds.js";
export {
  type EmatchMeta,
  ematchMetaAttributes,
  type MetaHdr,
  type MetaKind,
  type MetaVal,
  type MetaValue,
  metaHdr,
  metaId,
  metaType,
  metaVal,
} from "./ematch/meta.js";
export { type FlowFilter, flowAttributes, flowFilter, flowKey, flowMode } from "./flow.js";
export { flower } from "./flower/flower.js";
export { type FlowerFilter, flowerAttributes } from "./flower/layout.js";
export {
  type FlowerCfm,
  type FlowerErspan,
  type FlowerGeneve,
  type FlowerGtp,
  type FlowerMpls,
  type FlowerMplsOpts,
  type FlowerOpts,
  type FlowerPfcp,
  type FlowerVxlan,
  flowerCfmAttributes,
  flowerCtState,
  flowerErspanAttributes,
  flowerFlags,
  flowerGeneveAttributes,
  flowerGtpAttributes,
  flowerMplsAttributes,
  flowerMplsOptsAttributes,
  flowerOptsAttributes,
  flowerPfcpAttributes,
  flowerVxlanAttributes,
} from "./flower/options.js";
export { type FilterKind, type FilterOptions, filterKind, filterOptions } from "./formats.js";
export { type FwFilter, fwAttributes, fwFilter } from "./fw.js";
export {
  type MatchallFilter,
  type MatchallPcnt,
  matchallAttributes,
  matchallFilter,
  matchallPcnt,
} from "./matchall.js";
export { type RouteFilter, route4Attributes, routeFilter } from "./route.js";
export {
  type U32Filter,
  type U32Key,
  type U32Mark,
  type U32Pcnt,
  type U32Sel,
  u32Attributes,
  u32Filter,
  u32Flags,
  u32Handle,
  u32Key,
  u32Mark,
  u32PcntLayout,
  u32SelLayout,
} from "./u32.js";
