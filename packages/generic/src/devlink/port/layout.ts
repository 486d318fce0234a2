import {
  type AttributesOf,
  attributes,
  enumeration,
  fixed,
  flags,
  type Ifindex,
  type Infer,
  ifDifferent,
  lladdr,
  masked,
  maskOf,
  message,
  nest,
  readOnly,
  type Scalar,
  string,
  struct,
  u8,
  u16,
  u32,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../../family/genlmsghdr.js";
import { portHandleAttributes } from "../common/handle.js";
import { type DevlinkNestedDevlink, devlinkNestedDevlinkAttributes } from "../common/nested.js";

/** Protocols of a port (`DEVLINK_PORT_TYPE_*`). */
export const devlinkPortType = enumeration("DEVLINK_PORT_TYPE_", u16, {
  notset: 0,
  /** The driver finds out. */
  auto: 1,
  /** Ethernet. */
  eth: 2,
  /** InfiniBand. */
  ib: 3,
});

/** Kinds of ports (`DEVLINK_PORT_FLAVOUR_*`). */
export const devlinkPortFlavour = enumeration("DEVLINK_PORT_FLAVOUR_", u16, {
  /** A socket for a cable. */
  physical: 0,
  /** A port of a switch to the processor. */
  cpu: 1,
  /** A port of a switch to another switch. */
  dsa: 2,
  /** The switch's end of a physical function. */
  pciPf: 3,
  /** The switch's end of a virtual function. */
  pciVf: 4,
  /** A port that is not there, such as of a container. */
  virtual: 5,
  /** A port that is not used. */
  unused: 6,
  /** The switch's end of a subfunction. */
  pciSf: 7,
});

/** States of a function (`DEVLINK_PORT_FN_STATE_*`). */
export const devlinkPortFnState = enumeration("DEVLINK_PORT_FN_STATE_", u8, {
  /** It is being set up. */
  inactive: 0,
  /** It is ready for its driver. */
  active: 1,
});

/** Relations of a function to its driver (`DEVLINK_PORT_FN_OPSTATE_*`). */
export const devlinkPortFnOpstate = enumeration("DEVLINK_PORT_FN_OPSTATE_", u8, {
  /** No driver uses it. */
  detached: 0,
  /** A driver uses it. */
  attached: 1,
});

/** Abilities of a function (`DEVLINK_PORT_FN_CAP_*`). */
export const devlinkPortFnCaps = flags("DEVLINK_PORT_FN_CAP_", u32, {
  /** RDMA over Ethernet. */
  roce: 0x1,
  /** Can move to another host while it runs. */
  migratable: 0x2,
  /** The device encrypts for IPsec; since 6.6. */
  ipsecCrypto: 0x4,
  /** The device does all of IPsec; since 6.6. */
  ipsecPacket: 0x8,
});

/** Abilities of a function: those that are on, and those that there are. */
export const devlinkPortFnCapsMask = struct("nla_bitfield32", {
  /** Abilities that are on; requests may name them: `{ value: { roce: false } }`. */
  value: masked(devlinkPortFnCaps, "selector"),
  /** Abilities that `value` is about; in requests those that it names by default. */
  selector: maskOf(devlinkPortFnCaps),
});
/** Abilities of a function. */
export interface DevlinkPortFnCapsMask extends Infer<typeof devlinkPortFnCapsMask> {}

/** Attributes of the function behind a port (`DEVLINK_PORT_FUNCTION_ATTR_HW_ADDR`, `DEVLINK_PORT_FN_ATTR_*`). */
const devlinkPortFunctionAttributes = attributes("dl-port-function", "DEVLINK_PORT_FN_ATTR_", {
  /** Hardware address. */
  hwAddr: [1, lladdr],
  /** State. */
  state: [2, ifDifferent(devlinkPortFnState)],
  /** Relation to its driver. Read-only. */
  opstate: [3, readOnly(devlinkPortFnOpstate)],
  /** Abilities; since 6.2. */
  caps: [4, ifDifferent(nest<DevlinkPortFnCapsMask>(devlinkPortFnCapsMask))],
  /** The instance of the function's own driver; since 6.7. Read-only. */
  devlink: [5, readOnly(nest<DevlinkNestedDevlink>(devlinkNestedDevlinkAttributes))],
  /** Number of event queues that it may have; since 6.10. */
  maxIoEqs: [6, ifDifferent(u32)],
});
/** The function behind a port: what a virtual machine, say, gets of the device. */
export interface DevlinkPortFunction extends Infer<typeof devlinkPortFunctionAttributes> {}

/** Attributes of ports (`DEVLINK_ATTR_PORT_*`). */
const devlinkPortAttributes = attributes("devlink", "DEVLINK_ATTR_", {
  ...portHandleAttributes,
  /** Protocol. */
  portType: [4, ifDifferent(devlinkPortType)],
  /** Protocol that was asked for, where it differs. Read-only. */
  portDesiredType: [5, readOnly(devlinkPortType)],
  /** Index of the port's link. Read-only. */
  portNetdevIfindex: [6, readOnly(u32 as Scalar<Ifindex>)],
  /** Name of the port's link. Read-only. */
  portNetdevName: [7, readOnly(string)],
  /** Name of the port's RDMA device. Read-only. */
  portIbdevName: [8, readOnly(string)],
  /** Number of ports to split it into. Write-only. */
  portSplitCount: [9, u32],
  /** Number of the socket that split ports share. Read-only. */
  portSplitGroup: [10, readOnly(u32)],
  /** Kind. */
  portFlavour: [77, fixed(devlinkPortFlavour)],
  /** Number that is printed on the device. Read-only. */
  portNumber: [78, readOnly(u32)],
  /** Number of a split port within its socket. Read-only. */
  portSplitSubportNumber: [79, readOnly(u32)],
  /** Number of the physical function. */
  portPciPfNumber: [127, fixed(u16)],
  /** Number of the virtual function within the physical one. Read-only. */
  portPciVfNumber: [128, readOnly(u16)],
  /** The function behind the port. */
  portFunction: [145, nest<DevlinkPortFunction>(devlinkPortFunctionAttributes)],
  /** Number of lanes of the socket. Read-only. */
  portLanes: [147, readOnly(u32)],
  /** 1 if it can be split. Read-only. */
  portSplittable: [148, readOnly(u8)],
  /** 1 if the function belongs to another host. Read-only. */
  portExternal: [149, readOnly(u8)],
  /** Number of the PCI controller. */
  portControllerNumber: [150, fixed(u32)],
  /** Number of the subfunction within the physical one; chosen by the driver if absent. */
  portPciSfNumber: [164, fixed(u32)],
  /** Index of the line card that the port is on; since 6.0. Read-only. */
  linecardIndex: [171, readOnly(u32)],
});

/** Layout of `DEVLINK_CMD_PORT_*`. */
export const devlinkPortMessage = message("port", genlmsghdr, devlinkPortAttributes);
/** A port of a device. */
export interface DevlinkPort
  extends AttributesOf<typeof portHandleAttributes>,
    Infer<typeof devlinkPortMessage> {}
