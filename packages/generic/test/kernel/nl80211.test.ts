import { randomUUID } from "node:crypto";
import { toJson } from "@rxnetlink/core";
import { firstValueFrom, lastValueFrom, type Observable, toArray } from "rxjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { wifiCommand } from "#src/nl80211/message/command.js";
import type { Nl80211 } from "#src/nl80211/nl80211.js";
import type { WifiBand } from "#src/nl80211/phy/band.js";
import { wifiExtFeatureNames } from "#src/nl80211/phy/ext-features.js";
import { describeWith } from "../support/kernel.js";
import { type Air, openAir } from "../support/wifi/air.js";
import { iwInterfaces, iwPhys, iwRegulatories, iwSurveys } from "../support/wifi/iw.js";
import { wifiNeeds } from "../support/wifi/radios.js";

const all = <T>(rows$: Observable<T>) => lastValueFrom(rows$.pipe(toArray()));
const errorOf = (stream$: Observable<unknown>) =>
  lastValueFrom(stream$).then(
    () => undefined,
    (error: unknown) => error,
  );

/** Our names of types of interfaces in the words of iw. */
const IW_TYPES: Readonly<Record<string, string>> = {
  adhoc: "IBSS",
  station: "managed",
  ap: "AP",
  apVlan: "AP/VLAN",
  meshPoint: "mesh point",
  p2pClient: "P2P-client",
  p2pGo: "P2P-GO",
  p2pDevice: "P2P-device",
  ocb: "outside context of a BSS",
};
const inIw = (iftype: string) => IW_TYPES[iftype] ?? iftype;

