import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aroundFollowing } from "../../support/following.js";
import { aroundSandbox, isInstalled, type Json, why } from "../../support/rxnl.js";

const radios = new URL("../../../../../generic/test/support/wifi/new-radios.py", import.meta.url).pathname;

const missing = ["iw", "hostapd", "python3", "genl"].filter((name) => !isInstalled(name));
const hasRadios = () => spawnSync("genl", ["ctrl", "get", "name", "MAC80211_HWSIM"]).status === 0;
function whyNoRadios(): string | undefined {
  if (missing.length > 0) return `${missing.join(", ")} not installed`;
  return hasRadios() ? undefined : "no mac80211_hwsim in this kernel";
}
const reason = why ?? whyNoRadios();

describe.skipIf(reason !== undefined)(
  `rxnl wifi${reason === undefined ? "" : ` (skipped: ${reason})`}`,
  () => {
    const around = aroundSandbox();
    const following = aroundFollowing(around.inside);
    // Namespaces share the names of phys.
    const id = randomUUID();
    const file = `/tmp/rxnetlink-rxnl-wifi-${id}`;
    const access = "interface=wlan0\\nssid=café\\nhw_mode=g\\nchannel=6\\nieee80211n=1\\n";
    beforeAll(() => {
      const { run } = around.sandbox;
      run(`python3 ${radios} a-${id} b-${id}; ip link set wlan1 up`);
      run(`printf '${access}' > ${file}.conf; hostapd -B -P ${file} ${file}.conf`);
    });
    afterAll(() => void around.sandbox.run(`kill $(cat ${file}); rm -f ${file}*`));
    const text = (...args: string[]) => around.inNamespace("wifi", ...args).stdout;
    const address = (link: string) =>
      around.sandbox.json<{ address: string }[]>(`ip -j link show ${link}`)[0]!.address;

    it("prints links and phys, as iw does", () => {
      const { run } = around.sandbox;
      const names = [...run("iw dev").matchAll(/Interface (\S+)/g)].map(([, name]) => name);
      expect((around.json("wifi", "dev") as Json[]).map(({ ifname }) => ifname).sort()).toEqual(names.sort());
      expect(text("dev")).toMatch(
        new RegExp(
          `^\\d+: wlan0 phy \\d+ ap ${address("wlan0")} "café" channel 6 \\(2437 MHz\\) width 20`,
          "m",
        ),
      );
      const phys = [...run("iw phy").matchAll(/^Wiphy (\S+)/gm)].map(([, name]) => name);
      expect((around.json("wifi", "phy") as Json[]).map(({ wiphyName }) => wiphyName).sort()).toEqual(
        phys.sort(),
      );
      expect(text("phy")).toMatch(
        new RegExp(`^\\d+: a-${id}\\n {4}2.4 GHz: 14 channels, \\d+ of them usable$`, "m"),
      );
      expect(text("reg")).toMatch(/^common: 00\n( {4}\d+ - \d+ MHz, width \d+ \d+ dBm.*\n)+$/);
      expect(text("reg")).toContain("\n    2402 - 2472 MHz, width 40 20 dBm\n");
    });

    it("prints the networks that a scan finds, and those that were found", () => {
      const bssid = address("wlan0");
      const line = new RegExp(`^ *-\\d+ dBm ${bssid} ch 6 \\(2437\\) "café" open n\\n$`);
      expect(around.inNamespace("wifi", "scan", "wlan1")).toMatchObject({
        stderr: "",
        stdout: expect.stringMatching(line),
      });
      expect(text("network", "wlan1")).toMatch(line);
      expect(around.sandbox.run("iw dev wlan1 scan dump")).toContain(`BSS ${bssid}`);
      expect(text("survey", "wlan1")).toMatch(/^link \d+ channel \d+ \(\d+ MHz\).* noise -\d+ dBm/m);
    });

    it("prints what happens, and the station that came", async () => {
      const lines = await following("wifi", "monitor");
      around.sandbox.run("iw dev wlan1 connect café 2437");
      expect((await lines.upTo(/^connect /)).at(-1)).toMatch(
        new RegExp(`^connect phy \\d+ link \\d+ ${address("wlan0")} status success`),
      );
      expect(text("station", "wlan0")).toMatch(new RegExp(`^${address("wlan1")} link \\d+ -\\d+ dBm rx `));
      expect(await lines.interrupted()).toBe(130);
      const json = await following("wifi", "monitor", "--json");
      around.sandbox.run("iw dev wlan1 disconnect");
      expect((await json.upTo(/"disconnect"/)).at(-1)).toContain('"ifindex"');
    });

    it("refuses what is no wireless link", () => {
      expect(around.inNamespace("wifi", "scan", "lo")).toMatchObject({ status: 1 });
      expect(around.inNamespace("wifi", "scan")).toMatchObject({ status: 2 });
    });
  },
);
