import {
  attributes,
  be16,
  enumeration,
  fixed,
  type Infer,
  ifindex,
  ipv4,
  readOnly,
  u32,
} from "@rxnetlink/core/schema";

/** End of an automatic multicast tunnel (`AMT_MODE_*`). */
export const amtMode = enumeration("AMT_MODE_", u32, {
  /** Gateway, at the receivers. */
  gateway: 0,
  /** Relay, at the source. */
  relay: 1,
});

/** Settings of an automatic multicast tunnel (`IFLA_AMT_*`); since 5.16. */
export const amtAttributes = attributes("linkinfo-amt-attrs", "IFLA_AMT_", {
  /** End of the tunnel. */
  mode: [1, fixed(amtMode)],
  /** UDP port of the relay. */
  relayPort: [2, fixed(be16)],
  /** UDP port of the gateway. */
  gatewayPort: [3, fixed(be16)],
  /** Index of the underlying link, by which packets leave. */
  link: [4, fixed(ifindex(u32, "linkNetnsid"))],
  /** Source address. */
  localIp: [5, fixed(ipv4)],
  /** Address of the relay; read-only. */
  remoteIp: [6, readOnly(ipv4)],
  /** Discovery address by which a gateway finds a relay. */
  discoveryIp: [7, fixed(ipv4)],
  /** Maximum number of tunnels of a relay. */
  maxTunnels: [8, fixed(u32)],
});
/** Settings of an `amt` link. */
export interface Amt extends Infer<typeof amtAttributes> {}