describeWith(wifiNeeds, "wireless links", () => {
  let air: Air;
  let wifi: Nl80211;
  beforeAll(async () => {
    air = await openAir();
    wifi = air.family;
  });
  afterAll(() => air?.close());

  describe("phys", () => {
    test("are those of iw", async () => {
      const shown = iwPhys(air.run("iw phy"));
      const ours = (await all(wifi.phy.list$())).map((phy) => ({
        wiphyName: phy.wiphyName,
        wiphy: phy.wiphy,
        maxNumScanSsids: phy.maxNumScanSsids,
        maxScanIeLen: phy.maxScanIeLen,
        wiphyRetryShort: phy.wiphyRetryShort,
        iftypes: Object.keys(phy.supportedIftypes ?? {})
          .map(inIw)
          .sort(),
        // This iw does not know the band below 1 GHz.
        frequencies: Object.values({ ...phy.wiphyBands, s1ghz: {} })
          .flatMap(({ freqs = [] }: WifiBand) => freqs)
          .map(({ freq, disabled = false }) => ({ freq, disabled })),
        commands: phy.supportedCommands,
      }));
      const byNumber = (a: { wiphy?: number | undefined }, b: { wiphy?: number | undefined }) =>
        a.wiphy! - b.wiphy!;
      expect(ours.sort(byNumber).map(({ commands: _, ...rest }) => rest)).toEqual(
        shown.sort(byNumber).map(({ commands: _, ...rest }) => rest),
      );
      const snake = (name: string | number) => String(name).replace(/[A-Z]/g, (it) => `_${it.toLowerCase()}`);
      for (const [index, { commands = [] }] of ours.entries())
        expect(commands.map(snake)).toEqual(expect.arrayContaining(shown[index]!.commands));
    });

    test("hold what is spread over messages", async () => {
      const [phy] = await all(wifi.phy.list$());
      expect(phy!.wiphyBands?.["2ghz"]?.rates).toHaveLength(12);
      expect(phy!.wiphyBands?.["5ghz"]?.htMcsSet).toHaveLength(16);
      expect(phy!.interfaceCombinations?.[0]?.limits?.length).toBeGreaterThan(0);
      expect(phy!.txFrameTypes?.station?.frameType?.length).toBeGreaterThan(1);
      expect(wifiExtFeatureNames(phy!.extFeatures)).toContain("vhtIbss");
      expect(phy!.cipherSuites).toContain("ccmp");
      expect(JSON.stringify(toJson(wifi.phy, phy!))).not.toContain("unknown");
    });

    test("are found by number, name and link", async () => {
      const [{ wiphy, wiphyName } = {}] = await all(wifi.phy.list$());
      const [of] = await all(wifi.interface.list$({ wiphy: wiphy! }));
      const members = ["wiphy"] as const;
      expect(await firstValueFrom(wifi.phy.get$({ wiphy: wiphy! }, { members }))).toEqual({ wiphy });
      expect(await firstValueFrom(wifi.phy.get$({ wiphyName: wiphyName! }, { members }))).toEqual({ wiphy });
      expect(await firstValueFrom(wifi.phy.get$({ ifindex: of!.ifindex! }, { members }))).toEqual({ wiphy });
      expect(await errorOf(wifi.phy.get$({ wiphy: 4000 }))).toMatchObject({ code: "ENODEV" });
    });

    test("are changed, and renamed before the eyes of who watches", async () => {
      const { wiphy } = await firstValueFrom(wifi.phy.get$({ ifindex: "wlan1" }));
      // At most 19 bytes, though those of the simulation may be longer.
      const other = `x-${randomUUID().slice(0, 8)}`;
      const renamed = new Promise<string | undefined>((resolve) => {
        const watching = wifi.phy.watch$({}, { members: ["wiphyName"] }).subscribe((event) => {
          if (event.type === "synced")
            void lastValueFrom(wifi.phy.change$({ wiphy: wiphy!, wiphyName: other }));
          if (event.type !== "changed") return;
          watching.unsubscribe();
          resolve(event.current.wiphyName);
        });
      });
      expect(await renamed).toBe(other);
      await lastValueFrom(wifi.phy.change$({ wiphy: wiphy!, wiphyRtsThreshold: 500 }));
      // By number: iw looks names up in a folder that shows those of another namespace.
      expect(air.run(`iw phy#${wiphy} info`)).toContain("RTS threshold: 500");
      expect(air.run("iw phy")).toContain(`Wiphy ${other}\n`);
    });
  });

  describe("interfaces", () => {
    const listed = async () =>
      (await all(wifi.interface.list$()))
        .map(({ ifname, ifindex, wdev, mac, ssid, iftype, wiphyFreq, wiphyTxPowerLevel }) => ({
          ifname,
          ifindex,
          wdev,
          mac,
          ssid: ssid === "open café" ? "open caf\\xc3\\xa9" : ssid,
          iftype: inIw(String(iftype)).toLowerCase(),
          wiphyFreq,
          power: wiphyTxPowerLevel === undefined ? undefined : wiphyTxPowerLevel / 100,
        }))
        .sort((a, b) => a.ifindex! - b.ifindex!);

    test("are those of iw", async () => {
      expect(await listed()).toEqual(iwInterfaces(air.run("iw dev")));
    });

    test("are added, changed and removed", async () => {
      const { wiphy } = await firstValueFrom(wifi.interface.get$({ ifindex: "wlan1" }));
      const seen: string[] = [];
      const watching = wifi.interface.watch$({ ifname: "extra0" }).subscribe(({ type }) => seen.push(type));
      await lastValueFrom(
        wifi.interface.add$({
          wiphy: wiphy!,
          ifname: "extra0",
          iftype: "monitor",
          mntrFlags: { control: true, otherBss: true },
        }),
      );
      expect(air.run("iw dev extra0 info")).toContain("type monitor");
      await lastValueFrom(wifi.interface.change$({ ifindex: "extra0", iftype: "station" }));
      expect(air.run("iw dev extra0 info")).toContain("type managed");
      const extra = await firstValueFrom(wifi.interface.get$({ ifname: "extra0" }));
      expect(await firstValueFrom(wifi.interface.get$({ wdev: extra.wdev! }))).toMatchObject({
        ifname: "extra0",
      });
      await lastValueFrom(wifi.interface.delete$({ ifname: "extra0" }));
      expect(await errorOf(wifi.interface.get$({ ifname: "extra0" }))).toMatchObject({ code: "ENODEV" });
      expect(await errorOf(wifi.interface.get$({ ifindex: "extra0" }))).toMatchObject({ code: "ENODEV" });
      await expect.poll(() => seen.at(-1)).toBe("removed");
      watching.unsubscribe();
    });
  });

  test("channels in use are those of iw", async () => {
    const ours = (await all(wifi.survey.list$({ ifindex: "wlan0" }))).map(({ surveyInfo = {} }) => ({
      frequency: surveyInfo.frequency,
      inUse: surveyInfo.inUse === true,
      noise: surveyInfo.noise,
    }));
    expect(ours).toEqual(iwSurveys(air.run("iw dev wlan0 survey dump")));
    expect((await all(wifi.survey.list$())).length).toBeGreaterThanOrEqual(ours.length);
  });

  test("regulatory domains are those of iw", async () => {
    const ours = (await all(wifi.regulatory.list$())).map(({ regAlpha2, regRules = [] }) => ({
      regAlpha2,
      rules: regRules.map((rule) => [
        rule.freqRangeStart! / 1000,
        rule.freqRangeEnd! / 1000,
        rule.freqRangeMaxBw! / 1000,
        rule.powerRuleMaxEirp! / 100,
      ]),
    }));
    expect(ours).toEqual(iwRegulatories(air.run("iw reg get")));
    expect((await firstValueFrom(wifi.regulatory.current$())).regAlpha2).toBe(ours[0]!.regAlpha2);
    expect(await errorOf(wifi.regulatory.suggest$({ regAlpha2: "!" }))).toBeDefined();
  });

  test("commands have the names of the kernel's numbers", () => {
    expect(wifiCommand.values).toMatchObject({ getWiphy: 1, connect: 46, abortScan: 114 });
  });
});
