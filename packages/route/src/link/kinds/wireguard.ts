import { attributes, type Infer } from "@rxnetlink/core/schema";

/** Settings of a WireGuard tunnel: none here; those are in the `wireguard` family of generic netlink. */
export const wireguardAttributes = attributes("linkinfo-wireguard-attrs", "IFLA_WIREGUARD_", {});
/** Settings of a `wireguard` link: none. */
export interface Wireguard extends Infer<typeof wireguardAttributes> {}
