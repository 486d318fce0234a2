import { defineObject, type ObjectOf, pick } from "@rxnetlink/core";
import { isRecord } from "@rxnetlink/core/internal";
import { nest } from "@rxnetlink/core/schema";
import { IPVS_CMD_DEL_DAEMON, IPVS_CMD_GET_DAEMON, IPVS_CMD_NEW_DAEMON } from "./commands.js";
import { type IpvsDaemonEntry, ipvsMessage } from "./layout.js";
import { polled } from "./service.js";

/** Messages of daemons (`IPVS_CMD_*_DAEMON`). */
export const ipvsDaemonObject = defineObject({
  name: "ipvsDaemon",
  namedBy: ["daemon"],
  layout: nest<IpvsDaemonEntry>(ipvsMessage),
  types: { new: IPVS_CMD_NEW_DAEMON, delete: IPVS_CMD_DEL_DAEMON, get: IPVS_CMD_GET_DAEMON },
  groups: [],
  verbs: ["list", "add", "delete", "watch"],
  filters: [],
  complete(given, verb) {
    const { daemon } = given;
    return verb === "add" && isRecord(daemon) ? { ...given, daemon: { syncId: 0, ...daemon } } : given;
  },
  keysOf: ({ daemon = {} }) => [{ daemon: pick(daemon, "state") }],
  state: {
    identityOf: ({ daemon = {} }) => daemon.state ?? "",
    ...polled,
    silent: { "": { reason: "the kernel reports no changes of daemons" } },
  },
});

/** Verbs of the daemons that synchronize connections: at most one of each role runs. */
export interface IpvsDaemons extends ObjectOf<typeof ipvsDaemonObject> {}
