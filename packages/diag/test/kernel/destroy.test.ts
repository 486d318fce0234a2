// Sockets that are destroyed, and what is reported of those that end.

import { type ChildProcess, spawn } from "node:child_process";
import { all, done } from "@rxnetlink/core/promises";
import { eventually } from "@rxnetlink/testing/gates";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { TcpSocket } from "#src/index.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";

const ECONNABORTED = 103;
const ECONNRESET = 104;
const CONNECTED = `
server = create_server(("127.0.0.1", 8080))
client = create_connection(("127.0.0.1", 8080))
accepted, _ = server.accept()
six = create_server(("::1", 8081), family=AF_INET6)
client6 = create_connection(("::1", 8081))
udp = socket(AF_INET, SOCK_DGRAM)
udp.bind(("127.0.0.1", 53))
udp.connect(("127.0.0.1", 54))`;

describeWith(["python3", "ss", "stdbuf"], "the end of sockets", () => {
  let kernel: Kernel;
  beforeEach(async () => {
    kernel = await openKernel();
    await kernel.python.run(CONNECTED);
  });
  let following: ChildProcess | undefined;
  afterEach(async () => {
    following?.kill();
    await kernel.close();
  });

  it("is brought about by destroying one, as ss --kill does", async () => {
    const { tcp, udp } = kernel.diag;
    const [client] = await all(tcp.list$({ dport: 8080 }));
    await expect(all(tcp.destroy$({ ...client!, cookie: 1n }))).rejects.toMatchObject({ code: "ENOENT" });
    await done(tcp.destroy$(client!));
    expect(await kernel.python.errnoOf("client.recv(1)")).toBe(ECONNABORTED);
    await expect(all(tcp.destroy$(client!))).rejects.toMatchObject({ code: "ENOENT" });
    await done(udp.destroy$({ src: "127.0.0.1", sport: 53, dst: "127.0.0.1", dport: 54 }));
    expect(await kernel.python.errnoOf("udp.recv(1)")).toBe(ECONNABORTED);
  });

  it("is brought about by destroying many, and refused for all by accident", async () => {
    const { tcp } = kernel.diag;
    for (const match of [{}, { ext: [] }, null, { dst: undefined }, { none: 1 }])
      await expect(all(tcp.destroyAll$(match as object))).rejects.toMatchObject({ name: "EncodeError" });
    const destroyed = await all(tcp.destroyAll$({ dst: "127.0.0.1", states: ["established"] }));
    expect(destroyed.map(({ dst }) => dst)).toEqual(["127.0.0.1", "127.0.0.1"]);
    // Whichever end is destroyed first resets the other.
    expect([ECONNABORTED, ECONNRESET]).toContain(await kernel.python.errnoOf("accepted.recv(1)"));
    expect(await kernel.python.errnoOf("client6.send(b'x')")).toBeUndefined();
    await all(tcp.destroyAll$("all"));
    expect([ECONNABORTED, ECONNRESET]).toContain(await kernel.python.errnoOf("client6.recv(1)"));
    expect(await all(tcp.list$({ states: ["established", "listen"] }))).toEqual([]);
  });

  it("is reported with the last measurements, as ss --events shows it", async () => {
    const seen: TcpSocket[] = [];
    await new Promise<void>((resolve) => {
      kernel.diag.tcp.notifications$({ listening: resolve }).subscribe((event) => {
        if (event.type === "delete") seen.push(event.value);
      });
    });
    const follow = ["stdbuf", "-oL", "ss", "-HOEtn"];
    const ss = spawn("nsenter", [`--net=${kernel.namespace.path}`, ...follow], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    following = ss;
    let printed = "";
    ss.stdout.on("data", (chunk: Buffer) => {
      printed += chunk;
    });
    // It has joined the groups once its socket is there.
    await eventually(async () => {
      const groups = (await all(kernel.diag.netlink.list$({ protocol: "sockDiag" }))).flatMap(
        (it) => it.groups ?? [],
      );
      expect(groups.filter((group) => group === 1).length).toBe(2);
    });
    const { sport } = (await all(kernel.diag.tcp.list$({ dport: 8080 })))[0]!;
    await kernel.python.run("client.send(b'hello'); client.close(); accepted.recv(9); accepted.close()");
    await eventually(() => expect(seen.length).toBeGreaterThanOrEqual(2));
    const client = seen.find((socket) => socket.sport === sport);
    expect(client).toMatchObject({ protocol: "tcp", dport: 8080, state: "close", info: { bytesSent: 5n } });
    await eventually(() =>
      expect(printed).toMatch(new RegExp(`UNCONN .*127.0.0.1:${sport} +127.0.0.1:8080`)),
    );
  });

  it("of UDP is reported to those who ask for UDP", async () => {
    const seen: unknown[] = [];
    await new Promise<void>((resolve) => {
      kernel.diag.udp.notifications$({ listening: resolve }).subscribe((event) => seen.push(event));
    });
    await kernel.python.run("client.close(); udp.close()");
    await eventually(() => expect(seen.length).toBe(1));
    expect(seen).toMatchObject([{ type: "delete", value: { protocol: "udp", sport: 53, dport: 54 } }]);
  });
});
