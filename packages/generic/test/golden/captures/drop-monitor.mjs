import {
  dropAlertMessage,
  dropConfigMessage,
  dropMonitorFamily,
  dropMonitorGroups,
  dropStatsMessage,
  NET_DM_CMD_ALERT,
  NET_DM_CMD_CONFIG,
  NET_DM_CMD_CONFIG_GET,
  NET_DM_CMD_CONFIG_NEW,
  NET_DM_CMD_PACKET_ALERT,
  NET_DM_CMD_START,
  NET_DM_CMD_STATS_GET,
  NET_DM_CMD_STATS_NEW,
  NET_DM_CMD_STOP,
} from "../../../dist/drop-monitor/index.js";
import { capturesIn, initially } from "../family-captures.mjs";

const one = (type, layout) => ({ types: { get: type }, layout });
const { message } = capturesIn({
  family: dropMonitorFamily,
  folder: "drop-monitor",
  messages: [
    one(NET_DM_CMD_PACKET_ALERT, dropAlertMessage),
    one(NET_DM_CMD_ALERT, dropAlertMessage),
    one(NET_DM_CMD_CONFIG_NEW, dropConfigMessage),
    one(NET_DM_CMD_STATS_NEW, dropStatsMessage),
  ],
});

const NLM_F_ACK = 4;
const transportOf = initially(dropMonitorFamily);
const asking = (type, value = {}, flags = 0) => ({ type, flags, layout: dropConfigMessage, value });

const reply = (name, request, type) => ({
  ...message({ name, types: [type], request: asking(request) }),
  transportOf,
});

/** What the monitor reports about drops after it was started. */
const alert = (name, mode, drops, { before, run, type, pick }) => ({
  ...message({
    name,
    before,
    run,
    groups: [dropMonitorGroups.events],
    types: [type],
    pick,
    first: [
      asking(NET_DM_CMD_STOP, { swDrops: true }),
      asking(NET_DM_CMD_STOP, { hwDrops: true }),
      asking(NET_DM_CMD_CONFIG, { alertMode: mode }),
    ],
    request: asking(NET_DM_CMD_START, drops, NLM_F_ACK),
  }),
  transportOf,
});

const knock = { before: ["ip link set lo up"], run: "bash -c 'echo knock >/dev/udp/127.0.0.1/4099'" };
const KNOCK = [...new TextEncoder().encode("knock")];
const knocks = ({ payload }) => payload?.some((_, at) => KNOCK.every((byte, i) => payload[at + i] === byte));
const BUS = "/sys/bus/netdevsim";
/** A device that drops all the time while its port is up. */
const simulated = {
  before: [
    `[ ! -e ${BUS}/devices/netdevsim7 ] || echo 7 > ${BUS}/del_device`,
    `echo "7 1" > ${BUS}/new_device`,
    "devlink trap set netdevsim/netdevsim7 trap source_mac_is_multicast action trap",
    "ip link set group default up",
  ],
  run: "true",
};
const SOFTWARE = { swDrops: true };
const DEVICES = { hwDrops: true };
const packet = { type: NET_DM_CMD_PACKET_ALERT };
const summary = { type: NET_DM_CMD_ALERT };

// The monitor is in the initial namespace only: these run in that of a machine of their own.
export const captures = [
  reply("config", NET_DM_CMD_CONFIG_GET, NET_DM_CMD_CONFIG_NEW),
  reply("stats", NET_DM_CMD_STATS_GET, NET_DM_CMD_STATS_NEW),
  alert("packet", "packet", SOFTWARE, { ...knock, ...packet, pick: knocks }),
  alert("summary", "summary", SOFTWARE, { ...knock, ...summary }),
  alert("packet-trap", "packet", DEVICES, { ...simulated, ...packet }),
  alert("summary-trap", "summary", DEVICES, { ...simulated, ...summary }),
];
