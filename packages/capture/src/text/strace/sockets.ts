import { netlinkProtocols } from "@rxnetlink/core";
import { protocolConstant } from "@rxnetlink/core/internal";
import type { Call } from "./call.js";

/** Protocols by their constants: `NETLINK_ROUTE`. */
const PROTOCOLS: ReadonlyMap<string, number> = new Map(
  netlinkProtocols.map(({ number }) => [protocolConstant(number), number]),
);

const SOCKET = /^AF_NETLINK, [^,]*, (\w+)/;
/** The address in a call on a socket of netlink. */
const ADDRESS = /sa_family=AF_NETLINK/;
/** What `-yy` prints behind a descriptor. */
const DESCRIPTION = /^NETLINK:\[(\w+)/;

/** Returns the text of `\x41\x42…`, as `-xx` prints it. */
const unescaped = (text: string) =>
  text.replaceAll(/\\x([0-9a-f]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );

const protocolOf = (word: string): number | undefined =>
  PROTOCOLS.get(word) ?? (/^(0x[0-9a-f]+|\d+)$/.test(word) ? Number(word) : undefined);

/** A socket of netlink. */
export interface TracedSocket {
  readonly protocol: number;
  /** Its process and its descriptor. */
  readonly source: string;
}

/** The sockets of netlink among the descriptors of processes. */
export class Sockets {
  readonly #protocol: number;
  readonly #known = new Map<string, number>();

  /** @param protocol - That of sockets that were opened before. */
  constructor(protocol: number) {
    this.#protocol = protocol;
  }

  /** Takes note of a socket that a call opens. */
  opened({ pid, name, args, result }: Call): void {
    if (name !== "socket" || result < 0) return;
    const protocol = protocolOf(SOCKET.exec(args)?.[1] ?? "");
    for (const key of [`${pid} ${result}`, ` ${result}`]) {
      if (protocol === undefined) this.#known.delete(key);
      else this.#known.set(key, protocol);
    }
  }

  /** Returns the socket that a call uses; `undefined` if it is not one of netlink. */
  of({ pid, args }: Call): TracedSocket | undefined {
    const [, fd, description = ""] = /^(\d+)(?:<([^>]*)>)?/.exec(args) ?? [];
    if (fd === undefined) return undefined;
    const described = DESCRIPTION.exec(unescaped(description))?.[1];
    const protocol =
      (described && PROTOCOLS.get(`NETLINK_${described}`)) ??
      this.#known.get(`${pid} ${fd}`) ??
      // A process has the descriptors of the one that started it.
      this.#known.get(` ${fd}`) ??
      (ADDRESS.test(args) ? this.#protocol : undefined);
    if (typeof protocol !== "number") return undefined;
    return { protocol, source: pid === "" ? `descriptor ${fd}` : `process ${pid}, descriptor ${fd}` };
  }
}
