import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { rtnetlink } from "@rxnetlink/route";
import { replay } from "@rxnetlink/testing";
import { openSandbox, type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { all } from "rxnetlink/promises";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { uplink$ } from "./uplink.js";

const why = whyNoNamespaces();
if (why !== undefined) console.log(`the examples are not tested: ${why}`);

const folder = mkdtempSync(join(tmpdir(), "examples-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Returns true if a program is not installed. */
const isMissing = (program: string) =>
  spawnSync("sh", ["-c", `PATH=$PATH:/usr/sbin command -v ${program}`]).status !== 0;

interface Running {
  readonly child: ChildProcess;
  /** Reads the next line of its output. */
  line(): Promise<string | undefined>;
  /** Reads the remaining lines, and its exit status. */
  rest(): Promise<{ lines: string[]; status: number | null }>;
}

describe.skipIf(why !== undefined)("the example", () => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await openSandbox();
    sandbox.run("ip link set lo up; ip link add v0 type veth peer name v1; ip link set v1 up");
  });
  afterEach(() => sandbox?.close());

  /** Starts an example inside the sandbox. */
  function run(name: string, ...args: string[]): Running {
    const script = new URL(`${name}.js`, import.meta.url).pathname;
    const command = [`--net=${sandbox.namespace.path}`, process.execPath, script, ...args];
    const child = spawn("nsenter", command, { stdio: ["ignore", "pipe", "inherit"] });
    const ended = once(child, "exit") as Promise<[number | null]>;
    const lines = createInterface(child.stdout!)[Symbol.asyncIterator]();
    return {
      child,
      line: async () => (await lines.next()).value as string | undefined,
      async rest() {
        const left: string[] = [];
        for (let next = await lines.next(); !next.done; next = await lines.next()) left.push(next.value);
        return { lines: left, status: (await ended)[0] };
      },
    };
  }

  it("list-and-filter-links lists links that are up", async () => {
    const { lines, status } = await run("list-and-filter-links").rest();
    expect(status).toBe(0);
    expect(lines.map((line) => line.replace(/\d+ bytes/, "N bytes")).sort()).toEqual([
      "1 lo up N bytes",
      "2 v1 up N bytes",
    ]);
  });

  it("wait-for-carrier ends when the carrier comes", async () => {
    const waiting = run("wait-for-carrier", "v1");
    expect(await waiting.line()).toBe("waiting for v1");
    sandbox.run("ip link set v0 up");
    expect(await waiting.rest()).toEqual({ lines: ["v1 is up"], status: 0 });
  });

  it("follow-routes prints each change until it is stopped", async () => {
    sandbox.run("ip link set v0 up; ip address add 192.0.2.1/24 dev v0");
    const following = run("follow-routes");
    expect(await following.line()).toBe("following");
    sandbox.run("ip route add 198.51.100.0/24 via 192.0.2.2; ip route del 198.51.100.0/24");
    const lines: (string | undefined)[] = [];
    while (!lines.at(-1)?.startsWith("delete")) lines.push(await following.line());
    expect(lines.filter((line) => line?.includes("198.51.100.0"))).toEqual([
      "new 198.51.100.0/24 via 192.0.2.2",
      "delete 198.51.100.0/24 via 192.0.2.2",
    ]);
    following.child.kill("SIGINT");
    await following.rest();
    expect(following.child.signalCode).toBe("SIGINT");
  });

  it("record-uplink prints the uplink, and records it for replay", async () => {
    const file = join(folder, "uplink.pcapng");
    const recording = run("record-uplink", file, "v1");
    expect(await recording.line()).toBe("none is up");
    sandbox.run("ip link set v0 up");
    expect(await recording.line()).toBe("v1");
    sandbox.run("ip link set v0 down");
    expect(await recording.line()).toBe("none is up");
    recording.child.kill("SIGINT");
    await recording.rest();
    const nl = rtnetlink({ transport: replay(readFileSync(file)) });
    expect(await all(uplink$(nl, ["v1"]))).toEqual([undefined, "v1", undefined]);
  });

  it("veth-between-namespaces joins two namespaces", async () => {
    expect(await run("veth-between-namespaces").rest()).toEqual({
      lines: ["left: west 192.0.2.1/24", "right: east 192.0.2.2/24"],
      status: 0,
    });
  });

  it("handle-errors prints what went wrong, and where", async () => {
    expect(await run("handle-errors").rest()).toEqual({
      lines: [
        "ENODEV: there is no link nobody",
        "ERANGE at linkinfo.data.vxlan.id: VXLAN ID must be lower than 16777216",
        "EEXIST: exists already, which is fine",
        "not sent: change link ifname=ifb9: mtu: -1 is not a u32",
      ],
      status: 0,
    });
  });

  it.skipIf(isMissing("nft") || isMissing("conntrack"))("who-talks-to-whom counts what ended", async () => {
    sandbox.run(`
      nft add table inet t
      nft 'add chain inet t c { type filter hook input priority 0; }'
      nft add rule inet t c ct state new counter
      sysctl -qw net.netfilter.nf_conntrack_acct=1`);
    const printing = run("who-talks-to-whom");
    expect(await printing.line()).toBe("listening");
    sandbox.run("bash -c 'printf hello > /dev/udp/127.0.0.1/99'; conntrack -F 2>/dev/null");
    expect(await printing.line()).toBe("127.0.0.1 > 127.0.0.1 udp 99: 33 bytes there, 0 back");
    printing.child.kill("SIGINT");
    await printing.rest();
  });

  it.skipIf(isMissing("nft"))("log-drops prints what a firewall drops", async () => {
    sandbox.run(`
      nft add table inet guard
      nft 'add chain inet guard input { type filter hook input priority 0; }'
      nft 'add rule inet guard input udp dport 99 log prefix "dropped" group 5 drop'`);
    const printing = run("log-drops", "5");
    expect(await printing.line()).toBe("listening to group 5");
    sandbox.run("bash -c 'printf hello > /dev/udp/127.0.0.1/99'");
    expect(await printing.line()).toMatch(/^dropped: udp 127\.0\.0\.1:\d+ > 127\.0\.0\.1:99, 33 bytes$/);
    printing.child.kill("SIGINT");
    await printing.rest();
  });

  it.skipIf(isMissing("nft"))("live-firewall shows rules, their counters, and who changes them", async () => {
    sandbox.run(`
      nft add table inet guard
      nft 'add chain inet guard input { type filter hook input priority 0; policy drop; }'
      nft 'add rule inet guard input udp dport 99 counter comment "knocks"'`);
    const showing = run("live-firewall");
    const lines = [await showing.line(), await showing.line(), await showing.line()];
    expect(lines).toEqual([
      "inet guard",
      "  chain input, filter, policy drop",
      expect.stringMatching(/^ {4}\d+: knocks, 0 packets$/),
    ]);
    sandbox.run("nft add rule inet guard input accept; bash -c 'echo > /dev/udp/127.0.0.1/99'");
    const until = async (expected: RegExp) => {
      let line = await showing.line();
      while (line !== undefined && !expected.test(line)) line = await showing.line();
      expect(line).toMatch(expected);
    };
    await until(/^nft \(\d+\) made generation 5: rule added to input$/);
    await until(/knocks, 1 packets$/);
    showing.child.kill("SIGINT");
    await showing.rest();
  });

  it.skipIf(isMissing("nft") || isMissing("ipset"))(
    "port-knocker lets in who knocks in the right order",
    async () => {
      sandbox.run(`
      nft add table ip door
      nft 'add chain ip door input { type filter hook input priority 0; }'
      nft 'add rule ip door input udp dport { 7001, 7002, 7003 } log group 5 drop'`);
      const guarding = run("port-knocker");
      expect(await guarding.line()).toBe("knock at 7001, 7002, 7003");
      const knock = (...ports: number[]) =>
        sandbox.run(`bash -c '${ports.map((port) => `echo > /dev/udp/127.0.0.1/${port}`).join("; ")}'`);
      knock(7001, 7003, 7002, 7003);
      expect(sandbox.run("ipset save guests")).not.toContain("127.0.0.1");
      knock(7001, 7001, 7002, 7003);
      expect(await guarding.line()).toBe("127.0.0.1 may enter");
      expect(sandbox.run("ipset save guests")).toContain("add guests 127.0.0.1 timeout");
      guarding.child.kill("SIGINT");
      await guarding.rest();
    },
  );

  it.skipIf(isMissing("iptables-nft"))(
    "captive-queue lets packets pass one after the other, and all at the end",
    async () => {
      sandbox.run("iptables-nft -A OUTPUT -p udp --dport 99 -j NFQUEUE --queue-num 3");
      sandbox.run("iptables-nft -A INPUT -p udp --dport 99 -j DROP");
      const queue = run("captive-queue", "1000");
      expect(await queue.line()).toBe("1000 packets a second pass through queue 3");
      sandbox.run("bash -c 'for i in 1 2 3; do echo $i > /dev/udp/127.0.0.1/99; done'");
      for (let i = 0; i < 3; i++) expect(await queue.line()).toBe("passed 127.0.0.1 > 127.0.0.1");
      queue.child.kill("SIGINT");
      expect(await queue.rest()).toEqual({ lines: [], status: 0 });
      const slow = run("captive-queue", "0.001");
      expect(await slow.line()).toBe("0.001 packets a second pass through queue 3");
      sandbox.run("bash -c 'for i in 4 5; do echo $i > /dev/udp/127.0.0.1/99; done'");
      slow.child.kill("SIGINT");
      expect(await slow.rest()).toEqual({ lines: [], status: 0 });
      expect(sandbox.run("iptables-nft -nvxL INPUT")).toMatch(/^ *5 /m);
    },
  );

  it.skipIf(isMissing("ipset"))("block-list keeps a set equal to a stream of addresses", () => {
    const script = new URL("block-list.js", import.meta.url).pathname;
    const lines = ["192.0.2.1", "198.51.100.0/24", "203.0.113.9", "-192.0.2.1"].join("\\n");
    const output = sandbox.run(`printf '${lines}' | ${process.execPath} ${script} blocked`);
    expect(output).toBe("blocked holds 198.51.100.0/24 203.0.113.9\n");
    const members = sandbox.run("ipset save blocked | grep ^add | sort");
    expect(members).toBe("add blocked 198.51.100.0/24\nadd blocked 203.0.113.9\n");
  });

  it.skipIf(isMissing("nft"))("sync-set keeps a set equal to the addresses of a name", async () => {
    sandbox.run("nft add table inet other");
    const syncing = run("sync-set", "127.0.0.1");
    expect(await syncing.line()).toBe("+ 127.0.0.1");
    const elements = sandbox.run("nft list set inet sync-set hosts");
    expect(elements).toContain("elements = { 127.0.0.1 }");
    expect(sandbox.run("nft list tables")).toBe("table inet other\ntable inet sync-set\n");
    syncing.child.kill("SIGINT");
    await syncing.rest();
  });
});
