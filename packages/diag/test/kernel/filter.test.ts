import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { describeUnless, whyMissing } from "@rxnetlink/testing/gates";
import { openSandbox, type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import fc from "fast-check";
import { lastValueFrom, of, toArray } from "rxjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  parseSocketFilter,
  type SockDiag,
  type SocketExpression,
  sockDiag,
  socketTerms,
  type TcpSocket,
} from "#src/index.js";
import { filters, plainFilters } from "../support/filters.js";

const { autobound, sport } = socketTerms;

const SETUP = `set -e; ip link set lo up; ip link add d0 index 2 type veth peer name d1 index 3
  for link in d0 d1; do ip link set $link up; done
  for address in 10.0.0.1/8 10.1.2.3/8 192.0.2.1/24; do ip address add $address dev d0; done
  for address in 2001:db8::1/64 2001:db8:1::1/64; do ip address add $address dev d0 nodad; done`;

const SOCKETS = new URL("../../../test/support/many-sockets.py", import.meta.url).pathname;

describeUnless(whyNoNamespaces() ?? whyMissing(["python3", "ss", "ip"]), "filters in the kernel", () => {
  let sandbox: Sandbox;
  let diag: SockDiag;
  let sockets: ChildProcess;
  let all: readonly TcpSocket[];

  const list = (filter?: SocketExpression): Promise<TcpSocket[]> =>
    lastValueFrom(diag.tcp.list$(filter === undefined ? {} : { filter }).pipe(toArray()));
  const cookies = (rows: readonly TcpSocket[]) => rows.map(({ cookie }) => cookie.toString(16)).sort();
  const passing = (filter: SocketExpression) => all.filter((socket) => filter.matches(socket));

  /** Returns the cookies of the sockets that `ss` lists. */
  function ss(text: string, kind = "t"): string[] {
    const printed = sandbox.run(`ss -HO${kind}ane '${text}'`);
    return [...printed.matchAll(/ sk:([0-9a-f]+)/g)].map(([, cookie]) => cookie!).sort();
  }

  beforeAll(async () => {
    sandbox = await openSandbox();
    sandbox.run(SETUP);
    const { transport, namespace } = sandbox;
    diag = sockDiag({ transport, namespace: namespace.ref });
    sockets = spawn("nsenter", [`--net=${namespace.path}`, "python3", SOCKETS], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const [ready] = (await Promise.race([once(sockets.stdout!, "data"), once(sockets, "exit")])) as [unknown];
    if (!String(ready).startsWith("ready")) throw new Error("the sockets could not be opened");
    all = await list();
  });
  afterAll(async () => {
    sockets?.stdin?.end();
    await sandbox?.close();
  });

  test("are about sockets of all kinds", () => {
    expect(all.length).toBeGreaterThan(50);
    const states = new Set(all.map(({ state }) => state));
    expect([...states].sort()).toEqual(["established", "listen", "timeWait"]);
    expect(all.filter(({ src }) => src.startsWith("::ffff:")).length).toBeGreaterThan(3);
    expect(new Set(all.map((it) => it.if))).toEqual(new Set([0, 1, 2]));
    expect(new Set(all.map(({ mark }) => mark))).toEqual(new Set([0, 1, 2, 3]));
  });

  test("pass the sockets that they pass here", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        expect(cookies(await list(filter))).toEqual(cookies(passing(filter)));
      }),
      { numRuns: 400 },
    );
  });

  test("pass the sockets that ss lists for their text", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(plainFilters, async (filter) => {
        expect(ss(String(filter))).toEqual(cookies(await list(filter)));
      }),
      { numRuns: 100 },
    );
  });

  test("know which ports the kernel chose, as those of ss", async () => {
    const found = await list(autobound());
    expect(found.length).toBeGreaterThan(10);
    // To ss, which filters a second time, all ports of the range are such, and only those.
    const range = sandbox.run("cat /proc/sys/net/ipv4/ip_local_port_range").trim().split(/\s+/).map(Number);
    const inRange = sport.ge(range[0]!).and(sport.le(range[1]!));
    expect(cookies(await list(autobound().and(inRange)))).toEqual(ss("autobound"));
    expect(cookies([...found, ...(await list(autobound().not()))])).toEqual(cookies(all));
  });

  test.each([
    "sport = :22 or dport = :22",
    "( sport = :http or sport = :https ) src 10/8",
    "src inet:10.0.0.0/8",
    "src 10.0.0.0/8",
    "src inet6:[2001:db8::/32]",
    "sport = inet6::443",
    "src [::ffff:10.0.0.0/104]",
    "dst ::/0",
    "fwmark 0x1/0x1 and not dev d0",
    "dev = d0",
    "fwmark != 2",
  ])("select by %s as ss does", async (text) => {
    const filter = parseSocketFilter(text).withLinks({ d0: 2 });
    const found = cookies(await list(filter));
    expect(found.length).toBeGreaterThan(0);
    expect(found).toEqual(ss(text));
    expect(found).toEqual(cookies(passing(filter)));
  });

  test("name links, which are looked up", async () => {
    const { transport, namespace } = sandbox;
    const linkIndex$ = (name: string) => of(Number(sandbox.run(`ip -o link show ${name} | cut -d: -f1`)));
    const named = sockDiag({ transport, namespace: namespace.ref, linkIndex$ });
    const filter = parseSocketFilter("dev = d0 or dev = lo");
    const found = await lastValueFrom(named.tcp.list$({ filter }).pipe(toArray()));
    expect(cookies(found)).toEqual(cookies(all.filter((it) => it.if !== 0)));
    await expect(list(filter)).rejects.toThrow("this connection looks up no link names");
  });

  test.each(["sport = :53 and dst 10.0.0.0/8", "not src 10.0.0.0/8", "dport != 53"])(
    "select sockets of UDP by %s",
    async (text) => {
      const filter = parseSocketFilter(text);
      const udp = await lastValueFrom(diag.udp.list$().pipe(toArray()));
      const found = await lastValueFrom(diag.udp.list$({ filter }).pipe(toArray()));
      expect(found.length).toBeGreaterThan(0);
      expect(found).toEqual(udp.filter((socket) => filter.matches(socket)));
      expect(found.length).toBe(ss(text, "u").length);
    },
  );

  test("have states", async () => {
    const listening = await list(parseSocketFilter("state listening sport = :443"));
    expect(listening.map(({ state, sport }) => [state, sport])).toEqual(
      expect.arrayContaining([["listen", 443]]),
    );
    expect(listening.every(({ state }) => state === "listen")).toBe(true);
  });

  test("take control groups by path", async () => {
    const groups = new Set(all.map(({ cgroupId }) => cgroupId));
    for (const id of groups) {
      if (id === undefined) continue;
      const filter = parseSocketFilter(`cgroup = ${id}`);
      const found = await list(filter);
      expect(found.length).toBeGreaterThan(0);
      expect(cookies(found)).toEqual(cookies(passing(filter)));
    }
  });
});
