// Tunnel objects, which nft 1.0.6 does not know: the kernel lists what ours wrote, and packets leave with it.

import { all } from "@rxnetlink/core/promises";
import { eventually } from "@rxnetlink/testing/gates";
import { firstValueFrom } from "rxjs";
import { afterAll, beforeAll, expect, it, type TestContext } from "vitest";
import {
  type ExpressionData,
  nftTunnelFlags,
  type Transaction,
  TransactionError,
  type TunnelKey,
  transaction,
} from "#src/nftables/index.js";
import { sendUdp } from "../support/datagrams.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";
import { skipSince } from "../support/lacking.js";

const AT = { family: "netdev", table: "t" } as const;
const flags = nftTunnelFlags.of("zeroCsumTx", "dontFragment");
const common = { flags, tos: 4, ttl: 7, sport: 1000, dport: 2000 };
const ip = { src: "192.0.2.1", dst: "192.0.2.2" };
const ip6 = { src: "2001:db8::1", dst: "2001:db8::2", flowlabel: 0x12345 };

type Case = readonly [string, TunnelKey];

const option = { class: 0x102, type: 0x80, data: Uint8Array.of(1, 2, 3, 4) };
const GENEVE: Case = ["of GENEVE", { id: 82, ip, ...common, opts: { geneve: [option] } }];

const TUNNELS: readonly Case[] = [
  ["of IPv4", { id: 77, ip, ...common }],
  ["of IPv6", { id: 78, ip6, ...common }],
  ["of VXLAN", { id: 79, ip, ...common, opts: { vxlan: { gbp: 0x8001 } } }],
  ["of ERSPAN 1", { id: 80, ip, ...common, opts: { erspan: { version: 1, v1Index: 0x12345 } } }],
  ["of ERSPAN 2", { id: 81, ip, ...common, opts: { erspan: { version: 2, v2Hwid: 5, v2Dir: 1 } } }],
  // Kernels have had faults with these, so not in the kernel of this machine.
  ...(process.env.IN_NLVM === undefined ? [] : [GENEVE]),
];

/** A number in the byte order of the host, as registers hold it. */
const hostOrder = (number: number) => new Uint8Array(Uint32Array.of(number).buffer);

describeWith(["nft", "bash"], "tunnel objects", () => {
  let kernel: Kernel;
  beforeAll(async () => {
    kernel = await openKernel("nft add table netdev t");
  });
  afterAll(() => kernel.close());

  const list = () => all(kernel.nf.nftables.object.list$(AT));
  const tunnel = (data: TunnelKey) => ({ ...AT, name: "tun", data: { tunnel: data } }) as const;

  /** Commits; skips the test where the kernel has no such objects. */
  async function commit(context: TestContext, changes: Transaction): Promise<void> {
    try {
      await firstValueFrom(kernel.nf.nftables.transaction$(changes));
    } catch (error) {
      const codes = error instanceof TransactionError ? error.errors.map((one) => one.error) : [];
      const lacks = codes.some((one) => "code" in one && ["ENOENT", "EOPNOTSUPP"].includes(String(one.code)));
      if (lacks) skipSince(context, "this kernel has no tunnel objects");
      throw error;
    }
  }

  it.for(TUNNELS)("%s are listed as written", async ([, data], context) => {
    await commit(context, transaction().add("object", tunnel(data)));
    const [listed] = await list();
    expect(listed).toMatchObject({ ...AT, name: "tun", type: "tunnel", use: 0, data: { tunnel: data } });
    const { nftables } = kernel.nf;
    const key = { ...AT, type: "tunnel", name: "tun" } as const;
    expect(await all(nftables.object.get$(key))).toMatchObject([{ data: { tunnel: data } }]);
    await commit(context, transaction().delete("object", listed!).create("object", listed!));
    expect((await list())[0]?.data).toEqual(listed?.data);
    await commit(context, transaction().delete("object", listed!));
    expect(await list()).toEqual([]);
  });

  it("send packets through a device, and say the id of those that arrive", async (context) => {
    // Links send no packets of their own then.
    kernel.run(`sysctl -qw net.ipv6.conf.default.disable_ipv6=1
      ip link add w0 type veth peer name w1; ip link set w0 up; ip link set w1 up
      ip link add vx type vxlan external dstport 4789; ip link set vx up
      ip address add 198.51.100.1/24 dev w0; ip neigh add 198.51.100.2 lladdr 02:00:00:00:00:02 dev w0
      nft 'add chain netdev t out { type filter hook ingress device w1 priority 0; }'
      nft 'add chain netdev t in { type filter hook ingress device vx priority 0; }'`);
    const [link] = kernel.json<{ ifindex: number }[]>("ip -j link show vx");
    const local = { src: "127.0.0.1", dst: "127.0.0.1" };
    const expressions = (...data: ExpressionData[]) => data.map((one) => ({ data: one }));
    const sent = expressions(
      { objref: { immType: "tunnel", immName: "tun" } },
      { immediate: { dreg: 1, data: { value: hostOrder(link!.ifindex) } } },
      { fwd: { sregDev: 1 } },
    );
    const received = expressions(
      { tunnel: { key: "id", dreg: 1, mode: "rx" } },
      { cmp: { sreg: 1, op: "eq", data: { value: hostOrder(77) } } },
      { counter: {} },
    );
    await commit(
      context,
      transaction()
        .add("object", tunnel({ id: 77, ip: local, ttl: 7, dport: 4789 }))
        .append({ ...AT, chain: "out", expressions: sent })
        .append({ ...AT, chain: "in", expressions: received }),
    );
    sendUdp(kernel, 99, ["through"], "198.51.100.2");
    await eventually(async () => {
      const [rule] = await all(kernel.nf.nftables.rule.list$({ ...AT, chain: "in" }));
      expect(rule!.expressions!.at(-1)!.data!.counter!.packets).toBe(1n);
    });
  });
});
