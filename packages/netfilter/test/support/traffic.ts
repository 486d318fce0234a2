// Programs that send packets inside a namespace.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Kernel } from "./kernel.js";

/** A rule without which the kernel tracks no connections. */
export const TRACKING = `
  nft add table inet tracking
  nft 'add chain inet tracking input { type filter hook input priority 0; }'
  nft add rule inet tracking input ct state new counter`;

/** Has the kernel count packets and note times. */
export const ACCOUNTING =
  "sysctl -qw net.netfilter.nf_conntrack_acct=1 net.netfilter.nf_conntrack_timestamp=1";

/** Returns the command of a program in Node. */
const node = (program: string) => `'${process.execPath}' --input-type=module -e '${program}'`;

/** Sends a datagram to a UDP port and answers it. */
export const udpPingPong = (from: number, to: number, address = "127.0.0.1"): string =>
  node(`
    import { createSocket } from "node:dgram";
    import { once } from "node:events";
    const type = "${address.includes(":") ? "udp6" : "udp4"}";
    const [client, server] = [createSocket(type), createSocket(type)];
    server.bind(${to}, "${address}");
    await once(server, "listening");
    client.bind(${from}, "${address}");
    await once(client, "listening");
    client.send("ping", ${to}, "${address}");
    const [, { port }] = await once(server, "message");
    server.send("pong!", port, "${address}");
    await once(client, "message");
    client.close();
    server.close();`);

/** Opens and closes a TCP connection. */
export const tcpSession = (from: number, to: number): string =>
  node(`
    import { connect, createServer } from "node:net";
    import { once } from "node:events";
    const server = createServer((socket) => socket.end("bye")).listen(${to}, "127.0.0.1");
    await once(server, "listening");
    const client = connect({ port: ${to}, host: "127.0.0.1", localPort: ${from} });
    client.resume();
    await once(client, "close");
    server.close();`);

/** A program that runs in a namespace while a test does. */
export interface Background {
  /** Everything that it has printed so far. */
  readonly printed: string;
  /** Ends it and returns all that it printed. */
  stop(): Promise<string>;
}

/** Starts a program in a namespace. */
export function start({ namespace }: Kernel, command: string): Background {
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` };
  const child: ChildProcess = spawn("nsenter", [`--net=${namespace.path}`, "sh", "-c", `exec ${command}`], {
    env,
    stdio: ["ignore", "pipe", "ignore"],
  });
  let printed = "";
  child.stdout!.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
  });
  const closed = once(child, "close");
  return {
    get printed() {
      return printed;
    },
    async stop() {
      child.kill("SIGINT");
      await closed;
      return printed;
    },
  };
}
