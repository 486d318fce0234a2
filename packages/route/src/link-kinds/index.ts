import { type Infer, nest, subMessage } from "@rxnetlink/core";
import { type Bridge, bridgeAttributes } from "./bridge.js";
import { type BridgePort, bridgePortAttributes } from "./bridge-port.js";
import { type Ifb, ifbAttributes } from "./ifb.js";
import { type Veth, vethAttributes } from "./veth.js";
import { type Vxlan, vxlanAttributes } from "./vxlan.js";

/** `IFLA_INFO_DATA`, by the kind of the link. */
export const linkData = subMessage("kind", {
  /** Ethernet bridge. */
  bridge: nest<Bridge>(bridgeAttributes),
  /** Intermediate functional block. */
  ifb: nest<Ifb>(ifbAttributes),
  /** Virtual Ethernet pair. */
  veth: nest<Veth>(vethAttributes),
  /** Virtual extensible LAN. */
  vxlan: nest<Vxlan>(vxlanAttributes),
});
/** Settings of a virtual link: one member, named by the link's kind. */
export interface LinkData extends Infer<typeof linkData> {}

/** `IFLA_INFO_SLAVE_DATA`, by the kind of the link's master. */
export const linkPortData = subMessage("slaveKind", {
  /** Port of an Ethernet bridge. */
  bridge: nest<BridgePort>(bridgePortAttributes),
});
/** Settings of a link as the port of another: one member, named by the kind of its master. */
export interface LinkPortData extends Infer<typeof linkPortData> {}

export * from "./bridge.js";
export * from "./bridge-port.js";
export * from "./ifb.js";
export * from "./veth.js";
export * from "./vxlan.js";
