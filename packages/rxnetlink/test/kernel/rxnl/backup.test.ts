import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { aroundSandbox, type Json, program, rxnl as runProgram, why } from "../../support/rxnl.js";

const CONFIGURATION = `
ip link add br0 type bridge
ip link add v0 type veth peer name v1
ip link set v0 master br0
ip link set br0 up && ip link set v0 up && ip link set v1 up
ip address add 192.0.2.1/24 dev v1
ip address add 2001:db8::1/64 dev v1 valid_lft 500 preferred_lft 400
ip route add 198.51.100.0/24 via 192.0.2.254
nft add table inet fw && nft add chain inet fw input && nft add rule inet fw input tcp dport 22 counter accept`;

const DRIFT = `
ip link set br0 mtu 1300
ip address add 192.0.2.2/24 dev v1
ip route delete 198.51.100.0/24
nft insert rule inet fw input ip saddr 192.0.2.9 drop`;

const DIFFERENCE = `\
~ link br0: mtu 1300 → 1500
- address 192.0.2.2/24 on v1
+ route 198.51.100.0/24: gateway 192.0.2.254 oif v1
~ nftables inet fw
    - rule input ip saddr 192.0.2.9 drop
`;

describe.skipIf(why !== undefined)("rxnl backup, diff and restore", () => {
  const kernel = aroundSandbox();
  const folder = mkdtempSync(join(tmpdir(), "rxnetlink-"));
  const file = join(folder, "net.json");
  const { inNamespace: rxnl } = kernel;
  const run = (lines: string) => kernel.sandbox.run(lines.trim());
  afterAll(() => rmSync(folder, { recursive: true }));

  it("save a namespace in a file, and say what they leave out", () => {
    run(CONFIGURATION);
    const { status, stdout, stderr } = rxnl("backup", file);
    expect([status, stdout]).toEqual([0, ""]);
    expect(stderr).toMatch(/not saved: address 2001:db8::1\/64 on v1: it expires in \d+ s\n/);
    expect(stderr).toMatch(
      /saved 4 links, 2 addresses, \d+ address labels, 1 route, \d+ rules, 1 nftables table\n/,
    );
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ version: 1, kernel: expect.any(String) });
    expect(rxnl("diff", file)).toMatchObject({ status: 0, stdout: "", stderr: "" });
  });

  it("print to standard output, some sections if asked to", () => {
    const { stdout } = rxnl("backup", "--sections", "rule,route");
    expect(Object.keys(JSON.parse(stdout).sections)).toEqual(["route", "rule"]);
    const wrong = rxnl("backup", "--sections", "routes");
    expect(wrong).toMatchObject({ status: 2, stderr: expect.stringMatching(/routes is no section .*route/) });
  });

  it("show what differs, and end with status 1", () => {
    run(DRIFT);
    expect(rxnl("diff", file)).toMatchObject({ status: 1, stdout: DIFFERENCE, stderr: "" });
    const steps = kernel.json("diff", file);
    expect(steps.map(({ type, section }) => [type, section])).toEqual([
      ["change", "link"],
      ["delete", "address"],
      ["add", "route"],
      ["change", "nftables"],
    ]);
    expect(steps[0]).toMatchObject({ changes: [{ path: "mtu", previous: 1300, current: 1500 }] });
  });

  it("plan, and change nothing", () => {
    const { status, stdout } = rxnl("restore", file, "--dry-run", "--prune");
    expect([status, stdout]).toEqual([0, DIFFERENCE]);
    expect(rxnl("diff", file).stdout).toBe(DIFFERENCE);
  });

  it("restore, and remove only when asked to", () => {
    const { status, stderr } = rxnl("restore", file);
    expect([status, stderr]).toEqual([
      0,
      "3 of 3 steps carried out\n1 object that the file does not have stays; --prune removes it\n",
    ]);
    const pruned = rxnl("restore", file, "--prune", "--json");
    const outcomes = pruned.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Json);
    expect(outcomes).toMatchObject([{ type: "applied", step: { type: "delete", section: "address" } }]);
    expect(rxnl("restore", file, "--prune")).toMatchObject({ status: 0, stderr: "nothing to do\n" });
  });

  it("end with status 1 where a step fails, and with 2 for what is no backup", () => {
    const saved = JSON.parse(readFileSync(file, "utf8"));
    const link = { family: "unspec", ifname: "eth7", flags: ["up"] };
    writeFileSync(file, JSON.stringify({ ...saved, sections: { link: [link] } }));
    expect(rxnl("restore", file)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("add link eth7: only hardware or a module can make it"),
    });
    writeFileSync(file, "{}");
    expect(rxnl("diff", file)).toMatchObject({ status: 2, stderr: `rxnl: ${file}: it is no backup\n` });
    const text = JSON.stringify(saved);
    writeFileSync(file, text.slice(0, text.length / 2));
    const cut = rxnl("restore", file);
    expect([cut.status, cut.stderr.split(": ").slice(0, 3)]).toEqual([2, ["rxnl", file, "it is no backup"]]);
    writeFileSync(file, JSON.stringify({ ...saved, version: 99 }));
    expect(rxnl("restore", file)).toMatchObject({
      status: 2,
      stderr: `rxnl: ${file}: version: 99 is newer than 1, the newest that can be read\n`,
    });
    expect(rxnl("restore", "/nonexistent")).toMatchObject({
      status: 2,
      stderr: "rxnl: /nonexistent: no such file or directory (ENOENT)\n",
    });
    writeFileSync(file, text);
  });

  it("say what they may not read or change", () => {
    run("ip route delete 198.51.100.0/24; ip link set br0 mtu 1300");
    const inside = [...kernel.inside(), "setpriv", "--bounding-set=-all", "--inh-caps=-all"];
    const without = (name: string) => runProgram([name, file], inside);
    const reading = "EPERM: reading it needs CAP_NET_ADMIN in the network namespace\n";
    const sections = "xfrmPolicy, xfrmDefault, ipset, nftables";
    const diff = without("diff");
    expect(diff).toMatchObject({ status: 1, stderr: `rxnl: not compared: ${sections}: ${reading}` });
    expect(diff.stdout).toBe(
      `${DIFFERENCE.split("\n")
        .filter((line) => /link|route/.test(line))
        .join("\n")}\n`,
    );
    const { status, stderr } = without("restore");
    expect(status).toBe(1);
    expect(stderr).toMatch(/0 of \d+ steps carried out\n/);
    expect(stderr).toMatch(/change link br0: .*EPERM.*; needs CAP_NET_ADMIN/);
    expect(stderr.match(/; needs CAP_NET_ADMIN/g)).toHaveLength(1);
    expect(stderr).toMatch(/add route 198.51.100.0\/24: .*EPERM/);
  });

  it("save no section that they may not read, which --prune would empty", () => {
    const inside = [...kernel.inside(), "setpriv", "--bounding-set=-all", "--inh-caps=-all"];
    const { status, stdout, stderr } = runProgram(["backup"], inside);
    expect([status, Object.keys(JSON.parse(stdout).sections)]).toEqual([
      0,
      expect.not.arrayContaining(["nftables", "ipset"]),
    ]);
    expect(stderr).toContain("not saved: xfrmState, xfrmPolicy, xfrmDefault, ipset, nftables: EPERM");
  });

  it("say how far they came when they are interrupted", async () => {
    // More than are made before the signal comes, on any machine.
    const names = Array.from({ length: 5000 }, (_, index) => `b${index}`);
    const links = names.map((ifname) => ({
      family: "unspec",
      ifname,
      flags: [],
      linkinfo: { kind: "bridge" },
    }));
    const many = join(folder, "many.json");
    writeFileSync(many, JSON.stringify({ version: 1, date: "", notes: [], sections: { link: links } }));
    const [command, ...args] = [...kernel.inside(), process.execPath, program, "restore", many];
    const [monitor, ...options] = [...kernel.inside(), "ip", "monitor", "link"];
    const watching = spawn(monitor!, options);
    const restoring = spawn(command!, args);
    let stderr = "";
    restoring.stderr.on("data", (text) => (stderr += text));
    const closed = once(restoring, "close");
    await once(watching.stdout, "data");
    restoring.kill("SIGINT");
    const [status] = await closed;
    watching.kill();
    const there = kernel.sandbox.json<{ ifname: string }[]>("ip -j link show type bridge");
    const made = there.filter(({ ifname }) => names.includes(ifname)).length;
    const [, counted] =
      /^stopped after (\d+) steps? of 5000, which stand; rxnl diff shows the rest\n$/.exec(stderr) ?? [];
    expect([status, counted]).toEqual([130, expect.any(String)]);
    // One more may have been on its way.
    expect(made - Number(counted)).toBeOneOf([0, 1]);
    expect(made).toBeLessThan(names.length);
  });

  it.each(["backup", "diff", "restore"])("have help of 80 columns for %s", (name) => {
    const { stdout } = rxnl(name, "--help");
    expect(Math.max(...stdout.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(80);
    expect(stdout).toContain("Examples:");
  });
});
