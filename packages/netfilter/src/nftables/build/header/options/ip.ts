import { IP } from "../../compile/protocol.js";
import { ipv4Addr } from "../../value/address.js";
import { integer } from "../../value/data-type.js";
import { extensionField, extensionPresence } from "../exthdr.js";

const extension = (name: string, type: number) =>
  ({ words: `ip option ${name}`, op: "ipv4", type, needs: [{ protocol: IP }] }) as const;

const at = (name: string, type: number, field: string, offset: number, bits: number) =>
  extensionField(extension(name, type), field, offset, integer(bits, "network"));

const common = (name: string, type: number) => ({
  ...extensionPresence(extension(name, type)),
  /** Type. */
  type: at(name, type, "type", 0, 8),
  /** Length in bytes. */
  length: at(name, type, "length", 8, 8),
});

const routed = (name: string, type: number) => ({
  ...common(name, type),
  /** Position of the next address. */
  ptr: at(name, type, "ptr", 16, 8),
  /** First address. */
  addr: extensionField(extension(name, type), "addr", 24, ipv4Addr),
});

const ROUTER_ALERT = 148;

/** Options of IPv4; each has `exists()` and `missing()`. */
export const ipOptions = {
  /** Loose source route. */
  lsrr: routed("lsrr", 131),
  /** Record of the route. */
  rr: routed("rr", 7),
  /** Strict source route. */
  ssrr: routed("ssrr", 137),
  /** Router alert. */
  ra: {
    ...common("ra", ROUTER_ALERT),
    /** Value; 0 asks routers to look at the packet. */
    value: at("ra", ROUTER_ALERT, "value", 16, 16),
  },
} as const;
