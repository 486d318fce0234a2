import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { aroundSandbox, isInstalled, program, rxnl, why } from "../../support/rxnl.js";

const KEY = "yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmk=";
const PEER = "xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=";

describe("rxnl wg, without a kernel", () => {
  test("makes keys as wg does", () => {
    const privateKey = rxnl(["wg", "genkey"]).stdout;
    expect(privateKey).toMatch(/^[A-Za-z0-9+/]{43}=\n$/);
    const { stdout } = spawnSync(process.execPath, [program, "wg", "pubkey"], {
      input: privateKey,
      encoding: "utf8",
    });
    expect(stdout).toMatch(/^[A-Za-z0-9+/]{43}=\n$/);
    if (isInstalled("wg"))
      expect(stdout).toBe(spawnSync("wg", ["pubkey"], { input: privateKey, encoding: "utf8" }).stdout);
  });
});

describe.skipIf(why !== undefined)("rxnl wg", () => {
  const around = aroundSandbox();

  test("shows and changes what wg does", ({ skip }) => {
    if (!isInstalled("wg")) skip("wg is not installed");
    const { sandbox, inNamespace, json } = around;
    try {
      sandbox.run("ip link add wg0 type wireguard 2>&1");
    } catch {
      skip("this kernel has no wireguard");
    }
    sandbox.run(`echo ${KEY} | wg set wg0 listen-port 7 private-key /dev/stdin`);
    expect(inNamespace("wg", "set", "wg0", "peer", PEER, "allowed-ips", "10.0.0.0/8")).toMatchObject({
      status: 0,
      stderr: "",
    });
    const shown = inNamespace("wg").stdout;
    expect(shown).toBe(sandbox.run("wg show wg0"));
    expect(json("wg", "show", "wg0")).toMatchObject([{ ifname: "wg0", peers: [{ publicKey: PEER }] }]);
    expect(JSON.stringify(json("wg", "show"))).not.toContain(KEY);
    expect(json("wg", "show", "--secrets")).toMatchObject([{ privateKey: KEY }]);
    expect(inNamespace("wg", "showconf", "wg0").stdout.trim()).toBe(sandbox.run("wg showconf wg0").trim());
    const file = `/tmp/rxnetlink-wg-${randomUUID()}`;
    sandbox.run(`wg showconf wg0 > ${file}`);
    const other = `${"A".repeat(42)}E=`;
    const moved = inNamespace("wg", "set", "wg0", "peer", other, "allowed-ips", "10.0.0.0/8");
    expect(moved.stderr).toContain(`10.0.0.0/8 moves from ${PEER} to ${other}`);
    expect(inNamespace("wg", "syncconf", "wg0", file)).toMatchObject({ stderr: "" });
    expect(sandbox.run(`wg showconf wg0 | diff - ${file}; rm ${file}`)).toBe("");
    expect(inNamespace("wg", "show", "nothing").stderr).toContain("ENODEV");
  });
});
