import { kernelReference } from "@rxnetlink/drift";
import { describe, expect, test } from "vitest";
import { ethtoolFamily } from "#src/ethtool/family.js";
import * as et from "#src/ethtool/index.js";
import { ethtoolMessages } from "../support/ethtool-messages.js";
import { familyDrift } from "../support/family-drift.js";
import { familyGates } from "../support/family-gates.js";

const ELEMENTS = "the number of all elements of a list";
const SEVERAL = "the kernel sends one attribute each";
const BY_NAME = "counters have the kernel's own names; the test below counts them";

familyGates({
  family: ethtoolFamily,
  open: et.ethtool,
  messages: ethtoolMessages,
  atLeast: 28,
  // Bits and counters are sent by name, in another order; a speed that is unknown is absent.
  oneWay: new RegExp(
    [
      "^(ours|peer|modes|modesOurs|modesPeer|msgmask|flags|hw|wanted|active|nochange|groups)\\b",
      "^(timestamping|txTypes|rxFilters|hwtstampFlags|udpPorts.\\[\\d+\\].types|grp.\\[\\d+\\].stat)\\b",
      "^speed 08 00 05 00 ff ff ff ff",
    ].join("|"),
  ),
});

describe("drift", () => {
  familyDrift({
    folder: "ethtool",
    headers: ["ethtool_netlink"],
    specs: ["ethtool"],
    commands: ["ETHTOOL_MSG_"],
    choices: {
      "linkstate.extSubstate": {
        by: "extState",
        formats: {
          autoneg: "u8",
          linkTrainingFailure: "u8",
          linkLogicalMismatch: "u8",
          badSignalIntegrity: "u8",
          cableIssue: "u8",
          module: "u8",
        },
        because: "linkstate_fill_reply",
      },
      "pse.c33PseExtSubstate": {
        by: "c33PseExtState",
        formats: {
          errorCondition: "u32",
          mrMpsValid: "u32",
          mrPseEnable: "u32",
          optionDetectTed: "u32",
          optionVportLim: "u32",
          ovldDetected: "u32",
          powerNotAvailable: "u32",
          shortDetected: "u32",
        },
        because: "pse_fill_reply",
      },
    },
    exceptions: {
      plca: "its messages are ETHTOOL_MSG_PLCA_GET_CFG and ETHTOOL_MSG_PLCA_NTF",
      rssContext: "its messages are ETHTOOL_MSG_RSS_CREATE_ACT and ETHTOOL_MSG_RSS_DELETE_ACT",
      RXH_DISCARD: "the highest bit, which the reference reads as a sign",
      ETH_RSS_HASH_: "in the kernel's own headers only",
      ETHTOOL_A_HEADER: "ETHTOOL_A_PSE_HEADER, whose siblings are not named after the set",
      ETHTOOL_A_CABLE_AMPLITUDE_M_V: "ETHTOOL_A_CABLE_AMPLITUDE_mV",
      ETHTOOL_A_CABLE_PULSE_M_V: "ETHTOOL_A_CABLE_PULSE_mV",
      "stringset.strings": "the kernel sends one list of all",
      "cable-nest.result": SEVERAL,
      "cable-nest.faultLength": SEVERAL,
      "cable-test-tdr-ntf.nest": "ethnl_cable_test_amplitude() and the like fill it",
      "stats.grp": SEVERAL,
      "stats-grp.stat": "a nest, with a counter of the number of the attribute",
      "stats-grp.histRx": SEVERAL,
      "stats-grp.histTx": SEVERAL,
    },
    omissions: {
      ETHTOOL_A_STRINGS_STRING: ELEMENTS,
      ETHTOOL_A_STRINGSETS_STRINGSET: ELEMENTS,
      ETHTOOL_A_PROFILE_IRQ_MODERATION: ELEMENTS,
      ETHTOOL_A_TUNNEL_UDP_TABLE: ELEMENTS,
      ETHTOOL_A_CABLE_AMPLITUDE_mV: "declared as mV",
      ETHTOOL_A_CABLE_PULSE_mV: "declared as mV",
      ETHTOOL_A_PSE_HEADER: "declared as header",
      ETHTOOL_A_STATS_ETH_PHY_: BY_NAME,
      ETHTOOL_A_STATS_ETH_MAC_: BY_NAME,
      ETHTOOL_A_STATS_ETH_CTRL_: BY_NAME,
      ETHTOOL_A_STATS_RMON_: BY_NAME,
      ETHTOOL_A_STATS_PHY_: BY_NAME,
      ETHTOOL_FLAG_ALL: "all flags of the first kernel",
      ETHTOOL_GENL_NAME: "a text, which the reference has no value of",
      ETHTOOL_GENL_VERSION: "the version of the family",
      ETHTOOL_MCGRP_MONITOR_NAME: "a text, which the reference has no value of",
      ETHTOOL_MSG_USER_NONE: "no message",
      ETHTOOL_MSG_KERNEL_NONE: "no message",
    },
  });

  const reference = kernelReference(import.meta.url, JSON.parse, []);
  const constants = (header: string, pattern: RegExp) => {
    const numbers = typeof reference === "string" ? [] : (reference.headers.get(header) ?? []);
    return numbers.flatMap(([name, value]) => {
      const [, word] = pattern.exec(name) ?? [];
      return word === undefined || word.endsWith("MAX") ? [] : [[value, word] as const];
    });
  };

  test.skipIf(typeof reference === "string")("link modes have the numbers of the kernel", () => {
    const known = constants("ethtool.h", /^ETHTOOL_LINK_MODE_(\w+)_BIT$/);
    const names = known.map(([, word]) => word.replace(/_(Half|Full)$/, "/$1").replace(/^FEC_NONE$/, "None"));
    expect(names.map((name) => name.replace(/^FEC_/, ""))).toEqual(et.LINK_MODES);
    expect(known.map(([number]) => number)).toEqual(et.LINK_MODES.map((_, number) => number));
  });

  test.skipIf(typeof reference === "string").each([
    ["ETH_PHY", et.ETH_PHY_STATS],
    ["ETH_MAC", et.ETH_MAC_STATS],
    ["ETH_CTRL", et.ETH_CTRL_STATS],
    ["RMON", et.RMON_STATS],
    ["PHY", et.PHY_STATS],
  ])("counters of %s are as many as the kernel's", (group, names) => {
    const known = constants("ethtool_netlink.h", new RegExp(`^ETHTOOL_A_STATS_${group}_(\\w+)$`));
    expect(names).toHaveLength(known.length);
  });
});
