import { wifiElementsOf } from "@rxnetlink/generic/nl80211";
import { describe, expect, test } from "vitest";
import { eventText } from "#src/cli/families/generic/wifi/monitor.js";
import { networkText } from "#src/cli/families/generic/wifi/network-text.js";
import { LISTED } from "#src/cli/families/generic/wifi/rows.js";

const elements = (hex: string) => wifiElementsOf(Uint8Array.from(Buffer.from(hex.replace(/ /g, ""), "hex")));
const BSSID = "02:00:00:00:00:00";
const network = (bss: object) =>
  networkText({ bss: { bssid: BSSID, frequency: 2437, signalMbm: -4500, ...bss } });
const textOf = (name: string, row: object) => LISTED[name]!.text(row as never);

describe("a network in a line", () => {
  test.each([
    ["open", {}, "0004 686f6d65", '-45 dBm 02:00:00:00:00:00 ch 6 (2437) "home" open'],
    ["WEP", { capability: 0x11 }, "0004 686f6d65", '-45 dBm 02:00:00:00:00:00 ch 6 (2437) "home" WEP'],
    [
      "WPA2 and WPA3 of 802.11n, connected",
      { status: "associated" },
      "0004 686f6d65 3018 0100 000fac04 0100 000fac04 0200 000fac02 000fac08 0000 2d00",
      '-45 dBm 02:00:00:00:00:00 ch 6 (2437) "home" WPA2/WPA3 n associated',
    ],
    ["hidden", {}, "0002 0000", "-45 dBm 02:00:00:00:00:00 ch 6 (2437) (hidden) open"],
  ])("says that it is %s", (_, bss, hex, line) => {
    expect(network({ ...bss, informationElements: elements(hex) })).toBe(line);
  });
});

describe("lines", () => {
  test("of interfaces", () => {
    const row = {
      ifindex: 3,
      ifname: "wlan0",
      wiphy: 0,
      iftype: "station",
      mac: BSSID,
      ssid: "home",
      wiphyFreq: 5180,
    };
    expect(textOf("dev", { ...row, channelWidth: "80", wiphyTxPowerLevel: 2000 })).toBe(
      '3: wlan0 phy 0 station 02:00:00:00:00:00 "home" channel 36 (5180 MHz) width 80 20 dBm',
    );
    expect(textOf("dev", { wdev: 4n, wiphy: 0, iftype: "p2pDevice" })).toBe("wdev 4: phy 0 p2pDevice");
  });

  test("of phys", () => {
    const freqs = [{ freq: 2412 }, { freq: 2484, disabled: true }];
    const wiphyBands = { "2ghz": { freqs } };
    expect(
      textOf("phy", {
        wiphy: 0,
        wiphyName: "phy0",
        wiphyBands,
        supportedIftypes: { station: true, ap: true },
      }),
    ).toBe("0: phy0\n    2.4 GHz: 2 channels, 1 of them usable\n    types station ap");
  });

  test("of stations, channels and rules", () => {
    const staInfo = {
      signal: -30,
      rxBytes64: 70_547n,
      txBytes: 5,
      txBitrate: { bitrate: 540 },
      connectedTime: 7,
    };
    expect(textOf("station", { ifindex: 3, mac: BSSID, staInfo })).toBe(
      "02:00:00:00:00:00 link 3 -30 dBm rx 70.5 kB tx 5 B (54 Mbit/s)",
    );
    expect(textOf("survey", { ifindex: 3, surveyInfo: { frequency: 2412, noise: -92, inUse: true } })).toBe(
      "link 3 channel 1 (2412 MHz) in use noise -92 dBm",
    );
    const regRules = [
      {
        freqRangeStart: 2402000,
        freqRangeEnd: 2472000,
        freqRangeMaxBw: 40000,
        powerRuleMaxEirp: 2000,
        regRuleFlags: 0x180,
      },
    ];
    expect(textOf("reg", { regAlpha2: "00", dfsRegion: "unset", regRules })).toBe(
      "common: 00\n    2402 - 2472 MHz, width 40 20 dBm noIr",
    );
  });

  test("of events", () => {
    const event = (value: object) =>
      eventText({
        type: "new",
        object: "wifiEvent",
        value: value as never,
        sequence: 0,
        portId: 0,
        flags: 0,
      });
    expect(event({ event: "connect", wiphy: 0, ifindex: 3, mac: BSSID, statusCode: "success" })).toBe(
      "connect phy 0 link 3 02:00:00:00:00:00 status success",
    );
    expect(eventText({ type: "overrun" })).toBe("! events were lost: the receive buffer overflowed");
  });
});
