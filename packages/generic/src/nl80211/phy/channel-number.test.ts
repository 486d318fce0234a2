import { expect, test } from "vitest";
import { wifiChannelNumber } from "#src/nl80211/phy/channel-number.js";
import { wifiExtFeatureNames } from "#src/nl80211/phy/ext-features.js";
import { wifiBitrate } from "#src/nl80211/station/bitrate.js";

test.each([
  [2412, 1],
  [2437, 6],
  [2484, 14],
  [4920, 184],
  [5180, 36],
  [5885, 177],
  [5935, 2],
  [5955, 1],
  [7115, 233],
  [58320, 1],
  [2413, undefined],
  [868, undefined],
])("%i MHz are channel %s", (frequency, number) => {
  expect(wifiChannelNumber(frequency)).toBe(number);
});

test("further features are bits", () => {
  expect(wifiExtFeatureNames(Uint8Array.of(0x03, 0x01))).toEqual(["vhtIbss", "rrm", "beaconRateVht"]);
  expect(wifiExtFeatureNames()).toEqual([]);
});

test("bitrates are in bit/s, however large", () => {
  expect(wifiBitrate({ bitrate: 540 })).toBe(54_000_000);
  expect(wifiBitrate({ bitrate: 65_535, bitrate32: 96_080 })).toBe(9_608_000_000);
  expect(wifiBitrate(undefined)).toBeUndefined();
});
