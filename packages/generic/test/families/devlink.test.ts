import { describe } from "vitest";
import * as door from "#src/devlink/index.js";
import { familyDrift } from "../support/family-drift.js";
import { familyGates } from "../support/family-gates.js";

const KERNEL = "no kernel sends or accepts it";
const ALIAS = "another name of a constant that is declared";
const BITS = "the number of a bit, of which the mask is declared";
const ELEMENT = "the number of the elements of a list, which is declared with the list";
const INTERNAL = "the kernel's headers for drivers have it";
const LIMIT = "a limit, which the kernel checks";
const LIST = "a nest of one repeated attribute is a list";
const NAME = "a name, which is text";
const NAMED = "a bitfield whose bits have names";
const PARTIAL = "the spec lacks it";
const PORT_PARAM = "no driver has had parameters of ports since 6.6, and the kernel refuses them";

const SCALARS = {
  u8: "u8",
  u16: "u16",
  u32: "u32",
  u64: "u64",
  string: "string",
  nulString: "string",
  binary: "binary",
  u64Array: "u64",
};

familyGates({
  family: door.devlinkFamily,
  open: door.devlink,
  messages: [
    door.devlinkDevObject,
    door.devlinkPortObject,
    door.devlinkParamObject,
    door.devlinkRegionObject,
    { types: { get: door.DEVLINK_CMD_REGION_READ }, layout: door.devlinkRegionMessage },
    door.devlinkHealthObject,
    { types: { get: door.DEVLINK_CMD_HEALTH_REPORTER_RECOVER }, layout: door.devlinkHealthMessage },
    { types: { get: door.DEVLINK_CMD_HEALTH_REPORTER_DIAGNOSE }, layout: door.devlinkFmsgMessage },
    { types: { get: door.DEVLINK_CMD_HEALTH_REPORTER_DUMP_GET }, layout: door.devlinkFmsgMessage },
    door.devlinkTrapObject,
    door.devlinkTrapGroupObject,
    door.devlinkTrapPolicerObject,
    door.devlinkRateObject,
    door.devlinkLinecardObject,
    door.devlinkInfoObject,
    door.devlinkEswitchObject,
    door.devlinkSelftestObject,
    { types: { get: door.DEVLINK_CMD_SELFTESTS_RUN }, layout: door.devlinkSelftestResultsMessage },
    door.devlinkSbObject,
    door.devlinkSbPoolObject,
    door.devlinkSbPortPoolObject,
    door.devlinkSbTcPoolBindObject,
    { types: { get: door.DEVLINK_CMD_RESOURCE_DUMP }, layout: door.devlinkResourcesMessage },
    { types: { get: door.DEVLINK_CMD_RELOAD }, layout: door.devlinkReloadMessage },
    {
      types: { new: door.DEVLINK_CMD_FLASH_UPDATE_STATUS, delete: door.DEVLINK_CMD_FLASH_UPDATE_END },
      layout: door.devlinkFlashMessage,
    },
    { types: { get: door.DEVLINK_CMD_DPIPE_TABLE_GET }, layout: door.devlinkDpipeMessage },
    { types: { get: door.DEVLINK_CMD_DPIPE_ENTRIES_GET }, layout: door.devlinkDpipeMessage },
    { types: { get: door.DEVLINK_CMD_DPIPE_HEADERS_GET }, layout: door.devlinkDpipeMessage },
  ],
  atLeast: 20,
});

