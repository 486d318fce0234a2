import { beforeAll, describe, expect, it } from "vitest";
import { aroundFollowing } from "../../support/following.js";
import { aroundSandbox, isInstalled, why } from "../../support/rxnl.js";

/** Sends one datagram to a port of loopback. */
const SEND = (port: number) => `bash -c 'echo hi > /dev/udp/127.0.0.1/${port}'`;

const RULES = `
  iptables-nft -A INPUT -p udp --dport 9 -m conntrack --ctstate NEW -j NFLOG --nflog-group 5 --nflog-prefix "udp "
  iptables-nft -A INPUT -p udp --dport 10 -j NFQUEUE --queue-num 3`;

const missing = ["iptables-nft", "bash"].filter((name) => !isInstalled(name));
const reason = why ?? (missing.length > 0 ? `${missing.join(", ")} not installed` : undefined);

describe.skipIf(reason !== undefined)(
  `rxnl, netfilter${reason === undefined ? "" : ` (skipped: ${reason})`}`,
  () => {
    const around = aroundSandbox();
    const following = aroundFollowing(around.inside);
    beforeAll(() => void around.sandbox.run(RULES));

    it("prints packets of a log group, and ends at Ctrl-C", async () => {
      const text = await following("nflog", "5");
      around.sandbox.run(SEND(9));
      expect(await text.line()).toMatch(
        /^udp 127\.0\.0\.1\.\d+ > 127\.0\.0\.1\.9 udp length 31 hook input in link 1$/,
      );
      expect(await text.interrupted()).toBe(130);
    });

    it("prints packets of a log group as JSON", async () => {
      const json = await following("nflog", "5", "--json", "--range", "20");
      around.sandbox.run(SEND(9));
      const packet = JSON.parse(await json.line());
      expect(packet).toMatchObject({ type: "packet", prefix: "udp ", packetHdr: { hook: "input" } });
      expect(packet.payload).toHaveLength(40);
    });

    it("judges queued packets", async () => {
      const queue = await following("nfqueue", "3", "--verdict", "drop");
      around.sandbox.run(SEND(10));
      expect(await queue.line()).toMatch(/^1 127\.0\.0\.1\.\d+ > 127\.0\.0\.1\.10 udp length 31 hook input$/);
      expect(await queue.interrupted()).toBe(130);
    });

    it("lists, changes and deletes connections, and prints their events", async () => {
      const events = await following("conntrack", "events");
      around.sandbox.run(SEND(9));
      expect(await events.line()).toMatch(/^new {5}udp 127\.0\.0\.1\.\d+ > 127\.0\.0\.1\.9 timeout \d+ s$/);
      const found = around.json("conntrack", "list", "tupleOrig.proto.dstPort=9") as {
        tupleOrig: { proto: { srcPort: number } };
      }[];
      const { srcPort } = found.at(-1)!.tupleOrig.proto;
      const key = [
        "family=ipv4",
        ...["tupleOrig.ip.src=127.0.0.1", "tupleOrig.ip.dst=127.0.0.1", "tupleOrig.proto.num=udp"],
        ...[`tupleOrig.proto.srcPort=${srcPort}`, "tupleOrig.proto.dstPort=9"],
      ];
      expect(around.inNamespace("conntrack", "change", ...key, "mark=7")).toMatchObject({
        status: 0,
        stderr: "",
      });
      expect(around.inNamespace("conntrack", "get", ...key).stdout).toContain(" mark 7 ");
      expect(around.inNamespace("conntrack", "delete", ...key)).toMatchObject({ status: 0, stderr: "" });
      expect(around.inNamespace("conntrack", "get", ...key)).toMatchObject({
        status: 1,
        stderr: expect.stringContaining("ENOENT"),
      });
      const part = around.inNamespace("conntrack", "get", "tupleOrig.proto.num=udp");
      expect(part.stderr).toContain("names one connection by ip.src, ip.dst, and proto");
    });

    it("prints what is special of a connection", () => {
      const udp = "-p udp --sport 5 --dport 6 -t 90";
      around.sandbox.run(`conntrack -I -s 10.0.0.1 -d 10.0.0.2 ${udp} --dst-nat 10.9.9.9:7 -m 3 2>/dev/null`);
      const { stdout } = around.inNamespace("conntrack", "list", "mark=3");
      expect(stdout).toMatch(
        /^udp 10\.0\.0\.1\.5 > 10\.0\.0\.2\.6 reply 10\.9\.9\.9\.7 > 10\.0\.0\.1\.5 <dstNat> mark 3 timeout \d+ s\n$/,
      );
    });

    it("prints the counters of connection tracking", () => {
      expect(around.inNamespace("conntrack", "stats").stdout).toMatch(/^cpu 0:/);
    });
  },
);
