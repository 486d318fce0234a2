import {
  attributes,
  type Infer,
  masked,
  pad,
  repeated,
  string,
  struct,
  u8,
  u16,
  u32,
  u64,
  uint,
  word,
} from "@rxnetlink/core";

/** Hardware resources of a link (`struct rtnl_link_ifmap`). */
export const linkIfmap = struct("rtnl_link_ifmap", {
  /** Where its memory begins. */
  memStart: u64,
  /** Where its memory ends. */
  memEnd: u64,
  /** I/O port. */
  baseAddr: u64,
  /** Interrupt. */
  irq: u16,
  /** DMA channel. */
  dma: u8,
  /** Media, `IF_PORT_*`. */
  port: u8,
  _: pad(4),
});
/** Hardware resources of a link. */
export interface LinkIfmap extends Infer<typeof linkIfmap> {}

/** Names that a link has besides `ifname` (`IFLA_PROP_LIST`). */
export const propListAttributes = attributes("prop-list-link-attrs", "IFLA_", {
  /** Alternative names. */
  altIfname: [53, repeated(string)],
});
/** Names that a link has besides `ifname`. */
export interface LinkPropList extends Infer<typeof propListAttributes> {}

/** Why a link is held down (`IFLA_PROTO_DOWN_REASON_*`). */
export const protoDownReasonAttributes = attributes("proto-down-reason-attrs", "IFLA_PROTO_DOWN_REASON_", {
  /** Which bits of `value` a request changes; where absent those that are set in it. */
  mask: [1, u32],
  /** The reasons, a bit each; their meaning is user space's own. */
  value: [2, masked(u32, "mask")],
});
/** Why a link is held down. */
export interface ProtoDownReason extends Infer<typeof protoDownReasonAttributes> {}

/** The DPLL pin of a link (`DPLL_A_PIN_*`); empty where there is none. */
export const dpllPinAttributes = attributes("link-dpll-pin-attrs", "DPLL_A_PIN_", {
  /** Id of the pin in the DPLL subsystem. */
  id: [1, u32],
});
/** The DPLL pin of a link. */
export interface LinkDpllPin extends Infer<typeof dpllPinAttributes> {}

/** The name of a bus that network devices are on. */
export const busName = word(
  "auxiliary",
  "ccwgroup",
  "netdevsim",
  "pci",
  "platform",
  "sdio",
  "usb",
  "virtio",
  "vmbus",
  "xen",
);

/** The devlink port of a link (`DEVLINK_ATTR_*`); empty where there is none. */
export const devlinkPortAttributes = attributes("link-devlink-port-attrs", "DEVLINK_ATTR_", {
  /** Bus of its device: `"pci"`. */
  busName: [1, busName],
  /** Its device: `"0000:03:00.0"`. */
  devName: [2, string],
  /** Index of the port in its device. */
  portIndex: [3, u32],
  /** Index of the devlink instance; newer than 6.18. */
  index: [184, uint],
});
/** The devlink port of a link. */
export interface LinkDevlinkPort extends Infer<typeof devlinkPortAttributes> {}
