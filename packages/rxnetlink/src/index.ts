export * from "@rxnetlink/core";
export * from "@rxnetlink/route";
export * from "@rxnetlink/transport";
export { type KernelRtnetlink, type RtnetlinkOptions, rtnetlink } from "./rxnetlink.js";
export {
  type InNamespace,
  type NamespaceGone,
  type NamespaceTransport,
  watchNamespaces$,
} from "./watch-namespaces.js";
