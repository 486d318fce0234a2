//  Needs simulated radios: modprobe mac80211_hwsim radios=0
import { genlType } from "../../../dist/index.js";
import { nl80211Family, nl80211Groups, wifiCommand, wifiMessage } from "../../../dist/nl80211/index.js";
import { wifiMessages } from "../../../dist-test/test/support/wifi/messages.js";
import { capturesIn } from "../family-captures.mjs";

const { message } = capturesIn({ family: nl80211Family, messages: [wifiMessages] });
const { values } = wifiCommand;
const DUMP = 0x300;

const radios = "python3 packages/generic/test/support/wifi/new-radios.py first second; ip link set wlan1 up";
const conf = [
  ["interface", "wlan0"],
  ["ssid", "open café"],
  ["hw_mode", "g"],
  ["channel", 6],
  ["ieee80211n", 1],
  ["bss", "wlan0b"],
  ["ssid", "secret"],
  ["wpa", 2],
  ["wpa_key_mgmt", "WPA-PSK SAE"],
  ["rsn_pairwise", "CCMP"],
  ["wpa_passphrase", "not a secret"],
  ["ieee80211w", 1],
].map(([key, value]) => `${key}=${value}`);
const accessPoint = [
  radios,
  `printf '%s\\n' ${conf.map((line) => `'${line}'`).join(" ")} > /tmp/golden-hostapd.conf`,
  "timeout 120 hostapd /tmp/golden-hostapd.conf > /dev/null 2>&1 & until iw dev wlan0 info | grep -q ssid; do sleep 0.1; done",
];
const connect = "iw dev wlan1 connect -w 'open café'";
const connected = [...accessPoint, connect];

/** The first message of a dump that `pick` accepts. */
const row = (name, before, asked, reply, value, pick = () => true) =>
  message({
    name,
    before,
    types: [genlType(values[reply])],
    request: { type: genlType(values[asked]), flags: DUMP, layout: wifiMessage, value },
    pick,
  });
const ofPhy = (name, pick) =>
  row(`phy-${name}`, [radios], "getWiphy", "newWiphy", { splitWiphyDump: true }, pick);
/** Links have numbers of their own in each namespace: the loopback, then those of radios. */
const [FIRST, SECOND] = [2, 3];

/** An event that a command causes. */
const event = (name, before, group, run, pick = () => true) =>
  message({
    name: `event-${name}`,
    before,
    groups: [nl80211Groups[group]],
    run,
    types: [genlType(values[name])],
    pick,
  });

export const captures = [
  ofPhy("limits", ({ maxNumScanSsids }) => maxNumScanSsids !== undefined),
  ofPhy("band", ({ wiphyBands }) => wiphyBands?.["2ghz"]?.rates !== undefined),
  ofPhy("channel", ({ wiphyBands }) => wiphyBands?.["5ghz"]?.freqs?.length > 0),
  ofPhy("commands", ({ supportedCommands }) => supportedCommands !== undefined),
  ofPhy("frames", ({ txFrameTypes }) => txFrameTypes !== undefined),
  ofPhy("combinations", ({ interfaceCombinations }) => interfaceCombinations !== undefined),
  ofPhy("features", ({ extFeatures }) => extFeatures !== undefined),
  row("interface-ap", accessPoint, "getInterface", "newInterface", {}, ({ ssid }) => ssid === "open café"),
  row("station", connected, "getStation", "newStation", { ifindex: FIRST }),
  row(
    "survey",
    connected,
    "getSurvey",
    "newSurveyResults",
    { ifindex: SECOND },
    ({ surveyInfo }) => surveyInfo.inUse,
  ),
  row("network-open", connected, "getScan", "newScanResults", { ifindex: SECOND }, ({ bss }) => bss.status),
  row(
    "network-secret",
    [...accessPoint, "iw dev wlan1 scan > /dev/null"],
    "getScan",
    "newScanResults",
    { ifindex: SECOND },
    ({ bss }) => bss.informationElements.rsn !== undefined,
  ),
  row("regulatory", [radios], "getReg", "getReg", {}),
  event("triggerScan", [radios], "scan", "iw dev wlan1 scan > /dev/null"),
  event("newScanResults", [radios], "scan", "iw dev wlan1 scan > /dev/null"),
  event("newStation", accessPoint, "mlme", connect),
  event("associate", accessPoint, "mlme", connect),
  event("connect", accessPoint, "mlme", connect),
  event("disconnect", connected, "mlme", "iw dev wlan1 disconnect"),
  event("delInterface", [radios], "config", "iw dev wlan1 del"),
];
