import { describe, expect, it } from "vitest";
import { aroundFollowing } from "../../support/following.js";
import { aroundSandbox, why } from "../../support/rxnl.js";

describe.skipIf(why !== undefined)("rxnl --hex", () => {
  const kernel = aroundSandbox();
  const following = aroundFollowing(kernel.inside);

  it("prints the bytes of each message that is listed or got", () => {
    const { stdout } = kernel.inNamespace("link", "list", "--hex");
    expect(stdout).toMatch(/^1: lo .*\n00000000 {2}([\da-f]{2} ){8} ([\da-f]{2} ){8} \|.{16}\|\n/);
    expect(stdout).toMatch(/\|\n\n$/);
    kernel.sandbox.run("ip rule add priority 7 lookup 8; ip rule add priority 8 lookup 9");
    const rules = kernel.json("rule", "list", "--filter", "priority<9", "--hex", "--members", "table");
    expect(rules).toEqual([
      { table: 8, hex: [expect.stringMatching(/08000f0008000000/)] },
      { table: 9, hex: [expect.stringMatching(/08000f0009000000/)] },
    ]);
    const one = kernel.inNamespace("link", "get", "ifname=lo", "--hex", "--members", "mtu").stdout;
    expect(one).toMatch(/^mtu {2}65536\n00000000 {2}/);
  });

  it("prints those of notifications", async () => {
    const { line, interrupted } = await following("rule", "monitor", "--hex", "--json");
    kernel.sandbox.run("ip rule add priority 9 lookup 10");
    const event = JSON.parse(await line()) as { type: string; hex: string };
    expect(event).toMatchObject({ type: "new", hex: expect.stringMatching(/08000f000a000000/) });
    expect(await interrupted()).toBe(130);
  });
});
