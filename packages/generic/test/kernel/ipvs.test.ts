import { filter, firstValueFrom, lastValueFrom, take, toArray } from "rxjs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Ipvs, ipvs } from "#src/ipvs/ipvs.js";
import type { IpvsDestinationEntry, IpvsService, IpvsServiceEntry } from "#src/ipvs/layout.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";

const TCP = { protocol: "tcp", addr: "192.0.2.1", port: 80 } as const;
const UDP6 = { protocol: "udp", addr: "2001:db8::1", port: 53 } as const;

const place = (addr = "", port = 0) => (addr.includes(":") ? `[${addr}]:${port}` : `${addr}:${port}`);
const named = ({ fwmark, af, protocol, addr, port }: IpvsService = {}) => {
  if (fwmark) return `-f ${fwmark}${af === "inet6" ? " -6" : ""}`;
  return `${{ tcp: "-t", udp: "-u", sctp: "--sctp-service" }[protocol as string]} ${place(addr, port)}`;
};
const METHODS: Record<string, string> = { masq: "-m", tunnel: "-i", droute: "-g", localnode: "-g" };
/** A service in the words of `ipvsadm -Sn`. */
const savedService = ({ service = {} }: IpvsServiceEntry) =>
  `-A ${named(service)} -s ${service.schedName}${service.timeout ? ` -p ${service.timeout}` : ""}`;
/** A destination in the words of `ipvsadm -Sn`. */
const savedDestination = ({ service, dest = {} }: IpvsDestinationEntry) =>
  `-a ${named(service)} -r ${place(dest.addr, dest.port)} ${METHODS[dest.fwdMethod as string]} -w ${dest.weight}${dest.fwdMethod === "tunnel" ? ` --tun-type ${dest.tunType}` : ""}`;

/** A server behind a service, and one connection to it. */
const CONNECT = `
ip addr add 192.0.2.1/32 dev lo; ip addr add 198.51.100.1/32 dev lo
python3 -c '
import socket
server = socket.create_server(("198.51.100.1", 8080))
client = socket.create_connection(("192.0.2.1", 80))
peer, _ = server.accept()
client.send(b"hello"); peer.recv(5); peer.send(b"hello"); client.recv(5)'`;

