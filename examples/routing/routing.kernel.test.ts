// Examples of links, addresses, routes, queues and namespaces.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { startAmongNames } from "../support/among-names.js";
import { useSandbox, whyNoSandbox } from "../support/sandbox.js";

const LINKS = "ip link set lo up; ip link add v0 type veth peer name v1; ip link set v1 up";

describe.skipIf(whyNoSandbox !== undefined)("the example", () => {
  const sandbox = useSandbox(LINKS);
  const { sh, run } = sandbox;

  it("list-and-filter-links lists links that are up", async () => {
    const { lines, status } = await run("routing/list-and-filter-links").rest();
    expect(status).toBe(0);
    expect(lines.map((line) => line.replace(/\d+ bytes/, "N bytes")).sort()).toEqual([
      "1 lo up N bytes",
      "2 v1 up N bytes",
    ]);
  });

  it("wait-for-carrier ends when the carrier comes", async () => {
    const waiting = run("routing/wait-for-carrier", "v1");
    expect(await waiting.line()).toBe("waiting for v1");
    sh("ip link set v0 up");
    expect(await waiting.rest()).toEqual({ lines: ["v1 is up"], status: 0 });
  });

  it("follow-routes prints each change until it is stopped", async () => {
    sh("ip link set v0 up; ip address add 192.0.2.1/24 dev v0");
    const following = run("routing/follow-routes");
    expect(await following.line()).toBe("following");
    sh("ip route add 198.51.100.0/24 via 192.0.2.2; ip route del 198.51.100.0/24");
    const lines: (string | undefined)[] = [];
    while (!lines.at(-1)?.startsWith("delete")) lines.push(await following.line());
    expect(lines.filter((line) => line?.includes("198.51.100.0"))).toEqual([
      "new 198.51.100.0/24 via 192.0.2.2",
      "delete 198.51.100.0/24 via 192.0.2.2",
    ]);
    await following.stop();
    expect(following.child.signalCode).toBe("SIGINT");
  });

  it("connect-namespaces joins two namespaces", async () => {
    expect(await run("routing/connect-namespaces").rest()).toEqual({
      lines: ["left: west 192.0.2.1/24", "right: east 192.0.2.2/24"],
      status: 0,
    });
  });

  it("try-change undoes what a command changed that fails", async () => {
    sh("ip address add 192.0.2.1/24 dev v1; nft add table inet kept");
    const before = sh("ip -4 address; nft list ruleset");
    const changes =
      "ip address del 192.0.2.1/24 dev v1; ip link set v1 mtu 1400; nft delete table inet kept; false";
    expect(await run("routing/try-change", "sh", "-c", changes).rest()).toEqual({
      lines: [
        "sh failed with status 1",
        "undone: change link v1",
        "undone: add address 192.0.2.1/24 on v1",
        "undone: add nftables inet kept",
      ],
      status: 1,
    });
    expect(sh("ip -4 address; nft list ruleset")).toBe(before);
    const { lines } = await run("routing/try-change", "ip", "link", "set", "v1", "mtu", "1400").rest();
    expect(lines).toEqual(["ip succeeded"]);
    expect(sh("ip link show v1")).toContain("mtu 1400");
  });

  it("handle-errors prints what went wrong, and where", async () => {
    expect(await run("routing/handle-errors").rest()).toEqual({
      lines: [
        "ENODEV: there is no link nobody",
        "ERANGE at linkinfo.data.vxlan.id: VXLAN ID must be lower than 16777216",
        "EEXIST: exists already, which is fine",
        "not sent: change link ifname=ifb9: mtu: -1 is not a u32",
      ],
      status: 0,
    });
  });

  it("find-route prints the way to an address whenever it changes", async () => {
    const finding = run("routing/find-route", "198.51.100.7");
    expect(await finding.line()).toBe("198.51.100.7 is unreachable: ENETUNREACH");
    sh("ip link set v0 up; ip address add 192.0.2.1/24 dev v0; ip route add default via 192.0.2.254");
    expect(await finding.line()).toBe("198.51.100.7 via 192.0.2.254 on v0 from 192.0.2.1");
    sh("ip route add 198.51.100.0/24 dev v1");
    expect(await finding.line()).toBe("198.51.100.7 on v1 from 192.0.2.1");
    await finding.stop();
  });

  it("build-bridge joins links, or leaves nothing", async () => {
    sh("ip link add v2 type veth peer name v3; ip link set v3 up");
    expect(await run("routing/build-bridge", "br0", "192.0.2.1/24", "v0", "v2").rest()).toEqual({
      lines: ["v0 is a port of br0", "v2 is a port of br0", "br0 has 192.0.2.1/24 and forwards"],
      status: 0,
    });
    expect(sh("ip -br link show master br0")).toMatch(/^v0@v1 +UP .*\nv2@v3 +UP /);
    expect(sh("ip -br address show br0")).toContain("192.0.2.1/24");
    const failing = await run("routing/build-bridge", "br1", "192.0.2.1/24", "nobody").rest();
    expect(failing).toEqual({ lines: [], status: 1 });
    expect(sh("ip -br link")).not.toContain("br1");
  });

  it("add-many-routes reports what is refused, and adds the rest", async () => {
    sh("ip link set v0 up; ip address add 192.0.2.1/24 dev v0");
    const many = Array.from({ length: 2000 }, (_, i) => `10.${i >> 8}.${i & 255}.0/24 192.0.2.2`);
    const file = join(mkdtempSync(join(tmpdir(), "rxnetlink-routes-")), "routes.txt");
    writeFileSync(file, [...many, "203.0.113.0/24 10.255.9.9", "192.0.2.3/24 192.0.2.2", ""].join("\n"));
    const { lines, status } = await run("routing/add-many-routes", file).rest();
    rmSync(dirname(file), { recursive: true });
    expect(lines).toEqual([
      expect.stringMatching(/^203\.0\.113\.0\/24 via 10\.255\.9\.9: .*ENETUNREACH/),
      expect.stringMatching(/^192\.0\.2\.3\/24 via 192\.0\.2\.2: .*EINVAL/),
      "2000 added, 2 refused",
    ]);
    expect(status).toBe(0);
    expect(sh("ip route | grep -c via")).toBe("2000\n");
  });

  it("limit-bandwidth limits a link until it is stopped", async () => {
    sh("ip link set v0 up; ip address add 192.0.2.1/24 dev v0");
    const limiting = run("routing/limit-bandwidth", "v0", "1mbit", "50");
    expect(await limiting.line()).toBe("v0 sends at most 1mbit");
    expect(sh("tc qdisc show dev v0 root")).toMatch(/^qdisc tbf \w+: root refcnt \d rate 1Mbit burst 2000b/);
    sh("ip neigh add 192.0.2.2 lladdr 02:00:00:00:00:02 dev v0");
    // All at once, so that some wait also on a slow machine.
    const send = `socket.send(Buffer.alloc(1400), 9, "192.0.2.2", () => ++sent === 9 && socket.close());`;
    const socket = `const socket = dgram.createSocket("udp4"); let sent = 0;`;
    sh(`${process.execPath} -e '${socket} for (let i = 0; i < 9; i++) ${send}'`);
    expect(await limiting.lineWith("packets sent")).toMatch(/^\d+ packets sent, \d+ dropped, \d+ delayed$/);
    let line = await limiting.line();
    while (line?.endsWith(" 0 delayed")) line = await limiting.line();
    expect(line).toMatch(/, [1-9]\d* delayed$/);
    expect((await limiting.stop()).status).toBe(0);
    expect(sh("tc qdisc show dev v0 root")).not.toContain("tbf");
  });

  it("route-by-source sends packets of a network by another gateway, and undoes it", async () => {
    sh("ip link set v0 up; ip address add 192.0.2.1/24 dev v0; ip address add 10.1.0.1/16 dev lo");
    const args = ["10.1.0.0/16", "192.0.2.254"];
    for (let i = 0; i < 2; i++)
      expect(await run("routing/route-by-source", ...args).rest()).toEqual({
        lines: ["packets from 10.1.0.0/16 go by 192.0.2.254"],
        status: 0,
      });
    expect(sh("ip route get 198.51.100.7 from 10.1.0.1")).toContain("via 192.0.2.254 dev v0 table 1000");
    for (let i = 0; i < 2; i++)
      expect(await run("routing/route-by-source", ...args, "--undo").rest()).toEqual({
        lines: ["packets from 10.1.0.0/16 go as all others do"],
        status: 0,
      });
    expect(sh("ip rule; ip route show table 1000")).not.toContain("1000");
  });

  it("find-neighbours prints who is there and who is not", async () => {
    sh(`ip link set v0 up; ip address add 192.0.2.1/24 dev v0
      ip neigh add 192.0.2.7 lladdr 02:00:00:00:00:07 dev v0`);
    const finding = run("routing/find-neighbours");
    expect(await finding.lineWith("192.0.2.7")).toBe("192.0.2.7 is 02:00:00:00:00:07 on v0: permanent");
    sh("ip neigh change 192.0.2.7 lladdr 02:00:00:00:00:08 nud stale dev v0");
    expect(await finding.lineWith("192.0.2.7")).toBe("192.0.2.7 is 02:00:00:00:00:08 on v0: stale");
    sh("ip neigh change 192.0.2.7 nud failed dev v0");
    expect(await finding.lineWith("192.0.2.7")).toBe("192.0.2.7 does not answer on v0");
    await finding.stop();
  });

  it("watch-namespaces prints links of namespaces that come and go", async () => {
    const watching = startAmongNames(sandbox.path, "routing/watch-namespaces");
    expect(await watching.lineWith("v0")).toBe("(here): + v0");
    watching.sh("ip netns add blue; ip -n blue link add b0 type bridge");
    expect(await watching.lineWith("b0")).toBe("blue: + b0");
    watching.sh("ip netns delete blue");
    expect(await watching.lineWith("gone")).toBe("blue is gone");
    await watching.stop();
  });
});
