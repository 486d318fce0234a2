import { attributes, enumeration, type Infer, nest, u8, u32, whole } from "@rxnetlink/core/schema";
import { acts } from "../../action/act.js";
import { actPolice } from "../../action/kinds/police.js";
import { ematches } from "./ematch/ematch.js";

/** Keys of a `flow` filter; `keys` has a bit for each, `1 << number` (`FLOW_KEY_*`). */
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
  /** Connection (conntrack entry). */
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
  /** User id of the socket. */
  skuid: 14,
  /** Group id of the socket. */
  skgid: 15,
  /** VLAN tag. */
  vlanTag: 16,
  /** Hash computed by the hardware. */
  rxhash: 17,
});

/** Mapping of keys to a class by a `flow` filter (`FLOW_MODE_*`). */
export const flowMode = enumeration("FLOW_MODE_", u32, {
  /** Arithmetic. */
  map: 0,
  /** Hash. */
  hash: 1,
});

/** Settings of a `flow` filter: computes the class from keys (`TCA_FLOW_*`). */
export const flowAttributes = attributes("flow-attrs", "TCA_FLOW_", {
  /** Keys, a bit for each {@link flowKey}. */
  keys: [1, u32],
  /** Mapping of keys to a class. */
  mode: [2, flowMode],
  /** First class. */
  baseclass: [3, u32],
  /** Right shift of the value, in bits. */
  rshift: [4, u32],
  /** Number added to the value. */
  addend: [5, u32],
  /** Mask of the value. */
  mask: [6, u32],
  /** Number combined with the value by exclusive or. */
  xor: [7, u32],
  /** Number of classes; 0 is no limit. */
  divisor: [8, u32],
  /** Actions on matching packets. */
  act: [9, acts],
  /** Policer, in the obsolete form; use `act`. */
  police: [10, actPolice],
  /** Extended matches that must hold as well. */
  ematches: [11, ematches],
  /** Interval of changes of the hash, in s. */
  perturb: [12, u32],
});
/** Settings of a `flow` filter: computes the class from keys. */
export interface FlowFilter extends Infer<typeof flowAttributes> {}
/** Layout of {@link FlowFilter}, which the kernel replaces as a whole. */
export const flowFilter = whole(nest<FlowFilter>(flowAttributes));
