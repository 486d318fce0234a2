import { filter, firstValueFrom, lastValueFrom, toArray } from "rxjs";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { TcpMetricsEntry } from "#src/tcp-metrics/layout.js";
import { type TcpMetrics, tcpMetrics } from "#src/tcp-metrics/tcp-metrics.js";
import { describeInitially } from "../support/initial.js";
import { type Kernel, openKernel } from "../support/kernel.js";

/** Connections over loopback, whose metrics the kernel keeps. */
const connect = (...addresses: string[]) => `python3 -c '
import socket
for address in ${JSON.stringify(addresses)}:
  server = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET)
  server.bind((address, 0)); server.listen()
  client = socket.create_connection(server.getsockname()[:2])
  peer, _ = server.accept()
  for _ in range(20):
    client.send(b"hello" * 1000); peer.recv(5000); peer.send(b"hello"); client.recv(5)
  client.close(); peer.close()'`;

/** An entry as `ip -j tcp_metrics` prints it, without its age. */
function shown({ vals = {}, ...entry }: TcpMetricsEntry): object {
  const { rttUs, rttvarUs, ssthresh, cwnd, reordering } = vals;
  const seconds = (us: number | undefined) => us && Math.floor(us) / 1_000_000;
  const printed = {
    dst: entry.addrIpv4 ?? entry.addrIpv6,
    source: entry.saddrIpv4 ?? entry.saddrIpv6,
    ...{ ssthresh, cwnd, reordering, rtt: seconds(rttUs), rttvar: seconds(rttvarUs) },
  };
  return JSON.parse(JSON.stringify(printed)) as object;
}

describeInitially({ programs: ["ip", "python3"], families: ["tcp_metrics"] }, "metrics of TCP", () => {
  let kernel: Kernel<TcpMetrics>;
  beforeEach(async () => {
    kernel = await openKernel(tcpMetrics, connect("127.0.0.1", "127.0.0.2", "::1"));
  });
  afterEach(() => kernel.close());

  const listed = () => lastValueFrom(kernel.family.entry.list$().pipe(toArray()));

  test("are those that ip shows", async () => {
    const ours = await listed();
    const theirs = kernel.json<{ dst: string; age: number }[]>("ip -j tcp_metrics");
    expect(ours.length).toBeGreaterThanOrEqual(3);
    expect(ours.map(shown)).toEqual(theirs.map(({ age: _, ...rest }) => rest));
    for (const [i, { age }] of ours.entries())
      expect(Number(age)).toBeLessThanOrEqual(Math.round(theirs[i]!.age * 1000));
  });

  test("are found by address, and removed by it", async () => {
    const { entry } = kernel.family;
    const one = await firstValueFrom(entry.get$({ addrIpv6: "::1" }));
    expect(one).toMatchObject({ saddrIpv6: "::1", vals: { rtt: expect.any(Number) } });
    await firstValueFrom(entry.delete$(one));
    expect(kernel.run("ip tcp_metrics")).not.toContain("::1");
    await expect(firstValueFrom(entry.get$({ addrIpv6: "::1" }))).rejects.toMatchObject({ code: "ESRCH" });
  });

  test("are not removed by a key without the peer's address", async () => {
    const { entry } = kernel.family;
    const before = (await listed()).length;
    for (const key of [{}, { saddrIpv4: "127.0.0.1" }])
      await expect(firstValueFrom(entry.delete$(key))).rejects.toThrow("names no tcpMetrics");
    expect(await listed()).toHaveLength(before);
  });

  test("are all removed on demand", async () => {
    await firstValueFrom(kernel.family.entry.flushAll$("all"));
    expect(kernel.run("ip tcp_metrics")).toBe("");
  });

  test("are watched by listing", async () => {
    const watching = kernel.family.entry.watch$({ addrIpv4: "127.0.0.1" }, { relistEvery: 50 });
    const removed = firstValueFrom(watching.pipe(filter(({ type }) => type === "removed")));
    await firstValueFrom(watching.pipe(filter(({ type }) => type === "added")));
    kernel.run("ip tcp_metrics delete 127.0.0.1");
    expect(await removed).toMatchObject({ previous: { addrIpv4: "127.0.0.1" } });
  });
});
