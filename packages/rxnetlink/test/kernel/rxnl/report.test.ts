import { describe, expect, it } from "vitest";
import { capabilityNames } from "#src/cli/report/machine.js";
import { aroundSandbox, rxnl, why } from "../../support/rxnl.js";

it("names of capabilities are those that requests may need", () => {
  expect(capabilityNames("0000000000003000")).toEqual(["NET_ADMIN", "NET_RAW"]);
  expect(capabilityNames("0")).toEqual([]);
});

describe.skipIf(why !== undefined)("rxnl report", () => {
  const around = aroundSandbox();

  it("prints what a bug report needs, and nothing that tells of the network", () => {
    around.sandbox.run("ip link add secret type bridge; ip address add 198.51.100.77/24 dev secret");
    const { status, stdout } = around.inNamespace("report");
    expect(status).toBe(0);
    const names = stdout
      .trim()
      .split("\n")
      .map((line) => line.split(":")[0]);
    const ofMachine = ["node", "kernel", "capabilities", "user namespace"];
    expect(names).toEqual(["rxnetlink", ...ofMachine, "routing", "netfilter", "generic netlink"]);
    expect(stdout).toContain(`node: ${process.version} ${process.platform} ${process.arch}, `);
    expect(stdout).toMatch(/^routing: answers, 2 links$/m);
    expect(stdout).toMatch(/^generic netlink: .*\bnlctrl\b/m);
    expect(stdout).not.toMatch(/secret|198\.51/);
    expect(Object.keys(around.json("report"))).toEqual(names);
  });

  it("reports also where the kernel refuses", () => {
    const { status, stdout } = rxnl(
      ["report"],
      ["setpriv", "--bounding-set=-all", "--reuid=65534", "--clear-groups"],
    );
    expect(status).toBe(0);
    expect(stdout).toMatch(/^capabilities: none that matter$/m);
    expect(stdout).toMatch(/^netfilter: .*EPERM/m);
  });
});
