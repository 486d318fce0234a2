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
} from "@rxnetlink/core/schema";

/** Hardware resources of a link (`struct rtnl_link_ifmap`). */
export const linkIfmap = struct("rtnl_link_ifmap", {
  /** Start of the device memory. */
  memStart: u64,
  /** End of the device memory. */
  memEnd: u64,
  /** Base I/O port. */
  baseAddr: u64,
  /** Interrupt. */
  irq: u16,
  /** DMA channel. */
  dma: u8,
  /** Media type, `IF_PORT_*`. */
  port: u8,
  _: pad(4),
});
/** Hardware resources of a link. */
export interface LinkIfmap extends Infer<typeof linkIfmap> {}

/** Names of a link in addition to `ifname` (`IFLA_PROP_LIST`). */
export const propListAttributes = attributes("prop-list-link-attrs", "IFLA_", {
  /** Alternative names. */
  altIfname: [53, repeated(string)],
});
/** Names of a link in addition to `ifname`. */
export interface LinkPropList extends Infer<typeof propListAttributes> {}

/** Reasons for which a link is held down (`IFLA_PROTO_DOWN_REASON_*`). */
export const protoDownReasonAttributes = attributes("proto-down-reason-attrs", "IFLA_PROTO_DOWN_REASON_", {
  /** Mask of the bits of `value` that a request changes; defaults to the bits set in `value`. */
  mask: [1, u32],
  /** Reasons, one bit each; user space defines their meaning. */
  value: [2, masked(u32, "mask")],
});
/** Reasons for which a link is held down. */
export interface ProtoDownReason extends Infer<typeof protoDownReasonAttributes> {}

/** DPLL pin of a link (`DPLL_A_PIN_*`); empty if there is none. */
export const dpllPinAttributes = attributes("link-dpll-pin-attrs", "DPLL_A_PIN_", {
  /** Id of the pin in the DPLL subsystem. */
  id: [1, u32],
});
/** DPLL pin of a link. */
export interface LinkDpllPin extends Infer<typeof dpllPinAttributes> {}

/** Name of a bus with network devices. */
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

/** Devlink port of a link (`DEVLINK_ATTR_*`); empty if there is none. */
export const devlinkPortAttributes = attributes("link-devlink-port-attrs", "DEVLINK_ATTR_", {
  /** Bus of the device: `"pci"`. */
  busName: [1, busName],
  /** Name of the device: `"0000:03:00.0"`. */
  devName: [2, string],
  /** Index of the port in the device. */
  portIndex: [3, u32],
  /** Index of the devlink instance; newer than 6.18. */
  index: [184, uint],
});
/** Devlink port of a link. */
export interface LinkDevlinkPort extends Infer<typeof devlinkPortAttributes> {}
