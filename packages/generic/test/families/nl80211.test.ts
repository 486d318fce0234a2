import { describe } from "vitest";
import { nl80211Family } from "#src/nl80211/family.js";
import { nl80211 } from "#src/nl80211/nl80211.js";
import { familyDrift } from "../support/family-drift.js";
import { familyGates } from "../support/family-gates.js";
import { exceptions } from "../support/wifi/exceptions.js";
import { wifiMessages } from "../support/wifi/messages.js";
import { omissions } from "../support/wifi/omissions.js";

familyGates({
  family: nl80211Family,
  open: nl80211,
  messages: [wifiMessages],
  atLeast: 12,
});

/** Data sheets of one notion each, which together are the attributes of all commands. */
const SHEETS = [
  "identity",
  "interface",
  "channel",
  "phy-capability",
  "phy-setting",
  "station",
  "survey",
  "reg",
  "scan",
  "security",
  "connect",
  "key",
  "mesh",
  "beacon",
  "ap",
  "rate-setting",
  "wake",
  "frame",
  "event",
  "nan",
  "iftype-capa",
].map((name) => `wifi-${name}-attrs`);

describe("drift", () => {
  familyDrift({
    folder: "nl80211",
    headers: ["nl80211.h"],
    specs: ["nl80211"],
    commands: ["NL80211_CMD_"],
    subsets: [...SHEETS, "mlo-link-attrs"],
    exceptions,
    omissions,
  });
});
