import {
  DEVLINK_CMD_FLASH_UPDATE_END,
  DEVLINK_CMD_FLASH_UPDATE_STATUS,
  DEVLINK_CMD_HEALTH_REPORTER_DIAGNOSE,
  DEVLINK_CMD_HEALTH_REPORTER_DUMP_GET,
  DEVLINK_CMD_HEALTH_REPORTER_RECOVER,
  DEVLINK_CMD_REGION_READ,
  DEVLINK_CMD_RELOAD,
  DEVLINK_CMD_RESOURCE_DUMP,
  devlinkDevObject,
  devlinkEswitchObject,
  devlinkFamily,
  devlinkFlashMessage,
  devlinkFmsgMessage,
  devlinkGroups,
  devlinkHealthMessage,
  devlinkHealthObject,
  devlinkHealthRequestMessage,
  devlinkInfoObject,
  devlinkParamObject,
  devlinkParamRequestMessage,
  devlinkPortObject,
  devlinkRateObject,
  devlinkRegionMessage,
  devlinkRegionObject,
  devlinkReloadMessage,
  devlinkResourcesMessage,
  devlinkTrapGroupObject,
  devlinkTrapObject,
  devlinkTrapPolicerObject,
} from "../../../dist/devlink/index.js";
import { capturesIn } from "../family-captures.mjs";

const NLM_F_DUMP = 0x300;
const one = (type, layout) => ({ types: { get: type }, layout });
const messages = [
  devlinkDevObject,
  devlinkPortObject,
  devlinkParamObject,
  devlinkRegionObject,
  one(DEVLINK_CMD_REGION_READ, devlinkRegionMessage),
  devlinkHealthObject,
  one(DEVLINK_CMD_HEALTH_REPORTER_RECOVER, devlinkHealthMessage),
  one(DEVLINK_CMD_HEALTH_REPORTER_DIAGNOSE, devlinkFmsgMessage),
  one(DEVLINK_CMD_HEALTH_REPORTER_DUMP_GET, devlinkFmsgMessage),
  devlinkTrapObject,
  devlinkTrapGroupObject,
  devlinkTrapPolicerObject,
  devlinkRateObject,
  devlinkInfoObject,
  devlinkEswitchObject,
  one(DEVLINK_CMD_RESOURCE_DUMP, devlinkResourcesMessage),
  one(DEVLINK_CMD_RELOAD, devlinkReloadMessage),
  one(DEVLINK_CMD_FLASH_UPDATE_STATUS, devlinkFlashMessage),
  one(DEVLINK_CMD_FLASH_UPDATE_END, devlinkFlashMessage),
];
const { reply, notification, message } = capturesIn({ family: devlinkFamily, messages });

const BUS = "/sys/bus/netdevsim";
const DEBUG = "/sys/kernel/debug/netdevsim/netdevsim1";
const handle = { busName: "netdevsim", devName: "netdevsim1" };
/** A simulated device with two ports, after the one of another capture. */
const SIMULATED = [
  `echo 1 > ${BUS}/del_device 2>/dev/null || true`,
  `echo "1 2" > ${BUS}/new_device`,
  "mountpoint -q /sys/kernel/debug || mount -t debugfs debugfs /sys/kernel/debug",
];
const SNAPSHOT = [...SIMULATED, "devlink region new netdevsim/netdevsim1/dummy snapshot 7"];
const SWITCH = [
  ...SIMULATED,
  "echo 1 > /sys/bus/netdevsim/devices/netdevsim1/sriov_numvfs",
  "devlink dev eswitch set netdevsim/netdevsim1 mode switchdev",
];
const FIRMWARE = [...SIMULATED, "mkdir -p /lib/firmware; head -c 4096 /dev/zero > /lib/firmware/simulated"];
const flash = "devlink dev flash netdevsim/netdevsim1 file simulated >/dev/null";

/** The replies of requests have the type of the request. */
const asked = (object, name, before, value, layout = object.layout) =>
  message({
    name: `${object.name}-${name}`,
    before,
    types: [object.types.get],
    request: { type: object.types.get, layout, value: { ...handle, ...value } },
  });
