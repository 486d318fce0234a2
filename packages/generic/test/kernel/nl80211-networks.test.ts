import { firstValueFrom, lastValueFrom, type Observable, toArray } from "rxjs";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { Nl80211 } from "#src/nl80211/nl80211.js";
import { wifiBitrate } from "#src/nl80211/station/bitrate.js";
import { wifiStationFlags } from "#src/nl80211/station/flags.js";
import { describeWith } from "../support/kernel.js";
import { type Air, openAir } from "../support/wifi/air.js";
import { EVENT_NAMES, iwEvents, iwNetworks, iwStations } from "../support/wifi/iw.js";
import { wifiNeeds } from "../support/wifi/radios.js";

const all = <T>(rows$: Observable<T>) => lastValueFrom(rows$.pipe(toArray()));
const errorOf = (stream$: Observable<unknown>) =>
  lastValueFrom(stream$).then(
    () => undefined,
    (error: unknown) => error,
  );

const inMbits = (rate: number | undefined) => (rate === undefined ? undefined : rate / 1e6);

describeWith(wifiNeeds, "wireless networks", () => {
  let air: Air;
  let wifi: Nl80211;
  beforeAll(async () => {
    air = await openAir();
    wifi = air.family;
  });
  afterAll(() => air?.close());

  describe("a scan", () => {
    test("emits the networks that iw shows", async () => {
      const ours = (await all(wifi.scan$({ ifindex: "wlan1", scanFrequencies: [2437] }))).map(
        ({ bss = {} }) => ({
          bssid: bss.bssid,
          frequency: bss.frequency,
          signal: bss.signalMbm! / 100,
          beaconInterval: bss.beaconInterval,
          ssid: bss.informationElements?.ssid?.replace("é", "\\xc3\\xa9"),
          akm: bss.informationElements?.rsn?.akm?.join(" ").toUpperCase(),
          pairwise: bss.informationElements?.rsn?.pairwise?.join(" ").toUpperCase(),
          channel: bss.informationElements?.channel,
          primary: bss.informationElements?.htOperation?.primaryChannel,
          status: bss.status,
        }),
      );
      const sorted = ours.sort((a, b) => (a.bssid! < b.bssid! ? -1 : 1));
      expect(sorted).toEqual(iwNetworks(air.run("iw dev wlan1 scan dump")));
      expect(sorted.map(({ ssid }) => ssid).sort()).toEqual(["open caf\\xc3\\xa9", "secret"]);
      expect(await all(wifi.network.list$())).toHaveLength(2);
    });

    test("looks at the channels that were asked for", async () => {
      air.run("ip link set wlan1 down; ip link set wlan1 up");
      expect(
        await all(wifi.scan$({ ifindex: "wlan1", scanFrequencies: [2412], scanFlags: { flush: true } })),
      ).toEqual([]);
      const [found] = await all(
        wifi.scan$({
          ifindex: "wlan1",
          scanFrequencies: [2437],
          scanSsids: ["open café"],
          scanFlags: { flush: true },
        }),
      );
      expect(found?.bss?.frequency).toBe(2437);
    });

    test("is refused while another runs, and of a link that is down or missing", async () => {
      const first = all(wifi.scan$({ ifindex: "wlan1", scanFrequencies: [2412, 2437, 2462, 5180] }));
      expect(await errorOf(wifi.scan$({ ifindex: "wlan1" }))).toMatchObject({
        code: "EBUSY",
        hint: expect.stringContaining("another scan"),
      });
      expect(await first).toHaveLength(2);
      air.run("ip link set wlan1 down");
      expect(await errorOf(wifi.scan$({ ifindex: "wlan1" }))).toMatchObject({ code: "ENETDOWN" });
      air.run("ip link set wlan1 up");
      expect(await errorOf(wifi.scan$({ ifindex: "nothing" }))).toMatchObject({ code: "ENODEV" });
    });

    test("errors if somebody aborts it, and is aborted if nobody waits", async () => {
      const begun = () =>
        new Promise<void>((resolve) => {
          const listening = wifi.event.notifications$().subscribe((event) => {
            if (!("value" in event) || event.value.event !== "triggerScan") return;
            listening.unsubscribe();
            resolve();
          });
        });
      let start = begun();
      const scan = errorOf(wifi.scan$({ ifindex: "wlan1" }));
      await start;
      air.run("iw dev wlan1 scan abort");
      expect(await scan).toMatchObject({ name: "KernelError", code: "ECANCELED" });
      const aborted = new Promise<string>((resolve) => {
        const listening = wifi.event.notifications$().subscribe((event) => {
          if (!("value" in event) || !/^(scanAborted|newScanResults)$/.test(String(event.value.event)))
            return;
          listening.unsubscribe();
          resolve(String(event.value.event));
        });
      });
      start = begun();
      const scanning = wifi.scan$({ ifindex: "wlan1" }).subscribe();
      await start;
      scanning.unsubscribe();
      expect(await aborted).toBe("scanAborted");
    });
  });

  describe("a connection", () => {
    afterEach(() => void air.run("iw dev wlan1 disconnect 2>&1 || true"));

    test("is made, seen by all, and ended", async () => {
      const events: string[] = [];
      const listening = wifi.event.notifications$().subscribe((event) => {
        if ("value" in event) events.push(String(event.value.event));
      });
      const seen: string[] = [];
      const stations = wifi.station.watch$({}, { members: ["mac"] }).subscribe(({ type }) => seen.push(type));
      const event = await firstValueFrom(wifi.connect$({ ifindex: "wlan1", ssid: "open café" }));
      expect(event).toMatchObject({ event: "connect", statusCode: "success" });
      expect(await errorOf(wifi.connect$({ ifindex: "wlan1", ssid: "open café" }))).toMatchObject({
        code: "EALREADY",
      });
      const link = await firstValueFrom(wifi.interface.get$({ ifindex: "wlan1" }));
      expect(link).toMatchObject({ ssid: "open café", wiphyFreq: 2437 });
      const [network] = await all(wifi.network.list$({ bss: { status: "associated" } }));
      expect(network?.bss?.bssid).toBe(event.mac);

      const ours = async () =>
        (await all(wifi.station.list$()))
          .map(({ mac, ifindex, staInfo = {} }) => ({
            mac,
            link: ifindex === link.ifindex ? "wlan1" : "wlan0",
            signal: staInfo.signal,
            authorized: wifiStationFlags.has(staInfo.staFlags?.set ?? 0, "authorized"),
            associated: wifiStationFlags.has(staInfo.staFlags?.set ?? 0, "associated"),
            txBitrate: inMbits(wifiBitrate(staInfo.txBitrate)),
            dtimPeriod: staInfo.bssParam?.dtimPeriod,
          }))
          .sort((a, b) => (a.link < b.link ? -1 : 1));
      const shown = () => iwStations(air.run("iw dev wlan0 station dump; iw dev wlan1 station dump"));
      // Rates change from packet to packet.
      await vi.waitFor(async () => expect(await ours()).toEqual(shown()), { timeout: 60_000 });
      const client = await firstValueFrom(wifi.station.get$({ ifindex: "wlan1", mac: event.mac! }));
      expect(client.staInfo?.rxBytes64).toBeGreaterThan(0n);

      await firstValueFrom(wifi.powerSave.set$({ ifindex: "wlan1", psState: "disabled" }));
      expect(await firstValueFrom(wifi.powerSave.get$({ ifindex: "wlan1" }))).toEqual({
        psState: "disabled",
      });
      expect(air.run("iw dev wlan1 get power_save")).toContain("off");
      await firstValueFrom(wifi.powerSave.set$({ ifindex: "wlan1", psState: "enabled" }));
      expect(air.run("iw dev wlan1 get power_save")).toContain("on");

      await firstValueFrom(wifi.disconnect$({ ifindex: "wlan1" }));
      await expect.poll(() => events).toContain("disconnect");
      expect(events).toEqual(expect.arrayContaining(["authenticate", "newStation", "associate", "connect"]));
      await expect.poll(() => seen.at(-1)).toBe("removed");
      expect(seen).toContain("added");
      stations.unsubscribe();
      listening.unsubscribe();
    });

    test("shows in the events as iw prints them", async () => {
      const printed = `${air.files}.events`;
      air.run(`stdbuf -oL iw event > ${printed} 2>&1 & echo $! > ${air.files}.iw`);
      const events: string[] = [];
      const listening = wifi.event.notifications$().subscribe((event) => {
        if ("value" in event) events.push(String(event.value.event));
      });
      const shown = () => iwEvents(air.run(`cat ${printed}`));
      // Both listen once both have seen an event.
      await expect
        .poll(async () => {
          await all(wifi.scan$({ ifindex: "wlan1", scanFrequencies: [2412] }));
          return shown().includes("newScanResults") && events.includes("newScanResults");
        })
        .toBe(true);
      const [before, others] = [events.length, shown().length];
      await firstValueFrom(wifi.connect$({ ifindex: "wlan1", ssid: "open café" }));
      await firstValueFrom(wifi.disconnect$({ ifindex: "wlan1" }));
      await expect.poll(() => shown().slice(others)).toContain("disconnect");
      await expect.poll(() => events.slice(before)).toContain("disconnect");
      const named = events.slice(before).filter((name) => EVENT_NAMES.includes(name));
      await expect.poll(() => shown().slice(others)).toEqual(named);
      listening.unsubscribe();
      air.run(`kill $(cat ${air.files}.iw)`);
    });

    test("that does not come about is an error", async () => {
      expect(await errorOf(wifi.connect$({ ifindex: "wlan1", ssid: "nobody" }))).toMatchObject({
        name: "KernelError",
        verb: "connect",
        code: expect.stringMatching(/^(ECONNREFUSED|ETIMEDOUT)$/),
      });
    });

    test("of a client is ended by the access point", async () => {
      const { mac } = await firstValueFrom(wifi.interface.get$({ ifindex: "wlan1" }));
      await firstValueFrom(wifi.connect$({ ifindex: "wlan1", ssid: "open café" }));
      const ended = new Promise((resolve) => {
        const listening = wifi.event.notifications$().subscribe((event) => {
          if (!("value" in event) || event.value.event !== "disconnect") return;
          listening.unsubscribe();
          resolve(event.value);
        });
      });
      air.run(`hostapd_cli -p ${air.files}.control -i wlan0 disassociate ${mac} reason=5`);
      expect(await ended).toMatchObject({ disconnectedByAp: true, reasonCode: "disassocApBusy" });
    });

    test("is forgotten by the access point's kernel", async () => {
      const { mac } = await firstValueFrom(wifi.interface.get$({ ifindex: "wlan1" }));
      await firstValueFrom(wifi.connect$({ ifindex: "wlan1", ssid: "open café" }));
      const station = { ifindex: "wlan0", mac: mac! };
      await vi.waitFor(() => firstValueFrom(wifi.station.get$(station)), { timeout: 60_000 });
      await firstValueFrom(wifi.station.delete$({ ...station, reasonCode: "disassocApBusy" }));
      expect(await errorOf(wifi.station.get$(station))).toMatchObject({ code: "ENOENT" });
    });
  });
});
