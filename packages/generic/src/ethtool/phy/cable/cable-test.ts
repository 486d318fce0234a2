import { nest } from "@rxnetlink/core/schema";
import { ETHTOOL_MSG_CABLE_TEST_NTF, ETHTOOL_MSG_CABLE_TEST_TDR_NTF } from "../../commands/replies.js";
import { ETHTOOL_MSG_CABLE_TEST_ACT, ETHTOOL_MSG_CABLE_TEST_TDR_ACT } from "../../commands/requests.js";
import type { OfLink } from "../../common/header.js";
import type { Activity } from "../../common/progress.js";
import {
  type CableTdrConfig,
  type CableTest,
  type CableTestTdr,
  cableTestMessage,
  cableTestNtfMessage,
  cableTestTdrMessage,
  cableTestTdrNtfMessage,
} from "./layout.js";

const namedBy = ["devIndex"];

/** Returns how a cable is tested. */
export const cableTesting = (): Activity<OfLink, CableTest> => ({
  request: {
    type: ETHTOOL_MSG_CABLE_TEST_ACT,
    layout: nest<OfLink>(cableTestMessage),
    value: {},
    label: { object: "cable", verb: "test", namedBy },
  },
  reports: {
    name: "cableTest",
    layout: nest<CableTest>(cableTestNtfMessage),
    types: { new: ETHTOOL_MSG_CABLE_TEST_NTF },
    groups: [],
  },
  isLast: ({ status }) => status === "completed",
});

/** Start of a test with raw data. */
interface TdrRequest extends OfLink {
  cfg?: CableTdrConfig;
}

/** Returns how a cable is tested with raw data. */
export const cableTdrTesting = (cfg?: CableTdrConfig): Activity<TdrRequest, CableTestTdr> => ({
  request: {
    type: ETHTOOL_MSG_CABLE_TEST_TDR_ACT,
    layout: nest<TdrRequest>(cableTestTdrMessage),
    value: cfg === undefined ? {} : { cfg },
    label: { object: "cable", verb: "test", namedBy },
  },
  reports: {
    name: "cableTestTdr",
    layout: nest<CableTestTdr>(cableTestTdrNtfMessage),
    types: { new: ETHTOOL_MSG_CABLE_TEST_TDR_NTF },
    groups: [],
  },
  isLast: ({ status }) => status === "completed",
});
