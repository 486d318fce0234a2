import { Writer } from "@rxnetlink/core/schema";
import { describe, expect, test } from "vitest";
import { wifiElementsOf } from "#src/nl80211/elements/decode.js";
import { wifiSsid } from "#src/nl80211/elements/ssid.js";
import { wifiElements } from "#src/nl80211/elements/type.js";

const hex = (text: string) =>
  Uint8Array.from(text.replace(/\s/g, "").match(/../g) ?? [], (it) => Number(`0x${it}`));
const read = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

describe("elements", () => {
  test("of a network of WPA3", () => {
    const { elements, bytes, ...decoded } = wifiElementsOf(
      hex(`0004 686f6d65  0108 82848b960c121824  030106  0504 00020000
        0706 44454920 0d14  2a0104  32040430 4860  0b05 0300 7d 0000
        3014 0100 000fac04 0100 000fac04 0100 000fac08 cc00
        3d16 06050000 00000000000000000000000000000000 0000
        dd07 0050f202000100  ff02 2301  00`),
    );
    expect(elements!.map(({ id, extension }) => extension ?? id)).toEqual([
      0, 1, 3, 5, 7, 42, 50, 11, 48, 61, 221, 35,
    ]);
    expect(decoded).toEqual({
      ssid: "home",
      rates: [
        ...[10, 20, 55, 110].map((rate) => ({ rate, basic: true })),
        ...[60, 90, 120, 180, 20, 240, 360, 480].map((rate) => ({ rate, basic: false })),
      ],
      channel: 6,
      tim: { count: 0, period: 2 },
      country: { code: "DE", environment: "I", channels: [{ first: 32, count: 13, maxPower: 20 }] },
      erp: 4,
      load: { stations: 3, utilization: 125, capacity: 0 },
      rsn: {
        version: 1,
        group: "ccmp",
        pairwise: ["ccmp"],
        akm: ["sae"],
        capabilities: 0xcc,
        mfp: "required",
      },
      htOperation: { primaryChannel: 6, secondaryChannel: "above" },
      vendor: [{ oui: "00:50:f2", type: 2, bytes: hex("000100") }],
      wmm: true,
      heCapability: hex("01"),
    });
  });

  test("of WPA have the names of the standard", () => {
    const { wpa } = wifiElementsOf(hex("dd16 0050f201 0100 0050f202 0100 0050f202 0100 0050f202"));
    expect(wpa).toEqual({ version: 1, group: "tkip", pairwise: ["tkip"], akm: ["psk"] });
  });

  test("keep numbers that are not known", () => {
    const { rsn } = wifiElementsOf(hex("3008 0100 00112233 0100"));
    expect(rsn).toEqual({ version: 1, group: 0x00112233, pairwise: [] });
  });

  test.each([
    ["the header is cut off", "0004686f6d65 01"],
    ["the data is cut off", "0004686f6d65 0109 82"],
    ["a field is missing", "0004686f6d65 0b02 0300"],
    ["nothing is in it", "0004686f6d65 3000 0500 0700 dd00 ff00"],
  ])("are read as far as possible where %s", (_, text) => {
    const { bytes, elements, ...decoded } = wifiElementsOf(hex(text));
    expect(decoded).toEqual({ ssid: "home" });
    expect(bytes).toEqual(hex(text));
  });

  test.each([
    ["40", "c005 00 00 00 0000"],
    ["80", "c005 01 2a 00 0000"],
    ["160", "c005 01 2a 32 0000"],
    ["80p80", "c005 01 2a 9b 0000"],
    ["160", "c005 02 32 00 0000"],
  ])("tell a width of %s", (width, text) => {
    expect(wifiElementsOf(hex(text)).vhtOperation?.width).toBe(width);
  });

  test("are matched by what was decoded, and written as their bytes", () => {
    const bytes = hex("0004686f6d65 030106");
    const value = wifiElements.read(read(bytes), 0, bytes.length);
    expect(wifiElements.matcher!({ ssid: "home" })(value)).toBe(true);
    expect(wifiElements.matcher!({ ssid: "home", channel: 1 })(value)).toBe(false);
    const out = new Writer();
    wifiElements.write(out, value);
    expect(out.take()).toEqual(bytes);
    expect(() => wifiElements.write(out, "home" as never)).toThrow(
      "are no elements (give them as { bytes })",
    );
  });
});

describe("an SSID", () => {
  test.each([
    ["café", "636166c3a9"],
    ["a\\b", "615c62"],
    ["\\x00\\x00", "0000"],
    ["\\xff", "ff"],
    ["\\x5cx41", "5c783431"],
    ["", ""],
    [" x ", "207820"],
  ])("%j is text there and back", (text, bytes) => {
    expect(wifiSsid.read(read(hex(bytes)), 0, hex(bytes).length)).toBe(text);
    const out = new Writer();
    wifiSsid.write(out, text);
    expect(Buffer.from(out.take()).toString("hex")).toBe(bytes);
  });

  test("need not be escaped to be written", () => {
    const out = new Writer();
    wifiSsid.write(out, "caf\\xc3\\xa9");
    expect(Buffer.from(out.take()).toString("hex")).toBe("636166c3a9");
  });
});
