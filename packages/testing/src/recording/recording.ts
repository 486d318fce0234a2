import type { Arrival, Datagram, Socket, SocketOptions, Transport } from "@rxnetlink/core";
import {
  aFunction,
  aGroup,
  anObjectWith,
  aTransport,
  checkArgument,
  checkOptions,
  checkSend,
  checkSocketOptions,
} from "@rxnetlink/core/internal";
import { defer, map, type Observable, type TimestampProvider, tap } from "rxjs";
import { noteOf, type RecordedEvent } from "./recorded-event.js";
import { RecordingWriter } from "./recording-writer.js";

/** How {@link recording} writes. */
export interface RecordingOptions {
  /** Tells the time in milliseconds since 1970, with fractions; the clock of the machine by default. */
  readonly clock?: TimestampProvider;
}

/** Checks what is to be recorded, and how; for `recordTo()` too. */
export function checkRecording(
  callee: string,
  transport: Transport,
  options: RecordingOptions,
): RecordingOptions {
  checkArgument(callee, "transport", transport, aTransport);
  return checkOptions(callee, options, { clock: anObjectWith("now") });
}

const MACHINE_CLOCK: TimestampProvider = { now: () => performance.timeOrigin + performance.now() };

function copyOf({ view, start, end, portId, group, nsid }: Datagram): RecordedEvent {
  return {
    type: "datagram",
    bytes: new Uint8Array(view.buffer, view.byteOffset + start, end - start).slice(),
    ...(portId !== 0 && { portId }),
    ...(group !== 0 && { group }),
    ...(nsid !== undefined && { nsid }),
  };
}

function eventOf(arrival: Arrival): RecordedEvent {
  if (arrival.type === "datagram") return copyOf(arrival);
  return arrival.type === "callFailed" ? { ...arrival, error: noteOf(arrival.error) } : arrival;
}

/** The account of one socket: what happens on it, until it ends. */
class Account {
  readonly #writer: RecordingWriter;
  readonly #clock: TimestampProvider;
  readonly #options: SocketOptions;
  #number: number | undefined;
  #ended = false;

  constructor(writer: RecordingWriter, clock: TimestampProvider, options: SocketOptions) {
    this.#writer = writer;
    this.#clock = clock;
    this.#options = options;
  }

  open(portId: number): void {
    const { protocol, groups = [], namespace } = this.#options;
    const place = typeof namespace === "string" ? { namespace } : {};
    this.#number = this.#writer.opened({ protocol, portId, groups, ...place, opened: this.#clock.now() });
  }

  note(event: RecordedEvent): void {
    if (this.#number !== undefined && !this.#ended)
      this.#writer.happened(this.#number, this.#clock.now(), event);
  }

  end(event: RecordedEvent): void {
    this.note(event);
    this.#ended = true;
  }

  /** It ends with an error, perhaps before it was open. */
  fail(error: unknown): void {
    if (this.#number === undefined) this.open(0);
    this.end({ type: "ended", error: noteOf(error) });
  }
}

function canBeSent(bytes: Uint8Array, portId: number): boolean {
  try {
    checkSend(bytes, portId);
    return true;
  } catch {
    return false;
  }
}

/** A socket of the transport below, whose traffic is noted, but for calls with arguments that it does not take. */
class NotedSocket implements Socket {
  readonly portId: number;
  readonly arrivals$: Observable<Arrival>;
  readonly #socket: Socket;
  readonly #account: Account;

  constructor(socket: Socket, account: Account) {
    this.#socket = socket;
    this.#account = account;
    this.portId = socket.portId;
    account.open(socket.portId);
    const next = (arrival: Arrival) => account.note(eventOf(arrival));
    this.arrivals$ = socket.arrivals$.pipe(tap({ next, error: (error) => account.fail(error) }));
  }

  send(bytes: Uint8Array, portId = 0): number {
    // Once sent, the buffer is no longer ours.
    const copy = canBeSent(bytes, portId) ? new Uint8Array(bytes) : undefined;
    const ticket = this.#socket.send(bytes, portId);
    if (copy !== undefined)
      this.#account.note({ type: "sent", bytes: copy, ticket, ...(portId !== 0 && { portId }) });
    return ticket;
  }

  join(group: number): number {
    const ticket = this.#socket.join(group);
    if (aGroup(group) === undefined) this.#account.note({ type: "joined", group, ticket });
    return ticket;
  }

  leave(group: number): number {
    const ticket = this.#socket.leave(group);
    if (aGroup(group) === undefined) this.#account.note({ type: "left", group, ticket });
    return ticket;
  }

  pause(yes: boolean): void {
    this.#socket.pause(yes);
  }

  keepAlive(yes: boolean): void {
    this.#socket.keepAlive(yes);
  }
}

/**
 * Does what another transport does, and writes down all of it: every datagram in both directions with its time, lost
 * ones, failures, and how sockets were opened. What `write` receives, put together, is a pcapng file, which Wireshark
 * opens and `replay()` plays. It is called for each event with bytes of its own; what it throws, the socket's
 * reader is told.
 *
 * @example
 * const blocks: Uint8Array[] = [];
 * const { link } = rtnetlink(recording(kernelTransport(), (bytes) => blocks.push(bytes)));
 */
export function recording(
  transport: Transport,
  write: (bytes: Uint8Array) => void,
  options: RecordingOptions = {},
): Transport {
  const { clock = MACHINE_CLOCK } = checkRecording("recording", transport, options);
  checkArgument("recording", "write", write, aFunction);
  const writer = new RecordingWriter(write);
  const accounts = new Set<Account>();
  return {
    ...(transport.supply && { supply: transport.supply }),
    socket$: (options) =>
      defer(() => {
        checkSocketOptions(options);
        const account = new Account(writer, clock, options);
        accounts.add(account);
        return transport.socket$(options).pipe(
          map((socket) => new NotedSocket(socket, account)),
          tap({
            error: (error) => account.fail(error),
            complete: () => account.end({ type: "ended" }),
            unsubscribe: () => account.end({ type: "closed" }),
            finalize: () => accounts.delete(account),
          }),
        );
      }),
    async close() {
      for (const account of accounts) account.end({ type: "closed" });
      await transport.close();
    },
  };
}
