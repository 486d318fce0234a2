import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { aroundSandbox, type Json, program, rxnl, why } from "../../support/rxnl.js";

describe.skipIf(why !== undefined)("rxnl watch", () => {
  const kernel = aroundSandbox();
  const { inNamespace, inside } = kernel;

  it("prints JSON, one object per line", async () => {
    const once$ = inNamespace("watch", "--json");
    const lines = once$.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Json);
    expect(lines[0]).toMatchObject({ type: "added", object: "link", current: { ifname: "lo" } });
    expect(lines.at(-1)).toEqual({ type: "synced" });
    const args = [inside()[1], process.execPath, program, "watch", "--json", "--follow"];
    const child = spawn("nsenter", args, { stdio: ["ignore", "pipe", "inherit"] });
    const ended = once(child, "exit");
    const events: Json[] = [];
    for await (const line of createInterface(child.stdout)) {
      const event = JSON.parse(line) as Json;
      if (event.type === "synced")
        kernel.sandbox.run("ip link add m0 type ifb; ip link set m0 mtu 1400; ip link del m0");
      else if (event.inferred === false) events.push(event);
      if (event.type === "removed") break;
    }
    expect(events).toMatchObject([
      { type: "added", object: "link", current: { ifname: "m0" } },
      { type: "changed", object: "link", current: { mtu: 1400 }, previous: { mtu: 1500 } },
      { type: "removed", object: "link", previous: { ifname: "m0", flags: ["broadcast", "noarp"] } },
    ]);
    child.kill("SIGINT");
    expect((await ended)[0]).toBe(130);
  });

  it("prints the state and ends if the output is not a terminal", () => {
    const { status, stdout } = inNamespace("watch");
    expect(status).toBe(0);
    expect(stdout).toMatch(/Links \(1\)\n {2}1: lo .*\nAddresses \(\d\)\n[\s\S]*Routes \(\d+\)\n/);
  });

  const cannotPretend = spawnSync("script", ["--version"]).status !== 0;
  if (cannotPretend) console.log("rxnl watch is not tested on a terminal: needs the program script");

  it.skipIf(cannotPretend)("prints changes on a terminal until it is interrupted", async () => {
    // Ctrl-C reaches every process of a terminal: a remaining shell would end too and hide the status of rxnl.
    const command = ["exec", ...inside(), process.execPath, program, "watch", "--follow"].join(" ");
    const terminal = spawn("script", ["-qefc", command, "/dev/null"], {
      stdio: ["pipe", "pipe", "inherit"],
      env: { ...process.env, SHELL: "/bin/sh" },
    });
    const ended = once(terminal, "exit");
    const next: Readonly<Record<string, () => void>> = {
      "Changes, until Ctrl-C": () => kernel.sandbox.run("ip link add w0 type ifb"),
      "+ link": () => kernel.sandbox.run("ip link set w0 mtu 1400"),
      "~ link": () => kernel.sandbox.run("ip link delete w0"),
      "- link": () => terminal.stdin.write("\x03"),
    };
    const lines: string[] = [];
    for await (const coloured of createInterface(terminal.stdout)) {
      const line = stripVTControlCharacters(coloured);
      lines.push(line);
      const step = Object.keys(next).find((start) => line.startsWith(start));
      if (step !== undefined) next[step]!();
    }
    expect((await ended)[0]).toBe(130);
    // The terminal echoes the key.
    const changes = lines.slice(lines.indexOf("Changes, until Ctrl-C") + 1).filter((line) => line !== "^C");
    expect(lines[0]).toBe("Links (1)");
    expect(changes).toEqual([
      expect.stringMatching(/^\+ link {4}\d+: w0 ifb /),
      expect.stringMatching(/^~ link {4}\d+: w0 ifb .* mtu 1400 .*\(mtu 1500 → 1400\)$/),
      expect.stringMatching(/^- link {4}\d+: w0 ifb /),
    ]);
  });

  it("watches and monitors the objects of routing that are named", () => {
    kernel.sandbox.run("ip rule add priority 77 lookup 77");
    const { stdout, status } = inNamespace("watch", "rule", "nexthop");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Rules \(\d+\)\n {2}family=inet [\s\S]* priority=77[\s\S]*Nexthops \(0\)\n$/);
    expect(inNamespace("watch", "rul")).toMatchObject({
      status: 2,
      stderr: "rxnl: rul: no such object to follow (did you mean rule?)\n",
    });
  });

  it("runs the demo, which ends on its own", () => {
    const { status, stdout } = rxnl(["watch", "--demo"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /ip address add 192\.0\.2\.1\/24 dev demo0\n[\s\S]* {2}\+ address 192\.0\.2\.1\/24 link \d/,
    );
    const last = stdout.slice(stdout.indexOf("ip link del demo0"));
    for (const gone of ["link .*demo0", "link .*demo1", "address 192.0.2.1", "route .*192.0.2.0/24"])
      expect(last).toMatch(new RegExp(`^ {2}- ${gone}`, "m"));
  });

  const asNobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];
  const cannotBeNobody =
    spawnSync(asNobody[0]!, [...asNobody.slice(1), process.execPath, program, "--version"]).status !== 0;
  if (cannotBeNobody)
    console.log("rxnl is not tested as an ordinary user: needs root, and a checkout that others can read");

  it.skipIf(cannotBeNobody)("works for an ordinary user", () => {
    expect(rxnl(["watch", "--once"], asNobody)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("Links ("),
    });
    expect(rxnl(["watch", "--demo"], asNobody)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("demo0"),
    });
    const refused = rxnl(["link", "add", "ifname=mine", "linkinfo.kind=ifb"], [...inside(), ...asNobody]);
    expect(refused).toMatchObject({ status: 1, stderr: expect.stringContaining("EPERM") });
    expect(refused.stderr).toContain("needs CAP_NET_ADMIN");
  });
});
