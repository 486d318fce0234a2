import {
  attributes,
  enumeration,
  extend,
  type Infer,
  mac,
  nest,
  padding,
  readOnly,
  s32,
  struct,
  u8,
  u16,
  whole,
} from "@rxnetlink/core/schema";
import { withDefaults } from "../../request.js";
import { etherType } from "../../values/ether-type.js";
import { requiredToCreate, type TcfT, tcfT, tcGen } from "../act-gen.js";

/** Operations of the action `vlan` (`TCA_VLAN_ACT_*`). */
export const vlanAction = enumeration("TCA_VLAN_ACT_", s32, {
  /** Pops the tag. */
  pop: 1,
  /** Pushes a tag. */
  push: 2,
  /** Changes the tag. */
  modify: 3,
  /** Pops the Ethernet header; since 5.11. */
  popEth: 4,
  /** Pushes an Ethernet header; since 5.11. */
  pushEth: 5,
});

/** Parameters of the action `vlan` (`struct tc_vlan`). */
export const vlanParms = struct(
  "tc_vlan",
  extend(tcGen, {
    /** Operation. */
    vAction: requiredToCreate(vlanAction, 0),
  }),
);
/** Parameters of the action `vlan`. */
export interface VlanParms extends Infer<typeof vlanParms> {}

/** Settings of the action `vlan`: pushes, changes and pops tags (`TCA_VLAN_*`). */
export const actVlanAttributes = attributes("act-vlan-attrs", "TCA_VLAN_", {
  /** Timestamps; read-only. */
  tm: [1, readOnly(nest<TcfT>(tcfT))],
  /** Parameters. */
  parms: [2, nest<VlanParms>(vlanParms)],
  /** VLAN id. */
  pushVlanId: [3, u16],
  /** Protocol of the tag: `"8021q"` or `"8021ad"`. */
  pushVlanProtocol: [4, etherType],
  /** Alignment. */
  pad: [5, padding],
  /** Priority of the tag, 0 to 7. */
  pushVlanPriority: [6, u8],
  /** Destination address of the new header. */
  pushEthDst: [7, mac],
  /** Source address of the new header. */
  pushEthSrc: [8, mac],
});
/** Settings of the action `vlan`: pushes, changes and pops tags. */
export interface VlanAction extends Infer<typeof actVlanAttributes> {}
/** Layout of {@link VlanAction}, which the kernel replaces as a whole and takes only with parameters. */
export const actVlan = withDefaults(whole(nest<VlanAction>(actVlanAttributes)), (given) => ({
  parms: {},
  ...given,
}));
