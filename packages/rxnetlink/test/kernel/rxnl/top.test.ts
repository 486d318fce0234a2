import { spawn } from "node:child_process";
import { describe, expect, it } from "vitest";
import { aroundSandbox, why } from "../../support/rxnl.js";

interface Row {
  readonly ifname: string;
  readonly rates: Readonly<Record<string, number>>;
}

describe.skipIf(why !== undefined)("rxnl top", () => {
  const { inNamespace, inside } = aroundSandbox();

  it("prints what links receive and send, the busiest first", () => {
    const [command, enter] = inside();
    const send = `setInterval(() => socket.send(Buffer.alloc(64), 9, "127.0.0.1"), 2)`;
    const program = `const socket = dgram.createSocket("udp4"); ${send}`;
    const traffic = spawn(command, [enter, process.execPath, "-e", program], { stdio: "ignore" });
    try {
      inNamespace("link", "add", "ifname=a0", "linkinfo.kind=ifb");
      const { stdout, stderr } = inNamespace("top", "--count", "2", "--interval", "0.3", "--json");
      expect(stderr).toBe("");
      const [, last] = stdout.trim().split("\n");
      const rows = JSON.parse(last!) as Row[];
      expect(rows.map(({ ifname }) => ifname)).toEqual(["lo", "a0"]);
      const { rxPackets, rxBytes, txBytes } = rows[0]!.rates;
      expect(rxPackets).toBeGreaterThan(0);
      expect(rxBytes).toBe(txBytes);
      expect(rxBytes).toBeGreaterThan(rxPackets! * 64);
      const table = inNamespace("top", "ifname=lo", "--count", "1", "--interval", "0.2").stdout;
      expect(table).toMatch(/^link {2}rx bit\/s +tx bit\/s .*\nlo +\d[\d.]*( [kM])? +.*\n\n$/);
    } finally {
      traffic.kill();
    }
  });

  it.each([
    [["--interval", "0"], "It must be a number of seconds."],
    [["ifnam=lo"], "did you mean ifname?"],
  ])("refuses %j", (words, message) => {
    const { status, stderr } = inNamespace("top", ...words);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });
});