describeWith({ programs: ["ipvsadm", "python3"], families: ["IPVS"] }, "IPVS", () => {
  let kernel: Kernel<Ipvs>;
  beforeEach(async () => {
    kernel = await openKernel(ipvs);
  });
  afterEach(() => kernel.close());

  const services = () => lastValueFrom(kernel.family.service.list$().pipe(toArray()));
  const destinations = () => lastValueFrom(kernel.family.destination.list$().pipe(toArray()));
  const saved = () => kernel.run("ipvsadm -Sn").trim().split("\n").filter(Boolean).sort();
  const ours = async () =>
    [...(await services()).map(savedService), ...(await destinations()).map(savedDestination)].sort();

  test("has the services and destinations that ipvsadm saves", async () => {
    kernel.run(`
      ipvsadm -A -t 192.0.2.1:80 -s wrr; ipvsadm -a -t 192.0.2.1:80 -r 198.51.100.1:8080 -m -w 5
      ipvsadm -a -t 192.0.2.1:80 -r 198.51.100.2 -i -w 2
      ipvsadm -A -u [2001:db8::1]:53 -s rr; ipvsadm -a -u [2001:db8::1]:53 -r [2001:db8::2]:53 -g
      ipvsadm -A -f 7 -s wlc`);
    expect(await ours()).toEqual(saved());
  });

  test("adds, changes and removes services and destinations", async () => {
    const { service, destination } = kernel.family;
    await firstValueFrom(service.add$({ service: TCP }));
    await firstValueFrom(service.add$({ service: { ...UDP6, schedName: "rr" } }));
    const dest = { addr: "198.51.100.1", port: 8080 };
    await firstValueFrom(destination.add$({ service: TCP, dest: { ...dest, weight: 3 } }));
    await firstValueFrom(
      destination.add$({ service: UDP6, dest: { addr: "2001:db8::2", fwdMethod: "droute" } }),
    );
    expect(saved()).toEqual([
      "-A -t 192.0.2.1:80 -s wlc",
      "-A -u [2001:db8::1]:53 -s rr",
      "-a -t 192.0.2.1:80 -r 198.51.100.1:8080 -m -w 3",
      "-a -u [2001:db8::1]:53 -r [2001:db8::2]:53 -g -w 1",
    ]);
    await firstValueFrom(service.change$({ service: { ...TCP, schedName: "rr" } }));
    await firstValueFrom(destination.change$({ service: TCP, dest: { ...dest, weight: 0 } }));
    expect(saved()).toContain("-A -t 192.0.2.1:80 -s rr");
    expect(saved()).toContain("-a -t 192.0.2.1:80 -r 198.51.100.1:8080 -m -w 0");
    await firstValueFrom(destination.delete$({ service: TCP, dest }));
    await firstValueFrom(service.delete$({ service: UDP6 }));
    expect(saved()).toEqual(["-A -t 192.0.2.1:80 -s rr"]);
    await firstValueFrom(kernel.family.flush$());
    expect(saved()).toEqual([]);
  });

  test("takes back what was listed", async () => {
    const { service, destination } = kernel.family;
    kernel.run(`ipvsadm -A -t 192.0.2.1:80 -s wrr -p 90 -M 255.255.0.0
      ipvsadm -a -t 192.0.2.1:80 -r 198.51.100.1:8080 -m -w 5 -x 100 -y 50`);
    const before = kernel.run("ipvsadm -Sn; ipvsadm -Ln --thresholds");
    const [one] = await services();
    const [its] = await destinations();
    await firstValueFrom(service.delete$(one!));
    await firstValueFrom(service.add$(one!));
    await firstValueFrom(destination.add$(its!));
    expect(kernel.run("ipvsadm -Sn; ipvsadm -Ln --thresholds")).toBe(before);
  });

  test("sets and clears facts about a service one by one", async () => {
    const { service } = kernel.family;
    await firstValueFrom(
      service.add$({
        service: { ...TCP, flags: { flags: { persistent: true, sched1: true } }, timeout: 60 },
      }),
    );
    await firstValueFrom(service.change$({ service: { ...TCP, flags: { flags: { persistent: false } } } }));
    const { service: now } = await firstValueFrom(service.get$({ service: TCP }));
    expect(now).toMatchObject({ flags: { flags: 0x2 | 0x8 }, timeout: 60 });
  });

  test("counts what ipvsadm counts, and resets it", async () => {
    const { service, destination } = kernel.family;
    await firstValueFrom(service.add$({ service: TCP }));
    await firstValueFrom(destination.add$({ service: TCP, dest: { addr: "198.51.100.1", port: 8080 } }));
    kernel.run(CONNECT);
    const shown = () => {
      const line = kernel
        .run("ipvsadm -Ln --stats --exact")
        .split("\n")
        .find((it) => it.startsWith("TCP"))!;
      const [conns, inpkts, outpkts, inbytes, outbytes] = line.trim().split(/\s+/).slice(2).map(BigInt);
      return { conns, inpkts, outpkts, inbytes, outbytes };
    };
    // The kernel sums up every two seconds.
    await expect.poll(() => shown().conns, { timeout: 60_000 }).toBe(1n);
    await expect
      .poll(async () => (await services())[0]!.service!.stats64, { timeout: 60_000 })
      .toMatchObject(shown());
    const [one] = await services();
    expect(one!.service!.stats!.conns).toBe(1);
    const [its] = await destinations();
    expect(its).toMatchObject({ service: TCP, dest: { stats64: { conns: 1n } } });
    await firstValueFrom(kernel.family.zero$(one));
    expect((await services())[0]!.service!.stats64!.conns).toBe(0n);
  });

  test("sets timeouts one by one, and shows its version", async () => {
    const { timeouts, info$ } = kernel.family;
    await firstValueFrom(timeouts.set$({ timeoutTcp: 100, timeoutTcpFin: 20, timeoutUdp: 30 }));
    await firstValueFrom(timeouts.set$({ timeoutUdp: 40 }));
    expect(await firstValueFrom(timeouts.get$())).toEqual({
      timeoutTcp: 100,
      timeoutTcpFin: 20,
      timeoutUdp: 40,
    });
    expect(kernel.run("ipvsadm -L --timeout")).toContain("100 20 40");
    const { version = 0, connTabSize } = await firstValueFrom(info$());
    const text = [version >> 16, (version >> 8) & 255, version & 255].join(".");
    expect(kernel.run("ipvsadm -Ln")).toContain(`version ${text} (size=${connTabSize})`);
  });

  test("starts and stops daemons", async () => {
    const { daemon } = kernel.family;
    kernel.run("ip link set lo multicast on");
    await firstValueFrom(daemon.add$({ daemon: { state: "master", mcastIfn: "lo", syncId: 5 } }));
    expect(kernel.run("ipvsadm -L --daemon")).toMatch(/master.*mcast=lo.*syncid=5/);
    const [one] = await lastValueFrom(daemon.list$().pipe(toArray()));
    expect(one).toMatchObject({
      daemon: { state: "master", mcastIfn: "lo", syncId: 5, mcastGroup: "224.0.0.81" },
    });
    await firstValueFrom(daemon.delete$(one!));
    expect(kernel.run("ipvsadm -L --daemon").trim()).toBe("");
  });

  test("is watched by listing", async () => {
    const { service } = kernel.family;
    const events = lastValueFrom(
      service.watch$({}, { relistEvery: 50 }).pipe(
        filter(({ type }) => type !== "resync"),
        take(3),
        toArray(),
      ),
    );
    await firstValueFrom(service.watch$().pipe(filter(({ type }) => type === "synced")));
    kernel.run("ipvsadm -A -t 192.0.2.1:80");
    await firstValueFrom(
      service.watch$({}, { relistEvery: 50 }).pipe(filter(({ type }) => type === "added")),
    );
    kernel.run("ipvsadm -D -t 192.0.2.1:80");
    expect((await events).map(({ type }) => type)).toEqual(["synced", "added", "removed"]);
  });

  test("says what is missing", async () => {
    const { service, destination } = kernel.family;
    await expect(firstValueFrom(service.add$({ service: { ...TCP, schedName: "nothing" } }))).rejects.toThrow(
      "modprobe ip_vs_nothing",
    );
    await expect(
      firstValueFrom(destination.add$({ service: TCP, dest: { addr: "198.51.100.1" } })),
    ).rejects.toThrow("no such virtual service");
  });
});
