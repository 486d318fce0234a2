// Examples of packets, connections, sets and nftables.

import { describe, expect, it } from "vitest";
import { isMissing } from "../support/running.js";
import { useSandbox, whyNoSandbox } from "../support/sandbox.js";

describe.skipIf(whyNoSandbox !== undefined)("the example", () => {
  const { sh, run } = useSandbox("ip link set lo up");

  it.skipIf(isMissing("nft") || isMissing("conntrack"))("count-traffic counts what ended", async () => {
    sh(`
      nft add table inet t
      nft 'add chain inet t c { type filter hook input priority 0; }'
      nft add rule inet t c ct state new counter
      sysctl -qw net.netfilter.nf_conntrack_acct=1`);
    const printing = run("netfilter/count-traffic");
    expect(await printing.line()).toBe("listening");
    sh("bash -c 'printf hello > /dev/udp/127.0.0.1/99'; conntrack -F 2>/dev/null");
    expect(await printing.line()).toBe("127.0.0.1 > 127.0.0.1 udp 99: 33 bytes there, 0 back");
    await printing.stop();
  });

  it.skipIf(isMissing("nft"))("log-drops prints what a firewall drops", async () => {
    sh(`
      nft add table inet guard
      nft 'add chain inet guard input { type filter hook input priority 0; }'
      nft 'add rule inet guard input udp dport 99 log prefix "dropped" group 5 drop'`);
    const printing = run("netfilter/log-drops", "5");
    expect(await printing.line()).toBe("listening to group 5");
    sh("bash -c 'printf hello > /dev/udp/127.0.0.1/99'");
    expect(await printing.line()).toMatch(/^dropped: udp 127\.0\.0\.1:\d+ > 127\.0\.0\.1:99, 33 bytes$/);
    await printing.stop();
  });

  it.skipIf(isMissing("nft"))(
    "watch-firewall shows rules, their counters, and who changes them",
    async () => {
      sh(`
      nft add table inet guard
      nft 'add chain inet guard input { type filter hook input priority 0; policy drop; }'
      nft 'add rule inet guard input udp dport 99 counter comment "knocks"'`);
      const showing = run("netfilter/watch-firewall");
      const lines = [await showing.line(), await showing.line(), await showing.line()];
      expect(lines).toEqual([
        "inet guard",
        "  chain input, filter, policy drop",
        expect.stringMatching(/^ {4}\d+: knocks, 0 packets$/),
      ]);
      sh("nft add rule inet guard input accept; bash -c 'echo > /dev/udp/127.0.0.1/99'");
      const until = async (expected: RegExp) => {
        let line = await showing.line();
        while (line !== undefined && !expected.test(line)) line = await showing.line();
        expect(line).toMatch(expected);
      };
      await until(/^nft \(\d+\) made generation 5: rule added to input$/);
      await until(/knocks, 1 packets$/);
      await showing.stop();
    },
  );

  it.skipIf(isMissing("nft") || isMissing("ipset"))(
    "open-port-to-knocks lets in who knocks in the right order",
    async () => {
      sh(`
      nft add table ip door
      nft 'add chain ip door input { type filter hook input priority 0; }'
      nft 'add rule ip door input udp dport { 7001, 7002, 7003 } log group 5 drop'`);
      const guarding = run("netfilter/open-port-to-knocks");
      expect(await guarding.line()).toBe("knock at 7001, 7002, 7003");
      const knock = (...ports: number[]) =>
        sh(`bash -c '${ports.map((port) => `echo > /dev/udp/127.0.0.1/${port}`).join("; ")}'`);
      knock(7001, 7003, 7002, 7003);
      expect(sh("ipset save guests")).not.toContain("127.0.0.1");
      knock(7001, 7001, 7002, 7003);
      expect(await guarding.line()).toBe("127.0.0.1 may enter");
      expect(sh("ipset save guests")).toContain("add guests 127.0.0.1 timeout");
      await guarding.stop();
    },
  );

  it.skipIf(isMissing("iptables-nft"))(
    "pace-packets lets packets pass one after the other, and all at the end",
    async () => {
      sh("iptables-nft -A OUTPUT -p udp --dport 99 -j NFQUEUE --queue-num 3");
      sh("iptables-nft -A INPUT -p udp --dport 99 -j DROP");
      const queue = run("netfilter/pace-packets", "1000");
      expect(await queue.line()).toBe("1000 packets a second pass through queue 3");
      sh("bash -c 'for i in 1 2 3; do echo $i > /dev/udp/127.0.0.1/99; done'");
      for (let i = 0; i < 3; i++) expect(await queue.line()).toBe("passed 127.0.0.1 > 127.0.0.1");
      expect(await queue.stop()).toEqual({ lines: [], status: 0 });
      const slow = run("netfilter/pace-packets", "0.001");
      expect(await slow.line()).toBe("0.001 packets a second pass through queue 3");
      sh("bash -c 'for i in 4 5; do echo $i > /dev/udp/127.0.0.1/99; done'");
      expect(await slow.stop()).toEqual({ lines: [], status: 0 });
      expect(sh("iptables-nft -nvxL INPUT")).toMatch(/^ *5 /m);
    },
  );

  it.skipIf(isMissing("ipset"))("keep-block-list keeps a set equal to a stream of addresses", () => {
    const script = new URL("keep-block-list.js", import.meta.url).pathname;
    const lines = ["192.0.2.1", "198.51.100.0/24", "203.0.113.9", "-192.0.2.1"].join("\\n");
    const output = sh(`printf '${lines}' | ${process.execPath} ${script} blocked`);
    expect(output).toBe("blocked holds 198.51.100.0/24 203.0.113.9\n");
    const members = sh("ipset save blocked | grep ^add | sort");
    expect(members).toBe("add blocked 198.51.100.0/24\nadd blocked 203.0.113.9\n");
  });

  it.skipIf(isMissing("nft"))("sync-set keeps a set equal to the addresses of a name", async () => {
    sh("nft add table inet other");
    const syncing = run("netfilter/sync-set", "127.0.0.1");
    expect(await syncing.line()).toBe("+ 127.0.0.1");
    const elements = sh("nft list set inet sync-set hosts");
    expect(elements).toContain("elements = { 127.0.0.1 }");
    expect(sh("nft list tables")).toBe("table inet other\ntable inet sync-set\n");
    await syncing.stop();
  });
});
