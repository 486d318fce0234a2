import { describe, expect, test } from "vitest";
import type { BridgeVlan, BridgeVlanEntry } from "#src/bridge/vlan/layout.js";
import { bridgeVlanStateRules } from "#src/bridge/vlan/state.js";

const vlans = (...entry: BridgeVlanEntry[]): BridgeVlan => ({ family: "bridge", ifindex: 3, entry });
const PVID = 2;
const known = { same: undefined, others: 0, rows: new Map() };
const notification = { type: "new", object: "bridgeVlan", sequence: 0, portId: 0, flags: 0 } as const;

describe("state of bridge VLANs", () => {
  test("has each VLAN of a range, with tunnel ids that count up", () => {
    const range = { info: { flags: 0, vid: 10 }, range: 12, tunnelInfo: { id: 1010 } };
    const parts = bridgeVlanStateRules.split!(
      vlans(range, { info: { flags: PVID, vid: 20 }, state: "blocking" }),
    );
    expect(parts).toEqual([
      vlans({ info: { flags: 0, vid: 10 }, tunnelInfo: { id: 1010 } }),
      vlans({ info: { flags: 0, vid: 11 }, tunnelInfo: { id: 1011 } }),
      vlans({ info: { flags: 0, vid: 12 }, tunnelInfo: { id: 1012 } }),
      vlans({ info: { flags: PVID, vid: 20 }, state: "blocking" }),
    ]);
    expect(parts.map(bridgeVlanStateRules.identityOf)).toEqual(["3 10", "3 11", "3 12", "3 20"]);
  });

  test("has at most all VLAN ids, whatever ranges are reported", () => {
    const entries = (...ranges: [number, number][]) =>
      bridgeVlanStateRules.split!(
        vlans(...ranges.map(([vid, range]) => ({ info: { flags: 0, vid }, range }))),
      ).map(({ entry }) => entry?.[0]?.info?.vid);
    expect(entries([0, 65535])).toHaveLength(4095);
    expect(entries([20, 10])).toEqual([20]);
    expect(entries([5000, 60000])).toEqual([5000]);
    expect(entries([4093, 65535])).toEqual([4093, 4094]);
    expect(entries(...Array.from({ length: 1000 }, (): [number, number] => [1, 4094]))).toHaveLength(4094);
  });

  test("leaves out the bridge-wide options", () => {
    expect(bridgeVlanStateRules.split!({ family: "bridge", ifindex: 3, globalOptions: [{ id: 1 }] })).toEqual(
      [],
    );
  });

  test("is listed again when another VLAN becomes the PVID", () => {
    const opens = (flags: number) =>
      bridgeVlanStateRules.needsRelist!(
        { ...notification, value: vlans({ info: { flags, vid: 1 } }) },
        known,
      );
    expect([opens(0), opens(PVID)]).toEqual([false, true]);
  });
});
