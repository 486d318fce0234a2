// Packets with a VLAN tag in a bridge: logged, queued, and sent on with another tag.

import { eventually } from "@rxnetlink/testing/gates";
import { firstValueFrom } from "rxjs";
import { afterEach, expect, it, type TestContext } from "vitest";
import type { NflogEvent } from "#src/log/events.js";
import {
  counter,
  ether,
  ip,
  log,
  queue,
  type RuleDraft,
  rule,
  transaction,
  vlan,
} from "#src/nftables/index.js";
import { decodePacket } from "#src/packet/decode-packet.js";
import { ready, sendUdp } from "../support/datagrams.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";
import { needs } from "../support/lacking.js";
import { packets } from "../support/queue.js";

const TABLE = { family: "bridge", table: "b" } as const;
const NEIGHBOUR = "02:00:00:00:00:02";

/** A bridge b0 with the ports p0 and p1; what leaves by q0 enters it at p0. */
const BRIDGE = `
  sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
  ip link add b0 type bridge; ip link set b0 up
  for i in 0 1; do
    ip link add p$i type veth peer name q$i
    ip link set p$i master b0; ip link set p$i up; ip link set q$i up
  done
  nft add table bridge b
  nft 'add chain bridge b first { type filter hook forward priority 0; }'
  nft 'add chain bridge b second { type filter hook forward priority 1; }'`;

describeWith(["nft", "bash"], "a packet with a VLAN tag in a bridge", () => {
  let kernel: Kernel;
  const opened: { unsubscribe(): void }[] = [];
  afterEach(async () => {
    for (const one of opened.splice(0)) one.unsubscribe();
    await kernel.close();
  });

  /** Opens a namespace with the bridge, and a VLAN beside it in which 192.0.2.2 is beyond the bridge. */
  async function open(context: TestContext): Promise<void> {
    kernel = await openKernel(BRIDGE);
    needs(context, kernel, "ip link add link q0 name q0.5 type vlan id 5", "VLAN links");
    kernel.run(`ip link set q0.5 up; ip address add 192.0.2.1/24 dev q0.5
      ip neigh add 192.0.2.2 lladdr ${NEIGHBOUR} dev q0.5`);
  }

  const append = (chain: string, draft: RuleDraft) =>
    firstValueFrom(kernel.nf.nftables.transaction$(transaction().append(draft.in({ ...TABLE, chain }))));
  const indexOf = (link: string) => kernel.json<{ ifindex: number }[]>(`ip -j link show ${link}`)[0]!.ifindex;
  const addressOf = (link: string) =>
    kernel.json<{ address: string }[]>(`ip -j link show ${link}`)[0]!.address;
  const bytesOf = (address: string) => address.split(":").map((byte) => Number.parseInt(byte, 16));
  const tagged = [vlan.id.eq(5), ip.daddr.eq("192.0.2.2")];
  const text = (payload: Uint8Array) => {
    const packet = decodePacket(payload);
    return (
      packet.type === "ipv4" && packet.payload?.type === "udp" && Buffer.from(packet.payload.data).toString()
    );
  };

  it("is logged with its tag and its link-layer header", async (context) => {
    await open(context);
    await append("first", rule(...tagged, log({ group: 5, prefix: "tagged" })));
    const watched = await ready<NflogEvent>((listening) => kernel.nf.nflog$(5, { timeout: 0, listening }));
    opened.push(watched);
    sendUdp(kernel, 99, ["x"], "192.0.2.2");
    const [packet] = await watched.until(({ length }) => length === 1);
    expect(packet).toMatchObject({
      ...{ family: "bridge", prefix: "tagged", packetHdr: { hook: "forward", hwProtocol: "ip" } },
      vlan: { proto: "8021q", tci: 5 },
      ...{ ifindexPhysindev: indexOf("p0"), ifindexPhysoutdev: indexOf("p1") },
      ...{ ifindexIndev: indexOf("b0"), ifindexOutdev: indexOf("b0") },
    });
    const { l2hdr, payload } = packet as { l2hdr: Uint8Array; payload: Uint8Array };
    expect([...l2hdr.subarray(0, 12)]).toEqual([...bytesOf(NEIGHBOUR), ...bytesOf(addressOf("q0.5"))]);
    expect(text(payload)).toBe("x");
  });

  it("is queued with them, and goes on with those of its verdict", async (context) => {
    await open(context);
    needs(context, kernel, "nft add rule bridge b second queue num 9", "queue of nft");
    kernel.run("nft flush chain bridge b second");
    await append("first", rule(...tagged, queue({ num: 3 })));
    await append(
      "second",
      rule(vlan.id.eq(6), vlan.pcp.eq(1), ether.daddr.eq("02:00:00:00:00:03"), counter()),
    );
    const watched = await ready((listening) => kernel.nf.nfqueue$(3, { listening }));
    opened.push(watched);
    sendUdp(kernel, 99, ["x"], "192.0.2.2");
    const [packet] = await packets(watched, 1);
    const { message, payload } = packet!;
    expect(message).toMatchObject({
      ...{ family: "bridge", packetHdr: { hook: "forward" }, vlan: { proto: "8021q", tci: 5 } },
      ...{ ifindexPhysindev: indexOf("p0"), ifindexPhysoutdev: indexOf("p1") },
    });
    expect([...message.l2hdr!.subarray(0, 6)]).toEqual(bytesOf(NEIGHBOUR));
    expect(text(payload)).toBe("x");
    const l2hdr = Uint8Array.from([...message.l2hdr!.subarray(0, 5), 3, ...message.l2hdr!.subarray(6)]);
    packet!.accept({ vlan: { proto: "8021q", tci: 0x2006 }, l2hdr });
    await eventually(() => {
      expect(kernel.run("nft list chain bridge b second")).toContain("counter packets 1");
    });
  });
});
