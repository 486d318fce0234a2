// What rxnl monitor prints of other namespaces and of other times.
import { describe, expect, it } from "vitest";
import { linesInOwnRun, whyNoRun } from "../../support/own-run.js";
import { program } from "../../support/rxnl.js";

const why = whyNoRun();
if (why !== undefined) console.log(`rxnl monitor of namespaces is not tested: no private /run: ${why}`);

/** Runs a program there, in which `rxnl` starts the command, and returns the lines that it prints. */
function linesOf(source: string): string[] {
  const prelude = `
    import { execFileSync, spawn } from "node:child_process";
    import { createInterface } from "node:readline";
    const sh = (command) => execFileSync("sh", ["-c", command]);
    const rxnl = (...words) => spawn(process.execPath, [${JSON.stringify(program)}, ...words]);`;
  return linesInOwnRun(prelude + source);
}

describe.skipIf(why !== undefined)("rxnl monitor", () => {
  it("follows all namespaces as long as they exist, and names them", () => {
    const lines = linesOf(`
      sh("ip netns add first");
      const child = rxnl("monitor", "link", "--all-namespaces");
      createInterface(child.stderr).once("line", () => sh("ip link add own type ifb"));
      const next = {
        "[.] +": () => sh("ip -n first link set lo mtu 1400"),
        "[first] ~": () => sh("ip netns add second"),
        // Its first change may be that of the list, if it is followed only then.
        "[second] + namespace": () => sh("ip netns delete second"),
        "[second] - namespace": () => child.kill("SIGINT"),
      };
      createInterface(child.stdout).on("line", (line) => {
        console.log(line);
        Object.entries(next).find(([start]) => line.startsWith(start))?.[1]();
      });
      child.once("exit", (status) => console.log("status", status));`);
    // The process that creates a namespace may be found in it, before it has its name.
    expect(lines.filter((line) => !line.startsWith("[ip["))).toEqual([
      expect.stringMatching(/^\[\.\] \+ link 2: own ifb /),
      expect.stringMatching(/^\[first\] ~ link 1: lo .*\(mtu 65536 → 1400\)$/),
      "[second] + namespace",
      "[second] - namespace",
      "status 130",
    ]);
  });

  it("follows namespaces without a name as long as there is a process in them", () => {
    const lines = linesOf(`
      const inside = spawn("unshare", ["--net", "sh", "-c", "read line; ip link set lo mtu 1400; read line"]);
      const child = rxnl("monitor", "link", "--all-namespaces");
      const next = {
        "sh] ~": () => inside.kill(),
        "sh] - namespace": () => child.kill("SIGINT"),
      };
      createInterface(child.stderr).once("line", () => inside.stdin.write("\\n"));
      createInterface(child.stdout).on("line", (line) => {
        const plain = line.replace(/\\[\\d+\\]/, "").replace("[", "");
        console.log(plain);
        Object.entries(next).find(([start]) => plain.startsWith(start))?.[1]();
      });
      child.once("exit", (status) => console.log("status", status));`);
    expect(lines.filter((line) => !line.startsWith("unshare]"))).toEqual([
      expect.stringMatching(/^sh\] ~ link 1: lo .*\(mtu 65536 → 1400\)$/),
      "sh] - namespace",
      "status 130",
    ]);
  });

  it("prints what a recording has kept, as JSON too", () => {
    const record = (rows: string) => `
      import { merge, take, takeLast } from "rxjs";
      import { kernelTransport, rtnetlink } from ${JSON.stringify(import.meta.resolve("#src/index.js"))};
      import { recordTo } from ${JSON.stringify(import.meta.resolve("#src/testing.js"))};
      const nl = rtnetlink({ transport: recordTo("/run/recording", kernelTransport()) });
      const done = () => { nl.connection.close(); nl.transport.close().then(print); };
      ${rows}
      function print() {
        const child = rxnl("monitor", "link", "--from", "/run/recording", ...process.argv.slice(1));
        child.stdout.pipe(process.stdout);
        child.stderr.pipe(process.stdout);
      }`;
    const change = 'sh("ip link add m0 type ifb; ip link set m0 mtu 1400; ip link delete m0")';
    const tracked = `nl.link.watch$().subscribe(({ type }) => {
      if (type === "synced") ${change};
      if (type === "removed") done();
    });`;
    const time = /^\d{4}-\d\d-\d\dT[\d:.]{12}Z /;
    const lines = linesOf(record(tracked));
    expect(lines.map((line) => line.replace(time, ""))).toEqual([
      expect.stringMatching(/^\+ link 2: m0 ifb /),
      expect.stringMatching(/^~ link 2: m0 ifb .* \(mtu 1500 → 1400\)$/),
      expect.stringMatching(/^- link 2: m0 ifb /),
    ]);
    expect(lines.every((line) => time.test(line))).toBe(true);
    const untracked = `nl.link.notifications$({ listening: () => ${change} }).subscribe(({ type }) => {
      if (type === "delete") done();
    });`;
    const types = linesOf(record(untracked)).map((line) => line.replace(time, "")[0]);
    expect(types).toEqual(["+", "+", "-"]);
  });
});
