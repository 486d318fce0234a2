import { defineObject, type ObjectOf, pick } from "@rxnetlink/core";
import {
  attributes,
  enumeration,
  type Infer,
  ifindex,
  message,
  nest,
  readOnly,
  u32,
  uint,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../../family/genlmsghdr.js";
import { NETDEV_CMD_NAPI_GET, NETDEV_CMD_NAPI_SET } from "../commands.js";

/** Ways in which a NAPI instance polls (`NETDEV_NAPI_THREADED_*`). */
export const netdevNapiThreaded = enumeration("NETDEV_NAPI_THREADED_", u32, {
  /** In soft interrupts. */
  disabled: 0,
  /** In a thread. */
  enabled: 1,
  /** In a thread that never rests; since 6.19. */
  busyPoll: 2,
});

const napiAttributes = attributes("napi", "NETDEV_A_NAPI_", {
  /** Index of the link. */
  ifindex: [1, readOnly(ifindex(u32))],
  /** Id. */
  id: [2, u32],
  /** Number of its interrupt. Read-only. */
  irq: [3, readOnly(u32)],
  /** Id of its thread, if it has one. Read-only. */
  pid: [4, readOnly(u32)],
  /** Number of polls without packets before interrupts are on again; since 6.13. */
  deferHardIrqs: [5, u32],
  /** Nanoseconds after which it polls without an interrupt; since 6.13. */
  groFlushTimeout: [6, uint],
  /** Nanoseconds that interrupts stay off while a program polls; since 6.13. */
  irqSuspendTimeout: [7, uint],
  /** Way in which it polls; since 6.17. */
  threaded: [8, netdevNapiThreaded],
});

/** Layout of `NETDEV_CMD_NAPI_*`. */
export const netdevNapiMessage = message("netdevNapi", genlmsghdr, napiAttributes);
/** A NAPI instance: what polls some queues of a link. */
export interface NetdevNapi extends Infer<typeof netdevNapiMessage> {}

/** Messages of NAPI instances (`NETDEV_CMD_NAPI_*`). */
export const netdevNapiObject = defineObject({
  name: "netdevNapi",
  namedBy: ["ifindex", "id"],
  layout: nest<NetdevNapi>(netdevNapiMessage),
  types: { get: NETDEV_CMD_NAPI_GET, set: NETDEV_CMD_NAPI_SET },
  groups: [],
  verbs: ["list", "get", "change"],
  filters: ["ifindex"],
  keysOf: (napi) => [pick(napi, "id")],
});

/** Verbs of NAPI instances, since 6.8. */
export interface NetdevNapis extends ObjectOf<typeof netdevNapiObject> {}
