import { attributes, enumeration, type Infer, nest, u8, u32, whole } from "@rxnetlink/core";
import { acts } from "../action/act.js";
import { actPolice } from "../action-kinds/police.js";
import { ematches } from "./ematch/ematch.js";

/** What a `flow` filter looks at; `keys` has a bit for each, `1 << number` (`FLOW_KEY_*`). */
export const flowKey = enumeration("FLOW_KEY_", u8, {
  /** Source address. */
  src: 0,
  /** Destination address. */
  dst: 1,
  /** Transport protocol. */
  proto: 2,
  /** Source port. */
  protoSrc: 3,
  /** Destination port. */
  protoDst: 4,
  /** Incoming link. */
  iif: 5,
  /** Priority. */
  priority: 6,
  /** Firewall mark. */
  mark: 7,
  /** Connection. */
  nfct: 8,
  /** Source address of the connection. */
  nfctSrc: 9,
  /** Destination address of the connection. */
  nfctDst: 10,
  /** Source port of the connection. */
  nfctProtoSrc: 11,
  /** Destination port of the connection. */
  nfctProtoDst: 12,
  /** Realm of the route. */
  rtclassid: 13,
  /** User of the socket. */
  skuid: 14,
  /** Group of the socket. */
  skgid: 15,
  /** VLAN. */
  vlanTag: 16,
  /** Hash that the card computed. */
  rxhash: 17,
});

/** How a `flow` filter makes a class of keys (`FLOW_MODE_*`). */
export const flowMode = enumeration("FLOW_MODE_", u32, {
  /** By arithmetic. */
  map: 0,
  /** By a hash. */
  hash: 1,
});

/** Settings of a `flow` filter: the class is computed (`TCA_FLOW_*`). */
export const flowAttributes = attributes("flow-attrs", "TCA_FLOW_", {
  /** What it looks at, a bit for each {@link flowKey}. */
  keys: [1, u32],
  /** How. */
  mode: [2, flowMode],
  /** The first class. */
  baseclass: [3, u32],
  /** The value is shifted right by this many bits. */
  rshift: [4, u32],
  /** What is added. */
  addend: [5, u32],
  /** What it is masked with. */
  mask: [6, u32],
  /** What it is combined with by exclusive or. */
  xor: [7, u32],
  /** How many classes there are; 0 is no limit. */
  divisor: [8, u32],
  /** What is done with packets that match. */
  act: [9, acts],
  /** A policer, the old way. */
  police: [10, actPolice],
  /** What must hold besides. */
  ematches: [11, ematches],
  /** Time between changes of the hash, in s. */
  perturb: [12, u32],
});
/** Settings of a `flow` filter: the class is computed. */
export interface FlowFilter extends Infer<typeof flowAttributes> {}
/** The same, which the kernel replaces as a whole. */
export const flowFilter = whole(nest<FlowFilter>(flowAttributes));
