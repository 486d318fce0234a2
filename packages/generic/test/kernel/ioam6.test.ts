import { filter, firstValueFrom, lastValueFrom, toArray } from "rxjs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Ioam6, ioam6 } from "#src/ioam6/ioam6.js";
import { ioam6Nodes } from "#src/ioam6/nodes.js";
import { describeInitially } from "../support/initial.js";
import { type Kernel, openKernel } from "../support/kernel.js";

/** Sends a packet with room for a trace over loopback. */
const SEND = `python3 -c '
import socket, struct
trace = struct.pack(">HBBI", 123, 5 << 3, 24, 0xf4000200)
option = bytes([0x31, 2 + len(trace) + 96, 0, 0]) + trace + bytes(96)
hop = bytes([0, 0, 1, 0]) + option
hop += bytes([1, (6 - len(hop)) % 8]) + bytes((6 - len(hop)) % 8)
sock = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_HOPOPTS, bytes([0, len(hop) // 8 - 1]) + hop[2:])
sock.sendto(b"hello", ("::1", 9))'`;

describeInitially({ programs: ["ip", "python3"], families: ["IOAM6"] }, "IOAM", () => {
  let kernel: Kernel<Ioam6>;
  beforeEach(async () => {
    kernel = await openKernel(ioam6);
  });
  afterEach(() => kernel.close());

  test("namespaces are those that ip shows", async () => {
    kernel.run(
      "ip ioam namespace add 123 data 0x11 wide 0x22; ip ioam schema add 7 abcde; ip ioam namespace set 123 schema 7; ip ioam namespace add 9",
    );
    const ours = await lastValueFrom(kernel.family.namespace.list$().pipe(toArray()));
    const hex = (value: number | bigint | undefined) => value?.toString(16);
    const printed = ours.map(({ nsId, scId, nsData, nsDataWide }) => ({
      ...{ namespace: nsId, schema: scId, data: hex(nsData) },
      ...(nsDataWide && { wide: `0x${hex(nsDataWide)}` }),
    }));
    const theirs = kernel.json<object[]>("ip -j ioam namespace show");
    expect(JSON.parse(JSON.stringify(printed))).toEqual(theirs);
    expect(theirs.length).toBeGreaterThanOrEqual(2);
  });

  test("namespaces and schemas are added, joined, parted and removed", async () => {
    const { namespace, schema } = kernel.family;
    await firstValueFrom(namespace.add$({ nsId: 5, nsData: 1, nsDataWide: 2n }));
    await firstValueFrom(schema.add$({ scId: 8, scData: Uint8Array.of(97, 98, 99) }));
    expect(await firstValueFrom(schema.get$({ scId: 8 }))).toEqual({
      ...{ scId: 8, scData: Uint8Array.of(97, 98, 99, 0) },
    });
    await firstValueFrom(namespace.change$({ nsId: 5, scId: 8 }));
    expect(await firstValueFrom(schema.get$({ scId: 8 }))).toMatchObject({ nsId: 5 });
    expect(kernel.run("ip ioam namespace show")).toContain("namespace 5 [schema 8], data 0x00000001");
    await firstValueFrom(namespace.change$({ nsId: 5, scNone: true }));
    expect(await firstValueFrom(namespace.get$({ nsId: 5 }))).toEqual({ nsId: 5, nsData: 1, nsDataWide: 2n });
    await expect(firstValueFrom(namespace.change$({ nsId: 5, nsData: 3 }))).rejects.toThrow("nsData");
    await firstValueFrom(schema.delete$({ scId: 8 }));
    await firstValueFrom(namespace.delete$({ nsId: 5 }));
    expect(kernel.run("ip ioam namespace show; ip ioam schema show")).not.toMatch(/namespace 5|schema 8/);
    await expect(firstValueFrom(namespace.get$({ nsId: 5 }))).rejects.toMatchObject({ code: "ENOENT" });
  });

  test("namespaces can be handed back as they were listed", async () => {
    const { namespace, schema } = kernel.family;
    kernel.run("ip ioam namespace add 5 data 3; ip ioam schema add 8 abcd; ip ioam namespace set 5 schema 8");
    const before = kernel.run("ip ioam namespace show; ip ioam schema show");
    const [one, other] = [
      await firstValueFrom(namespace.get$({ nsId: 5 })),
      await firstValueFrom(schema.get$({ scId: 8 })),
    ];
    await firstValueFrom(namespace.delete$(one));
    await firstValueFrom(schema.delete$(other));
    await firstValueFrom(schema.add$(other));
    await firstValueFrom(namespace.add$(one));
    expect(kernel.run("ip ioam namespace show; ip ioam schema show")).toBe(before);
  });

  test("traces of packets that arrive are reported", async () => {
    kernel.run(
      "sysctl -qw net.ipv6.conf.lo.ioam6_enabled=1 net.ipv6.ioam6_id=5; ip ioam namespace add 123 data 17; ip ioam schema add 7 abcd; ip ioam namespace set 123 schema 7",
    );
    const trace = firstValueFrom(
      kernel.family.trace
        .notifications$({ listening: () => kernel.run(SEND) })
        .pipe(filter((event) => "value" in event)),
    );
    const { value } = await trace;
    expect(value).toMatchObject({ traceNamespace: 123, traceNodelen: 5 });
    expect(ioam6Nodes(value)).toEqual([
      {
        ...{ hopLimit: 63, nodeId: 5, links: {}, nsData: 17, scId: 7 },
        ...{ seconds: expect.any(Number), fraction: expect.any(Number) },
        scData: new TextEncoder().encode("abcd"),
      },
    ]);
  });
});
