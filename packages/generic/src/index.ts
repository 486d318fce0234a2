/**
 * `NETLINK_GENERIC`: families by name, what they accept, and connections to them. Each family that this package declares has a
 * door of its own, such as `@rxnetlink/generic/ethtool`.
 *
 * @module
 */
export { connectFamily, familyTransport } from "./connect.js";
export { FamilyConnection, type FamilyConnectionOptions, NETLINK_GENERIC } from "./family/connection.js";
export { type Family as GenericFamily, groupsOf } from "./family/definition.js";
export { commandOf, genlmsghdr, genlType } from "./family/genlmsghdr.js";
export { type FamilyOptions, type GenericNetlink, genericNetlink } from "./generic.js";
export {
  CTRL_CMD_DELFAMILY,
  CTRL_CMD_GETFAMILY,
  CTRL_CMD_GETPOLICY,
  CTRL_CMD_NEWFAMILY,
} from "./nlctrl/commands.js";
export { type Families, familyObject, nlctrlGroups } from "./nlctrl/controller.js";
export {
  type FamilyGroup,
  type FamilyOperation,
  familyMessage,
  type LoadedFamily,
  operationFlags,
} from "./nlctrl/layout.js";
export type {
  AttributePolicies,
  AttributePolicy,
  CapabilityQuestion,
  CommandCapabilities,
  FamilyCapabilities,
} from "./nlctrl/policy/capabilities.js";
export {
  attributeType,
  type OperationPolicy,
  type Policies,
  policiesMessage,
} from "./nlctrl/policy/layout.js";
