import type { DevlinkParamValue, DevlinkReported } from "@rxnetlink/generic/devlink";
import { describe, expect, test } from "vitest";
import * as text from "#src/cli/families/generic/devlink/devlink-text.js";
import { resourcesText } from "#src/cli/families/generic/devlink/resource-text.js";

const handle = { busName: "pci", devName: "0000:03:00.0" };
const WIDTH = 80;

describe("the texts of rxnl devlink", () => {
  test("of devices", () => {
    expect(text.devText(handle)).toBe("pci/0000:03:00.0");
    expect(text.devText({ ...handle, reloadFailed: 1 })).toBe("pci/0000:03:00.0 its last reload failed");
  });

  test("of ports", () => {
    const port = { ...handle, portIndex: 1, portType: "eth", portNetdevName: "eth0" } as const;
    const physical = { portFlavour: "physical", portNumber: 0, portLanes: 4, portSplittable: 1 } as const;
    expect(text.portText({ ...port, ...physical })).toBe(
      "pci/0000:03:00.0/1 eth0 eth physical number 0 lanes 4 splittable",
    );
    const virtual = { portFlavour: "pciVf", portPciPfNumber: 0, portPciVfNumber: 3 } as const;
    const portFunction = { hwAddr: "00:00:5e:00:53:01", state: "active" } as const;
    expect(text.portText({ ...port, ...virtual, portFunction })).toBe(
      "pci/0000:03:00.0/1 eth0 eth pciVf pf 0 vf 3 00:00:5e:00:53:01 active",
    );
  });

  test("of parameters", () => {
    const value: DevlinkParamValue = { paramValueCmode: "driverinit", paramValueData: [{ u32: 32 }] };
    const param = { paramName: "max_macs", paramType: "u32" as const, paramValuesList: [value] };
    expect(text.paramText({ ...handle, param })).toBe(
      "pci/0000:03:00.0 max_macs (of the driver) driverinit 32",
    );
    expect(text.paramText({ ...handle, param: { ...param, paramGeneric: true } })).toBe(
      "pci/0000:03:00.0 max_macs driverinit 32",
    );
  });

  test("of versions, a line each", () => {
    const version = { infoVersionName: "fw.mgmt", infoVersionValue: "10.20.30" };
    const info = { ...handle, infoDriverName: "ice", infoVersionRunning: [version] };
    expect(text.infoText(info)).toBe("pci/0000:03:00.0 driver ice\n  running fw.mgmt 10.20.30");
  });

  test("of health reporters and traps, in a line", () => {
    const healthReporter = {
      ...({ healthReporterName: "fw", healthReporterState: "error" } as const),
      ...{ healthReporterErrCount: 1n, healthReporterRecoverCount: 0n, healthReporterDumpTsNs: 1n },
    };
    const health = text.healthText({ ...handle, healthReporter });
    expect(health).toBe("pci/0000:03:00.0 fw error, 1 error, 0 recoveries with a dump");
    const trap = { trapName: "blackhole_route", trapType: "drop", trapAction: "drop" } as const;
    const line = text.trapText({ ...handle, ...trap, trapGroupName: "l3_drops" });
    expect(line).toBe("pci/0000:03:00.0 blackhole_route drop: drop, l3_drops, 0 packets");
    expect(Math.max(health.length, line.length)).toBeLessThan(WIDTH);
  });

  test("of regions, and of snapshots that come and go", () => {
    const region = { ...handle, regionName: "cr" };
    const snapshots = { regionSnapshots: [{ regionSnapshotId: 0 }, { regionSnapshotId: 7 }] };
    expect(text.regionText({ ...region, regionSize: 64n, ...snapshots })).toBe(
      "pci/0000:03:00.0 cr 64 bytes snapshots 0, 7",
    );
    expect(text.reportedText("region", { ...region, regionSnapshotId: 7 } as DevlinkReported)).toBe(
      "pci/0000:03:00.0 cr snapshot 7",
    );
  });

  test("of resources, as a tree", () => {
    const inside = { resourceName: "fib", resourceSize: 2n ** 64n - 1n, resourceOcc: 3n };
    const outside = { resourceName: "IPv4", resourceSize: 100n, resourceSizeNew: 200n };
    expect(resourcesText({ ...handle, resourceList: [{ ...outside, resourceList: [inside] }] })).toBe(
      "pci/0000:03:00.0\n  IPv4 size 100, after a reload size 200\n    fib unlimited, 3 used",
    );
  });

  test("of other objects by their names", () => {
    const flash = { ...handle, flashUpdateStatusMsg: "Flashing", flashUpdateStatusDone: 5n };
    expect(text.reportedText("flash", flash as DevlinkReported)).toBe(
      "pci/0000:03:00.0 flashUpdateStatusMsg Flashing flashUpdateStatusDone 5",
    );
  });
});
