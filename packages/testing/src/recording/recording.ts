import type { Arrival, Datagram, GroupOf, Socket, Transport } from "@rxnetlink/core";
import {
  aFunction,
  anObjectWith,
  aTransport,
  checkArgument,
  checkOptions,
  checkSend,
  checkSocketOptions,
  groupNumber,
  type NumberedSocketOptions,
  passedOn,
} from "@rxnetlink/core/internal";
import { defer, map, type Observable, type TimestampProvider, tap } from "rxjs";
import { noteOf, type RecordedEvent } from "./recorded-event.js";
import { RecordingWriter } from "./recording-writer.js";

/** Options of {@link recording}. */
export interface RecordingOptions {
  /** Clock in milliseconds since 1970, with fractions; that of the machine by default. */
  readonly clock?: TimestampProvider;
}

/** Checks the arguments of `recording()` and `recordTo()`. */
export function checkRecording(
  callee: string,
  transport: Transport,
  options: RecordingOptions,
): RecordingOptions {
  checkArgument(callee, "transport", transport, aTransport);
  return checkOptions(callee, options, { clock: anObjectWith("now") });
}

const MACHINE_CLOCK: TimestampProvider = { now: () => performance.timeOrigin + performance.now() };

function copyOf({ view, start, end, portId, group, nsid, credentials }: Datagram): RecordedEvent {
  return {
    type: "datagram",
    bytes: new Uint8Array(view.buffer, view.byteOffset + start, end - start).slice(),
    ...(portId !== 0 && { portId }),
    ...(group !== 0 && { group }),
    ...(nsid !== undefined && { nsid }),
    ...(credentials !== undefined && { credentials }),
  };
}

function eventOf(arrival: Arrival): RecordedEvent {
  if (arrival.type === "datagram") return copyOf(arrival);
  return arrival.type === "callFailed" ? { ...arrival, error: noteOf(arrival.error) } : arrival;
}

/** The log of one socket until it ends. */
class SocketLog {
  readonly #writer: RecordingWriter;
  readonly #clock: TimestampProvider;
  readonly #options: NumberedSocketOptions;
  #number: number | undefined;
  #ended = false;

  constructor(writer: RecordingWriter, clock: TimestampProvider, options: NumberedSocketOptions) {
    this.#writer = writer;
    this.#clock = clock;
    this.#options = options;
  }

  open(portId: number): void {
    const { protocol, groups = [], namespace } = this.#options;
    const place = typeof namespace === "string" ? { namespace } : {};
    this.#number = this.#writer.opened({ protocol, portId, groups, ...place, opened: this.#clock.now() });
  }

  /** Returns the number of a group; `undefined` if it is unusable. */
  groupNumber(group: GroupOf): number | undefined {
    try {
      return groupNumber("join", "group", this.#options.protocol, group);
    } catch {
      return undefined;
    }
  }

  note(event: RecordedEvent): void {
    if (this.#number !== undefined && !this.#ended)
      this.#writer.happened(this.#number, this.#clock.now(), event);
  }

  end(event: RecordedEvent): void {
    this.note(event);
    this.#ended = true;
  }

  /** Ends the log with an error, perhaps before the socket was open. */
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

/** A socket whose traffic is logged, except calls with unusable arguments. */
class LoggedSocket implements Socket {
  readonly portId: number;
  readonly arrivals$: Observable<Arrival>;
  readonly #socket: Socket;
  readonly #log: SocketLog;

  constructor(socket: Socket, log: SocketLog) {
    this.#socket = socket;
    this.#log = log;
    this.portId = socket.portId;
    log.open(socket.portId);
    const next = (arrival: Arrival) => log.note(eventOf(arrival));
    this.arrivals$ = socket.arrivals$.pipe(tap({ next, error: (error) => log.fail(error) }));
  }

  send(bytes: Uint8Array, portId = 0, group?: GroupOf): number {
    // Copied first: sending gives the buffer away.
    const copy = canBeSent(bytes, portId) ? new Uint8Array(bytes) : undefined;
    const ticket = this.#socket.send(bytes, portId, group);
    if (copy !== undefined)
      this.#log.note({ type: "sent", bytes: copy, ticket, ...(portId !== 0 && { portId }) });
    return ticket;
  }

  join(group: GroupOf): number {
    return this.#noted("joined", group, this.#socket.join(group));
  }

  leave(group: GroupOf): number {
    return this.#noted("left", group, this.#socket.leave(group));
  }

  pause(yes: boolean): void {
    this.#socket.pause(yes);
  }

  keepAlive(yes: boolean): void {
    this.#socket.keepAlive(yes);
  }

  #noted(type: "joined" | "left", group: GroupOf, ticket: number): number {
    const number = this.#log.groupNumber(group);
    if (number !== undefined) this.#log.note({ type, group: number, ticket });
    return ticket;
  }
}

/**
 * Wraps a transport and records its traffic: every datagram in both directions with its time, overruns, failures, and
 * the options of sockets. The bytes passed to `write` form a pcapng file, which Wireshark opens and `replay()` plays. It
 * is called once for each event; an error it throws fails the socket.
 *
 * @example
 * const blocks: Uint8Array[] = [];
 * const { link } = rtnetlink({ transport: recording(kernelTransport(), (bytes) => blocks.push(bytes)) });
 */
export function recording(
  transport: Transport,
  write: (bytes: Uint8Array) => void,
  options: RecordingOptions = {},
): Transport {
  const { clock = MACHINE_CLOCK } = checkRecording("recording", transport, options);
  checkArgument("recording", "write", write, aFunction);
  const writer = new RecordingWriter(write);
  const logs = new Set<SocketLog>();
  return {
    ...passedOn(transport),
    socket$: (options) =>
      defer(() => {
        const log = new SocketLog(writer, clock, checkSocketOptions(options));
        logs.add(log);
        return transport.socket$(options).pipe(
          map((socket) => new LoggedSocket(socket, log)),
          tap({
            error: (error) => log.fail(error),
            complete: () => log.end({ type: "ended" }),
            unsubscribe: () => log.end({ type: "closed" }),
            finalize: () => logs.delete(log),
          }),
        );
      }),
    async close() {
      for (const log of logs) log.end({ type: "closed" });
      await transport.close();
    },
  };
}
