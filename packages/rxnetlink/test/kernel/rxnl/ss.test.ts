import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aroundFollowing } from "../../support/following.js";
import { aroundSandbox, why } from "../../support/rxnl.js";

/** Opens a connection to port 22, a listener of IPv6, and a socket of UDP; replaces the connection on request. */
const PROGRAM = `
  import { createSocket } from "node:dgram";
  import { once } from "node:events";
  import { connect, createServer } from "node:net";
  const server = createServer((socket) => socket.on("error", () => {}).resume()).listen(22, "127.0.0.1");
  const other = createServer().listen(443, "::1");
  const udp = createSocket("udp4").bind(53, "127.0.0.1");
  await Promise.all([once(server, "listening"), once(other, "listening"), once(udp, "listening")]);
  async function connection() {
    const client = connect(22, "127.0.0.1");
    await once(client, "connect");
    client.on("error", () => {}).write("four");
    console.log("ready");
    return client;
  }
  const first = await connection();
  await once(process.stdin, "data");
  first.resetAndDestroy();
  await connection();`;

describe.skipIf(why !== undefined)(`rxnl ss${why === undefined ? "" : ` (skipped: ${why})`}`, () => {
  const around = aroundSandbox();
  const following = aroundFollowing(around.inside);
  let sockets: ChildProcess;
  beforeAll(async () => {
    const [command, ...inside] = around.inside();
    const args = [...inside, process.execPath, "--input-type=module", "-e", PROGRAM];
    sockets = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
    await once(sockets.stdout!, "data");
  });
  afterAll(() => void sockets?.kill());

  it("prints connected sockets in columns", () => {
    const { stdout, stderr } = around.inNamespace("ss", "-tn");
    const [head, ...lines] = stdout.trimEnd().split("\n");
    expect(stderr).toBe("");
    expect(head).toMatch(/^Netid {2}State {2}Recv-Q {2}Send-Q {2}Local Address:Port +Peer Address:Port$/);
    expect(lines.sort()).toEqual([
      expect.stringMatching(/^tcp {4}ESTAB {2}0 {7}0 {7}127\.0\.0\.1:22 +127\.0\.0\.1:\d+$/),
      expect.stringMatching(/^tcp {4}ESTAB {2}0 {7}0 {7}127\.0\.0\.1:\d+ +127\.0\.0\.1:22$/),
    ]);
  });

  it("selects by states, families and filters", () => {
    const ports = (...args: string[]) => around.json("ss", ...args).map(({ netid, sport }) => [netid, sport]);
    expect(ports("-tl").sort()).toEqual([
      ["tcp", 22],
      ["tcp", 443],
    ]);
    expect(ports("-tl6")).toEqual([["tcp", 443]]);
    expect(ports("-tla", "sport", "=", ":443", "or", "dport", "=", ":443")).toEqual([["tcp", 443]]);
    expect(ports("-l", "sport = :53 and src 127/8")).toEqual([["udp", 53]]);
    expect(ports("-t", "state listening not sport = https")).toEqual([["tcp", 22]]);
    expect(ports("-ta", "dev", "lo")).toEqual([]);
  });

  it("prints processes, measurements, memory and more", () => {
    const { stdout } = around.inNamespace("ss", "-tpime", "dport", "=", "ssh");
    expect(stdout).toMatch(
      new RegExp(`127\\.0\\.0\\.1:ssh +users:\\(\\("node",pid=${sockets.pid},fd=\\d+\\)\\)`),
    );
    expect(stdout).toMatch(/ino:\d+ sk:[0-9a-f]+/);
    expect(stdout).toMatch(/\n\tskmem:\(r0,rb\d+,.*\) \w+ rto:\d+ .*bytes_sent:4 /);
    const [row] = around.json("ss", "-tp", "dport = ssh");
    expect(row).toMatchObject({ processes: [{ pid: sockets.pid, command: "node", user: "root" }] });
  });

  it("points at what is wrong in a filter", () => {
    expect(around.inNamespace("ss", "-t", "sport = 22 garbage")).toEqual(
      expect.objectContaining({
        status: 2,
        stderr:
          'rxnl: the filter is not as ss has it: expected a condition, "not" or "(" at 11, not "garbage"\n' +
          "  sport = 22 garbage\n             ^\n",
      }),
    );
    expect(around.inNamespace("ss", "dev", "nope").stderr).toBe("rxnl: there is no link nope\n");
  });

  it("prints sockets that end", async () => {
    const events = await following("ss", "-E", "-tn", "sport", "=", ":22");
    const json = await following("ss", "-E", "--json", "-t", "sport = :22");
    const again = once(sockets.stdout!, "data");
    sockets.stdin!.write("end");
    await again;
    expect(await events.line()).toMatch(
      /^tcp {2}UNCONN {2}\d+ {2}\d+ {2}127\.0\.0\.1:22 {2}127\.0\.0\.1:\d+$/,
    );
    const event = JSON.parse(await json.line());
    expect(event).toMatchObject({ type: "delete", object: "tcp", value: { state: "close", sport: 22 } });
    expect(await events.interrupted()).toBe(130);
  });

  it("destroys what a filter selects, and nothing without one", () => {
    expect(around.inNamespace("ss", "-K").stderr).toContain("--kill needs a filter");
    expect(around.inNamespace("ss", "-K", " ").stderr).toContain("--kill needs a filter");
    expect(around.inNamespace("ss", "-xK", "src /tmp").stderr).toContain(
      "sockets of TCP, UDP and raw IP only",
    );
    const killed = around.json("ss", "-K", "-t", "dport = :22");
    expect(killed).toMatchObject([{ netid: "tcp", state: "established", dport: 22 }]);
    expect(around.json("ss", "-t", "dport = :22")).toEqual([]);
  });
});
