import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isMissing } from "../support/running.js";
import { useSandbox, whyNoSandbox } from "../support/sandbox.js";

/** Opens a connection to 192.0.2.1, which loopback has, and sends 64 KiB every 50 ms. */
const TALKER = `
  import { once } from "node:events";
  import { connect, createServer } from "node:net";
  const server = createServer((socket) => socket.on("error", () => {}).resume()).listen(7000, "192.0.2.1");
  await once(server, "listening");
  const client = connect(7000, "192.0.2.1").on("error", () => {});
  await once(client, "connect");
  setInterval(() => client.writable && client.write(Buffer.alloc(65536)), 50);
  console.log("ready");`;

describe.skipIf(whyNoSandbox !== undefined)("the example about sockets", () => {
  const sandbox = useSandbox("ip link set lo up; ip address add 192.0.2.1/32 dev lo");
  const { sh, run } = sandbox;
  let talker: ChildProcess;
  beforeEach(async () => {
    const args = [`--net=${sandbox.path}`, process.execPath, "--input-type=module", "-e", TALKER];
    talker = spawn("nsenter", args, { stdio: ["ignore", "pipe", "inherit"] });
    await once(talker.stdout!, "data");
  });
  afterEach(() => talker?.kill());

  it("find-top-talkers prints the connections that move most", async () => {
    const { child, line } = run("sockets/find-top-talkers", "200");
    expect(await line()).toBe("   sent KiB/s  received KiB/s");
    const [first, second] = [await line(), await line()];
    const both = [first, second].sort();
    expect(both[0]).toMatch(/^ {10}0\.0 +\d+\.\d {2}192\.0\.2\.1:7000 > 192\.0\.2\.1:\d+ {2}node$/);
    expect(both[1]).toMatch(/^ +\d+\.\d {13}0\.0 {2}192\.0\.2\.1:\d+ > 192\.0\.2\.1:7000 {2}node$/);
    child.kill();
  });

  it("kill-connections destroys those of an address", async () => {
    expect(await run("sockets/kill-connections", "198.51.100.0/24").rest()).toEqual({
      lines: ["destroyed 0"],
      status: 0,
    });
    const { lines, status } = await run("sockets/kill-connections", "192.0.2.0/24").rest();
    expect(lines.at(-1)).toMatch(/^destroyed [12]$/);
    expect(lines[0]).toMatch(/^192\.0\.2\.1:\d+ > 192\.0\.2\.1:\d+$/);
    expect(status).toBe(0);
    expect((await run("sockets/kill-connections").rest()).status).toBe(2);
  });

  it.skipIf(isMissing("nft"))("alert-on-retransmissions warns, and says when all is well", async () => {
    const watching = run("sockets/alert-on-retransmissions", "300");
    expect(await watching.line()).toBe("watching");
    sh(`
      nft add table inet t
      nft 'add chain inet t c { type filter hook input priority 0; }'
      nft add rule inet t c tcp dport 7000 numgen random mod 10 lt 3 drop`);
    expect(await watching.line()).toMatch(/^192\.0\.2\.1:\d+ > 192\.0\.2\.1:7000 sends \d+\.\d % again$/);
    sh("nft delete table inet t");
    let line = await watching.line();
    while (!line?.endsWith("is well again")) line = await watching.line();
    watching.child.kill();
  });
});
