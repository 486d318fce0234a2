import { beforeAll, describe, expect, it } from "vitest";
import { aroundFollowing } from "../../support/following.js";
import { aroundSandbox, isInstalled, why } from "../../support/rxnl.js";

const reason = why ?? (isInstalled("ethtool") ? undefined : "ethtool not installed");
const LINKS = "ip link add v0 type veth peer name v1; ip tuntap add tap0 mode tap";

describe.skipIf(reason !== undefined)(
  `rxnl ethtool${reason === undefined ? "" : ` (skipped: ${reason})`}`,
  () => {
    const around = aroundSandbox();
    const following = aroundFollowing(around.inside);
    const printed = (...args: string[]) => {
      const { stdout, stderr } = around.inNamespace(...args);
      expect(stderr).toBe("");
      return stdout;
    };
    beforeAll(() => void around.sandbox.run(LINKS));

    it("prints a line for each link", () => {
      const lines = printed("ethtool").trimEnd().split("\n");
      expect(lines).toHaveLength(4);
      expect(lines[0]).toBe("lo              link");
      expect(lines).toContain("v0              no link, 10000 Mbit/s, full duplex");
      expect(around.json("ethtool")).toContainEqual(
        expect.objectContaining({ devName: "v0", link: false, speed: 10000, duplex: "full" }),
      );
    });

    it("prints the settings of a link in 80 columns", () => {
      const text = printed("ethtool", "v0");
      expect(text).toMatch(/^v0\n {2}linkInfo {6}port tp, /);
      expect(text).toMatch(/^ {2}features {6}on tx-scatter-gather /m);
      expect(text).toMatch(/^ {16}off .*rx-gro /m);
      expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
      const json = JSON.parse(printed("ethtool", "v0", "--json"));
      expect(json).toMatchObject({ devName: "v0", channels: { rxCount: 1 } });
    });

    it("changes settings", () => {
      expect(printed("ethtool", "set", "tap0", "linkModes", "speed=2500", "duplex=half")).toBe("");
      expect(around.sandbox.run("ethtool tap0")).toMatch(/Speed: 2500Mb\/s\s+Duplex: Half/);
      expect(printed("ethtool", "set", "tap0", "debug", "msgmask=drv,link,-probe")).toBe("");
      expect(around.sandbox.run("ethtool tap0")).toMatch(/drv link\n/);
    });

    it("says which features are not as they were asked for", () => {
      const { status, stderr } = around.inNamespace(
        ...["ethtool", "set", "v1", "features", "wanted=-tx-tcp-segmentation,rx-lro"],
      );
      expect({ status, stderr }).toEqual({
        status: 0,
        stderr: "rxnl: warning: rx-lro could not be turned on\n",
      });
      expect(around.sandbox.run("ethtool -k v1")).toMatch(/tx-tcp-segmentation: off/);
    });

    it.each([
      [["ethtool", "none"], 1, "ENODEV"],
      [["ethtool", "set", "v0", "rings", "rx=9"], 1, "the driver of link v0 does not offer it"],
      [["ethtool", "set", "v0", "nonsense", "rx=9"], 2, "nonsense: no such settings; there are linkInfo, "],
      [["ethtool", "set", "v0", "rings", "rxx=9"], 2, "rxx: no such member of rings (did you mean rx?)"],
    ])("refuses %j", (args, status, text) => {
      expect(around.inNamespace(...args)).toMatchObject({ status, stderr: expect.stringContaining(text) });
    });

    it("follows changes until Ctrl-C", async () => {
      const text = await following("ethtool", "monitor");
      around.sandbox.run("ethtool -K v0 tx-gso-list off");
      expect(await text.line()).toMatch(/^v0 features on tx-scatter-gather (?!.*tx-gso-list.*off )/);
      expect(await text.interrupted()).toBe(130);
    });
  },
);

describe.skipIf(why !== undefined)("rxnl genl", () => {
  const around = aroundSandbox();

  it("lists families", () => {
    expect(around.inNamespace("genl", "list").stdout).toMatch(
      /^nlctrl {10}id 16, version 2, 2 commands, groups notify$/m,
    );
    expect(around.json("genl", "list")).toContainEqual(
      expect.objectContaining({ familyName: "nlctrl", familyId: 16 }),
    );
  });

  it("prints what a family accepts", () => {
    expect(around.inNamespace("genl", "policy", "nlctrl").stdout).toBe(
      "command 3 do, dump\n  1: u16\n  2: nulString 0..15 bytes\ncommand 0 dump\n  1: u16\n  2: nulString 0..15 bytes\n  10: u32\n",
    );
    expect(around.json("genl", "policy", "nlctrl")).toMatchObject({
      3: { do: { 2: { type: "nulString", maxLength: 15 } } },
    });
  });

  it("names a family that does not exist", () => {
    expect(around.inNamespace("genl", "policy", "nothing")).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("ENOENT"),
    });
  });
});
