import { attributes, be16, enumeration, fixed, type Infer, ipv4, readOnly, u32 } from "@rxnetlink/core";

/** Which end of the tunnel it is (`AMT_MODE_*`). */
export const amtMode = enumeration("AMT_MODE_", u32, {
  /** Towards the receivers. */
  gateway: 0,
  /** Towards the source. */
  relay: 1,
});

/** Settings of an automatic multicast tunnel (`IFLA_AMT_*`); since 5.16. */
export const amtAttributes = attributes("linkinfo-amt-attrs", "IFLA_AMT_", {
  /** Which end it is. */
  mode: [1, fixed(amtMode)],
  /** UDP port of the relay. */
  relayPort: [2, fixed(be16)],
  /** UDP port of the gateway. */
  gatewayPort: [3, fixed(be16)],
  /** Index of the link that packets leave by. */
  link: [4, fixed(u32)],
  /** Source address. */
  localIp: [5, fixed(ipv4)],
  /** Address of the relay; read-only. */
  remoteIp: [6, readOnly(ipv4)],
  /** Address by which a gateway finds a relay. */
  discoveryIp: [7, fixed(ipv4)],
  /** Most tunnels of a relay. */
  maxTunnels: [8, fixed(u32)],
});
/** Settings of an `amt` link. */
export interface Amt extends Infer<typeof amtAttributes> {}
