export {
  type FibFound,
  type FibLookup,
  type FibLookupConnectionOptions,
  type FibLookupOpenOptions,
  type FibLookupOptions,
  type FibLookupResult,
  type FibRefused,
  fibLookup,
} from "./fib-lookup.js";
export { type FibResultNl, fibResultNl, fibRouteType, fibScope } from "./layout.js";
export { NETLINK_FIB_LOOKUP } from "./protocol.js";
