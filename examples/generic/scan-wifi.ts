// Lists the networks around, strongest first. Needs CAP_NET_ADMIN to scan.
//
//   # node dist/generic/scan-wifi.js wlan0
//    -48 dBm  channel 36  guests              open
//    -61 dBm  channel 6   home                WPA3  connected

import { nl80211, type WifiBss, wifiCapability, wifiChannelNumber } from "rxnetlink/nl80211";
import { all } from "rxnetlink/promises";

const [ifindex = "wlan0"] = process.argv.slice(2);
const wifi = nl80211();

/** Returns how people call the security of a network. */
function securityOf({ capability = 0, informationElements }: WifiBss): string {
  const { rsn, wpa } = informationElements ?? {};
  if (rsn?.akm?.includes("sae")) return "WPA3";
  if (rsn !== undefined) return "WPA2";
  if (wpa !== undefined) return "WPA";
  return wifiCapability.has(capability, "privacy") ? "WEP" : "open";
}

function lineOf(bss: WifiBss): string {
  const { signalMbm = 0, frequency = 0, informationElements, status } = bss;
  const strength = `${(signalMbm / 100).toFixed(0)} dBm`.padStart(8);
  const channel = `channel ${wifiChannelNumber(frequency) ?? frequency}`.padEnd(12);
  const name = (informationElements?.ssid || "(hidden)").padEnd(20);
  return `${strength}  ${channel}${name}${securityOf(bss)}${status === "associated" ? "  connected" : ""}`;
}

try {
  const found = (await all(wifi.scan$({ ifindex }))).map(({ bss = {} }) => bss);
  for (const bss of found.sort((a, b) => (b.signalMbm ?? 0) - (a.signalMbm ?? 0))) console.log(lineOf(bss));
} catch (error) {
  // Such as EBUSY: another scan is running.
  console.error((error as Error).message);
  process.exitCode = 1;
}
