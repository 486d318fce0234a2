import { describe } from "vitest";
import { batadv } from "#src/batadv/batadv.js";
import { batadvFamily } from "#src/batadv/family.js";
import { batadvHardifObject, batadvMeshObject, batadvVlanObject } from "#src/batadv/settings.js";
import {
  batadvAlgorithmObject,
  batadvArpObject,
  batadvBackboneObject,
  batadvClaimObject,
  batadvGatewayObject,
  batadvGlobalClientObject,
  batadvLocalClientObject,
  batadvMcastObject,
  batadvNeighborObject,
  batadvOriginatorObject,
} from "#src/batadv/tables.js";
import { batadvMeasurementSet } from "#src/batadv/throughput.js";
import { familyDrift } from "../support/family-drift.js";
import { familyGates } from "../support/family-gates.js";

familyGates({
  family: batadvFamily,
  open: batadv,
  messages: [
    batadvMeshObject,
    batadvHardifObject,
    batadvVlanObject,
    batadvAlgorithmObject,
    batadvArpObject,
    batadvBackboneObject,
    batadvClaimObject,
    batadvGatewayObject,
    batadvGlobalClientObject,
    batadvLocalClientObject,
    batadvMcastObject,
    batadvNeighborObject,
    batadvOriginatorObject,
    batadvMeasurementSet,
  ],
  atLeast: 8,
  // Requests have it in 16 bits, replies in 32.
  oneWay: /^vlanid /,
});

describe("drift", () => {
  familyDrift({
    folder: "batadv",
    headers: ["batman_adv.h"],
    commands: ["BATADV_CMD_"],
    exceptions: {},
    omissions: {
      BATADV_CMD_GET_HARDIFS: "the former name of BATADV_CMD_GET_HARDIF",
      BATADV_CMD_GET_MESH_INFO: "the former name of BATADV_CMD_GET_MESH",
      BATADV_NL_: "the family's name and its groups stand in its module",
      IFLA_BATADV_: "of rtnetlink",
      NUM_BATADV_ATTR: "a limit",
    },
  });
});
