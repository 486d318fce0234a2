import type { Arrival, Datagram, Socket, SocketOptions, Transport } from "@rxnetlink/core";
import {
  addressedGroup,
  checkSend,
  checkSocketOptions,
  groupNumber,
  Lifetime,
  type NumberedSocketOptions,
} from "@rxnetlink/core/internal";
import { BehaviorSubject, Observable, Subject } from "rxjs";

/** The kernel's side of a socket of a {@link scriptedTransport}. */
export interface ScriptedSocket {
  /** Port id of the socket, which replies must carry. */
  readonly portId: number;
  /** Options it was opened with: protocol, groups, namespace. */
  readonly options: NumberedSocketOptions;
  /** True while its reader has paused it. */
  readonly paused: BehaviorSubject<boolean>;
  /** Delivers an arrival to the socket. */
  deliver(arrival: Arrival): void;
  /** Ends the socket with an error. */
  fail(error: Error): void;
  /** Completes the socket, as happens when the name of its namespace is deleted. */
  end(): void;
}

/** Handles a datagram in place of the kernel, and delivers the replies to the socket. */
export type Script = (request: Uint8Array, socket: ScriptedSocket) => void;

/** Returns bytes as a datagram from the kernel. */
export function datagram(
  bytes: Uint8Array,
  origin: Partial<Pick<Datagram, "portId" | "group" | "nsid" | "credentials">> = {},
): Datagram {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { type: "datagram", view, start: 0, end: bytes.length, portId: 0, group: 0, ...origin };
}

/** A {@link Transport} whose kernel is a function; it opens no real socket. */
export class ScriptedTransport implements Transport {
  readonly #script: Script;
  readonly #lifetime = new Lifetime("the transport");
  /** The open sockets. */
  readonly sockets = new Set<ScriptedSocket>();
  #portIds = 1000;
  #tickets = 0;

  constructor(script: Script) {
    this.#script = script;
  }

  socket$(given: SocketOptions): Observable<Socket> {
    const socket$ = new Observable<Socket>((subscriber) => {
      const options = checkSocketOptions(given);
      const arrivals = new Subject<Arrival>();
      const scripted: ScriptedSocket = {
        portId: options.portId ?? ++this.#portIds,
        options,
        paused: new BehaviorSubject(false),
        deliver: (arrival) => arrivals.next(arrival),
        fail: (error) => subscriber.error(error),
        end: () => subscriber.complete(),
      };
      this.sockets.add(scripted);
      subscriber.add(() => this.sockets.delete(scripted));
      // Like a real socket, it opens in a later turn.
      queueMicrotask(() => !subscriber.closed && subscriber.next(this.#socket(scripted, arrivals)));
    });
    return this.#lifetime.within(socket$);
  }

  async close(): Promise<void> {
    this.#lifetime.end();
  }

  #socket(scripted: ScriptedSocket, arrivals: Subject<Arrival>): Socket {
    const { protocol } = scripted.options;
    return {
      portId: scripted.portId,
      arrivals$: arrivals,
      send: (bytes, portId = 0, group = undefined) =>
        this.#call(arrivals, () => {
          checkSend(bytes, portId);
          addressedGroup(protocol, group);
          queueMicrotask(() => this.#script(bytes, scripted));
        }),
      join: (group) => this.#call(arrivals, () => groupNumber("join", "group", protocol, group)),
      leave: (group) => this.#call(arrivals, () => groupNumber("leave", "group", protocol, group)),
      pause: (yes) => scripted.paused.next(yes),
      keepAlive() {},
    };
  }

  /** Makes a call and returns its ticket; as with the kernel, errors arrive in a later turn. */
  #call(arrivals: Subject<Arrival>, call: () => void): number {
    const ticket = ++this.#tickets;
    try {
      call();
    } catch (error) {
      queueMicrotask(() => arrivals.next({ type: "callFailed", ticket, error: error as Error }));
    }
    return ticket;
  }
}

/** Creates a {@link Transport} whose kernel is `script`. */
export function scriptedTransport(script: Script): ScriptedTransport {
  return new ScriptedTransport(script);
}
