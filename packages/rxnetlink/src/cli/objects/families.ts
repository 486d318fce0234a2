import type { NamespaceRef, Transport } from "@rxnetlink/core";

/** Opens a family over a transport. */
export type Opener = (options: {
  readonly transport: Transport;
  readonly namespace?: NamespaceRef;
}) => object;

/** The families with objects, by their doors; each is loaded only when it is named. */
export const FAMILIES: Readonly<Record<string, () => Promise<Opener>>> = {
  acpi: async () => (await import("../../acpi.js")).acpi,
  audit: async () => (await import("../../audit.js")).audit,
  batadv: async () => (await import("../../batadv.js")).batadv,
  crypto: async () => (await import("../../crypto.js")).cryptoUser,
  devlink: async () => (await import("../../devlink.js")).devlink,
  diag: async () => (await import("../../diag.js")).sockDiag,
  dpll: async () => (await import("../../dpll.js")).dpll,
  dquot: async () => (await import("../../dquot.js")).dquot,
  ethtool: async () => (await import("../../ethtool.js")).ethtool,
  fou: async () => (await import("../../fou.js")).fou,
  generic: async () => (await import("../../generic.js")).genericNetlink,
  gtp: async () => (await import("../../gtp.js")).gtp,
  ioam6: async () => (await import("../../ioam6.js")).ioam6,
  ipvs: async () => (await import("../../ipvs.js")).ipvs,
  l2tp: async () => (await import("../../l2tp.js")).l2tp,
  macsec: async () => (await import("../../macsec.js")).macsec,
  mptcp: async () => (await import("../../mptcp.js")).mptcp,
  "net-shaper": async () => (await import("../../net-shaper.js")).netShaper,
  netdev: async () => (await import("../../netdev.js")).netdev,
  netfilter: async () => (await import("../../netfilter.js")).netfilter,
  nl80211: async () => (await import("../../nl80211.js")).nl80211,
  ovpn: async () => (await import("../../ovpn.js")).ovpn,
  ovs: async () => (await import("../../ovs.js")).ovs,
  psample: async () => (await import("../../psample.js")).psample,
  rdma: async () => (await import("../../rdma.js")).rdma,
  route: async () => (await import("./route.js")).rtnetlink,
  seg6: async () => (await import("../../seg6.js")).seg6,
  "tcp-metrics": async () => (await import("../../tcp-metrics.js")).tcpMetrics,
  wireguard: async () => (await import("../../wireguard.js")).wireguard,
  xfrm: async () => (await import("../../xfrm.js")).xfrm,
};
