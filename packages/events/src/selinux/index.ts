export {
  type SelnlMsgPolicyload,
  type SelnlMsgSetenforce,
  selinuxMode,
  selnlMsgPolicyload,
  selnlMsgSetenforce,
} from "./layout.js";
export { NETLINK_SELINUX } from "./protocol.js";
export {
  type Selinux,
  type SelinuxConnectionOptions,
  type SelinuxDrained,
  type SelinuxEvent,
  type SelinuxOptions,
  type SelinuxPolicyload,
  type SelinuxSetenforce,
  selinux,
  selinuxPolicyloadObject,
  selinuxSetenforceObject,
} from "./selinux.js";