describe("drift", () => {
  familyDrift({
    folder: "devlink",
    headers: ["devlink.h"],
    specs: ["devlink"],
    commands: ["DEVLINK_CMD_"],
    subsets: ["devlink", "dl-param-value"],
    choices: {
      "dl-fmsg.fmsgObjValueData": {
        by: "fmsgObjValueType",
        formats: { ...SCALARS, flag: "u8" },
        because: "devlink_fmsg_item_fill_data",
      },
    },
    exceptions: {
      "devlink.nestedDevlink": PARTIAL,
      "devlink.paramValueData": PARTIAL,
      "dl-attr-stats.pad": PARTIAL,
      "dl-fmsg.fmsgObjValueData": PARTIAL,
      "dl-fmsg.fmsgObjValueType": PARTIAL,
      "dl-param.paramValuesList": PARTIAL,
      "dl-port-function.devlink": PARTIAL,
      "dl-port-function.maxIoEqs": PARTIAL,
      "dl-resource.resourceList": PARTIAL,
      "devlink.netnsId": "as a reply it is -1 where there is no id",
      "devlink.flashUpdateOverwriteMask": NAMED,
      "dl-port-function.caps": NAMED,
      bitfield32: "the kernel calls it nla_bitfield32",
      "devlink.dpipeEntries": LIST,
      "devlink.dpipeHeaders": LIST,
      "devlink.dpipeTables": LIST,
      "devlink.fmsg": "its order matters",
      "devlink.linecardSupportedTypes": LIST,
      "devlink.regionChunks": LIST,
      "devlink.regionSnapshots": LIST,
      "devlink.resourceList": LIST,
      "devlink.selftests": "results are a list",
      "dl-dpipe-action-value.dpipeAction": "there is only one",
      "dl-dpipe-entry.dpipeEntryActionValues": LIST,
      "dl-dpipe-entry.dpipeEntryMatchValues": LIST,
      "dl-dpipe-header.dpipeHeaderFields": LIST,
      "dl-dpipe-match-value.dpipeMatch": "there is only one",
      "dl-dpipe-table.dpipeTableActions": LIST,
      "dl-dpipe-table.dpipeTableMatches": LIST,
      DEVLINK_HEALTH_REPORTER_STATE_: INTERNAL,
      DEVLINK_PORT_FN_ATTR_HW_ADDR: "the kernel calls it DEVLINK_PORT_FUNCTION_ATTR_HW_ADDR",
      flash: "its notifications are those of one request",
    },
    omissions: {
      DEVLINK_CMD_ESWITCH_MODE_: ALIAS,
      DEVLINK_CMD_REGION_SET: KERNEL,
      DEVLINK_CMD_SB_DEL: KERNEL,
      DEVLINK_CMD_SB_POOL_DEL: KERNEL,
      DEVLINK_CMD_SB_PORT_POOL_DEL: KERNEL,
      DEVLINK_CMD_SB_SET: KERNEL,
      DEVLINK_CMD_SB_TC_POOL_BIND_DEL: KERNEL,
      DEVLINK_CMD_SET: KERNEL,
      DEVLINK_CMD_PORT_PARAM_: PORT_PARAM,
      DEVLINK_ATTR_DPIPE_ACTION_VALUE: ELEMENT,
      DEVLINK_ATTR_DPIPE_ENTRY: ELEMENT,
      DEVLINK_ATTR_DPIPE_FIELD: ELEMENT,
      DEVLINK_ATTR_DPIPE_HEADER: ELEMENT,
      DEVLINK_ATTR_DPIPE_MATCH_VALUE: ELEMENT,
      DEVLINK_ATTR_DPIPE_TABLE: ELEMENT,
      DEVLINK_ATTR_PARAM_VALUE: ELEMENT,
      DEVLINK_ATTR_REGION_CHUNK: ELEMENT,
      DEVLINK_ATTR_REGION_SNAPSHOT: ELEMENT,
      DEVLINK_ATTR_RESOURCE: ELEMENT,
      DEVLINK_ATTR_SELFTEST_RESULT: ELEMENT,
      DEVLINK_FLASH_OVERWRITE_MAX_BIT: LIMIT,
      DEVLINK_GENL_: NAME,
      DEVLINK_INDEX_BUS_NAME: NAME,
      DEVLINK_PORT_FN_ATTR_CAP_: BITS,
      DEVLINK_PORT_FUNCTION_ATTR_HW_ADDR: "declared beside the others, as DEVLINK_PORT_FN_ATTR_HW_ADDR",
      DEVLINK_RELOAD_LIMITS_VALID_MASK: LIMIT,
      DEVLINK_SUPPORTED_FLASH_OVERWRITE_SECTIONS: LIMIT,
    },
  });
});