const part = (name, type, before, flags, layout, value) =>
  message({ name, before, types: [type], request: { type, flags, layout, value: { ...handle, ...value } } });
const event = (name, type, before, run) =>
  message({ name, before, run, types: [type], groups: [devlinkGroups.config] });

const of = (object, name, before, value) => reply(object, name, before, { ...handle, ...value });
const reporter = { healthReporterName: "dummy" };

export const captures = [
  of(devlinkDevObject, "dev", SIMULATED, {}),
  of(devlinkPortObject, "physical", SIMULATED, { portIndex: 1 }),
  of(devlinkPortObject, "virtual-function", SWITCH, { portIndex: 128 }),
  notification(devlinkPortObject, "new", SIMULATED, `echo 5 > ${BUS}/devices/netdevsim1/new_port`, "new"),
  notification(devlinkPortObject, "gone", SIMULATED, `echo 1 > ${BUS}/devices/netdevsim1/del_port`, "delete"),
  asked(devlinkParamObject, "number", SIMULATED, { paramName: "max_macs" }, devlinkParamRequestMessage),
  asked(devlinkParamObject, "flag", SIMULATED, { paramName: "test1" }, devlinkParamRequestMessage),
  notification(
    devlinkParamObject,
    "changed",
    SIMULATED,
    "devlink dev param set netdevsim/netdevsim1 name test1 value false cmode driverinit",
    "new",
  ),
  asked(devlinkRegionObject, "snapshots", SNAPSHOT, { regionName: "dummy" }),
  notification(devlinkRegionObject, "snapshot-new", SIMULATED, SNAPSHOT.at(-1), "new"),
  part("region-chunks", DEVLINK_CMD_REGION_READ, SNAPSHOT, NLM_F_DUMP, devlinkRegionMessage, {
    regionName: "dummy",
    regionSnapshotId: 7,
    regionChunkAddr: 0n,
    regionChunkLen: 600n,
  }),
  asked(devlinkHealthObject, "healthy", SIMULATED, reporter, devlinkHealthRequestMessage),
  event(
    "health-error",
    DEVLINK_CMD_HEALTH_REPORTER_RECOVER,
    SIMULATED,
    `echo broken > ${DEBUG}/health/break_health`,
  ),
  part(
    "health-diagnose",
    DEVLINK_CMD_HEALTH_REPORTER_DIAGNOSE,
    SIMULATED,
    0,
    devlinkHealthRequestMessage,
    reporter,
  ),
  part(
    "health-dump",
    DEVLINK_CMD_HEALTH_REPORTER_DUMP_GET,
    SIMULATED,
    NLM_F_DUMP,
    devlinkHealthRequestMessage,
    reporter,
  ),
  of(devlinkTrapObject, "drop", SIMULATED, { trapName: "blackhole_route" }),
  of(devlinkTrapObject, "control", SIMULATED, { trapName: "igmp_query" }),
  of(devlinkTrapGroupObject, "policed", SIMULATED, { trapGroupName: "l3_drops" }),
  of(devlinkTrapPolicerObject, "two", SIMULATED, { trapPolicerId: 2 }),
  of(devlinkRateObject, "leaf", SWITCH, { portIndex: 128 }),
  of(
    devlinkRateObject,
    "node",
    [...SWITCH, "devlink port function rate add netdevsim/netdevsim1/shared tx_max 10mbit"],
    {
      rateNodeName: "shared",
    },
  ),
  asked(devlinkInfoObject, "driver", SIMULATED, {}),
  asked(devlinkEswitchObject, "switchdev", SWITCH, {}),
  part("resources", DEVLINK_CMD_RESOURCE_DUMP, SIMULATED, 0, devlinkResourcesMessage, {}),
  part("reload-done", DEVLINK_CMD_RELOAD, SIMULATED, 0, devlinkReloadMessage, {
    reloadAction: "driverReinit",
  }),
  event("flash-status", DEVLINK_CMD_FLASH_UPDATE_STATUS, FIRMWARE, flash),
  event("flash-end", DEVLINK_CMD_FLASH_UPDATE_END, FIRMWARE, flash),
];
