import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aroundFollowing } from "../../support/following.js";
import { aroundSandbox, isInstalled, type Json, why } from "../../support/rxnl.js";

const SIMULATED = "/sys/bus/netdevsim";
const HANDLE = "netdevsim/netdevsim7";

const missing = existsSync(SIMULATED) ? undefined : "no module netdevsim in this kernel";
const reason = why ?? missing ?? (isInstalled("devlink") ? undefined : "devlink not installed");

describe.skipIf(reason !== undefined)(
  `rxnl devlink${reason === undefined ? "" : ` (skipped: ${reason})`}`,
  () => {
    const around = aroundSandbox();
    const following = aroundFollowing(around.inside);
    beforeAll(() => void around.sandbox.run(`echo "7 2" > ${SIMULATED}/new_device`));
    afterAll(() => void around.sandbox.run(`echo 7 > ${SIMULATED}/del_device`));
    const text = (...args: string[]) => around.inNamespace("devlink", ...args).stdout;

    it("prints what a device has", () => {
      expect(text("dev")).toBe(`${HANDLE}\n`);
      expect(text("port", `${HANDLE}/1`)).toMatch(/^netdevsim\/netdevsim7\/1 \w+ eth physical number \d+/);
      expect(text("param", HANDLE)).toContain(`${HANDLE} max_macs driverinit 32\n`);
      expect(text("info")).toMatch(/^netdevsim\/netdevsim7 driver netdevsim\n( {2}\w+ +fw.mgmt .*\n)+$/);
      expect(text("health")).toContain(`${HANDLE} empty healthy, 0 errors, 0 recoveries\n`);
      expect(text("trap")).toContain(`${HANDLE} blackhole_route drop: drop, l3_drops, 0 packets\n`);
      expect(text("resource")).toMatch(
        /^netdevsim\/netdevsim7\n {2}IPv4 unlimited\n {4}fib unlimited, \d+ used\n/,
      );
      expect(text("region")).toContain(`${HANDLE} dummy 32768 bytes\n`);
    });

    it("prints the same devices as devlink", () => {
      const [row] = around.json("devlink", "dev") as Json[];
      expect(row).toMatchObject({ busName: "netdevsim", devName: "netdevsim7" });
      const names = (around.json("devlink", "trap") as { trapName: string }[]).map((one) => one.trapName);
      const { trap } = around.sandbox.json<{ trap: Record<string, { name: string }[]> }>(
        "devlink -j trap show",
      );
      expect(names).toEqual(trap[HANDLE]!.map(({ name }) => name));
    });

    it("refuses what names no device", () => {
      expect(around.inNamespace("devlink", "port", "eth0")).toMatchObject({ status: 2 });
      expect(around.inNamespace("devlink", "param", "pci/none")).toMatchObject({ status: 1 });
    });

    it("prints what the kernel reports", async () => {
      const lines = await following("devlink", "monitor");
      // It is true: devlink sets nothing that is so already.
      around.sandbox.run(`devlink dev param set ${HANDLE} name test1 value false cmode driverinit`);
      expect((await lines.upTo(/param/)).at(-1)).toBe(
        `+ param   ${HANDLE} test1 (of the driver) driverinit false`,
      );
      const json = await following("devlink", "monitor", HANDLE, "--json");
      around.sandbox.run(`devlink region new ${HANDLE}/dummy snapshot 5`);
      expect((await json.upTo(/"region"/)).at(-1)).toContain('"regionSnapshotId":5');
      expect(await json.interrupted()).toBe(130);
    });
  },
);
