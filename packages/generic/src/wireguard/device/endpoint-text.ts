import { EncodeError } from "@rxnetlink/core";
import { parseIp } from "@rxnetlink/core/schema";

/** Address and UDP port of a peer. */
export interface WireguardEndpoint {
  /** IPv4 or IPv6 address. */
  readonly address: string;
  /** UDP port. */
  readonly port: number;
  /** Index of the link that a link-local IPv6 address belongs to; absent for others. */
  readonly scopeId?: number;
}

/** `192.0.2.1:51820`, `[2001:db8::1]:51820`, `[fe80::1%3]:51820`. */
const TEXT = /^(?:\[([^\]%]+)(?:%(\d+))?\]|([^:[\]]+)):(\d{1,5})$/;

/** Returns an endpoint as text: `"192.0.2.1:51820"`, `"[2001:db8::1]:51820"`. */
export function endpointText({ address, port, scopeId }: WireguardEndpoint): string {
  if (!address.includes(":")) return `${address}:${port}`;
  return `[${address}${scopeId === undefined ? "" : `%${scopeId}`}]:${port}`;
}

/**
 * Returns the endpoint that a text stands for.
 *
 * @throws EncodeError if it is none. Names of hosts are not looked up.
 */
export function parseEndpoint(text: string): WireguardEndpoint {
  const [, ipv6, scope, ipv4, port] = TEXT.exec(text) ?? [];
  const address = ipv6 ?? ipv4;
  if (address === undefined || Number(port) > 0xffff)
    throw new EncodeError(`${JSON.stringify(text)} is not an address and a port`, {
      hint: "write 192.0.2.1:51820 or [2001:db8::1]:51820",
    });
  if (parseIp(address)?.length !== (ipv6 === undefined ? 4 : 16))
    throw new EncodeError(`${JSON.stringify(address)} is not an address`, {
      hint: "look up the names of hosts first",
    });
  return { address, port: Number(port), ...(scope !== undefined && { scopeId: Number(scope) }) };
}
