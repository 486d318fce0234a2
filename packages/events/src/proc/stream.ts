import type { Arrival, Datagram, DecodeError, Socket } from "@rxnetlink/core";
import { eachMessage, NLMSG_DONE } from "@rxnetlink/core/schema";
import { Observable, type Subscriber } from "rxjs";
import { arrivals$ } from "../common/arrivals.js";
import { changeOf } from "./change-of.js";
import { CpuGaps } from "./cpu-gaps.js";
import type { ProcEvent } from "./events.js";
import { type ProcMessage, procEventMask, procMessage } from "./layout.js";
import { Listening } from "./listening.js";
import { chosenBy, type ProcEventOptions, type ProcessEventsOptions } from "./options.js";
import { CN_IDX_PROC, CN_VAL_PROC, NETLINK_CONNECTOR } from "./protocol.js";
import { sendFilter, sendOperation } from "./requests.js";

/** Options of {@link processEvents}, as far as sockets are concerned. */
export type ProcSetting = Pick<ProcessEventsOptions, "transport" | "namespace" | "receiveBuffer">;

/** One subscription to process events. */
class Reading {
  readonly #subscriber: Subscriber<ProcEvent>;
  readonly #options: ProcEventOptions;
  readonly #isChosen: ReturnType<typeof chosenBy>;
  readonly #gaps = new CpuGaps();
  #listening: Listening | undefined;

  constructor(subscriber: Subscriber<ProcEvent>, options: ProcEventOptions) {
    this.#subscriber = subscriber;
    this.#options = options;
    this.#isChosen = chosenBy(options);
    subscriber.add(() => this.#listening?.stop());
  }

  /** Asks the kernel to report. */
  opened(socket: Socket): void {
    const { kinds, flowControl, listening } = this.#options;
    this.#listening = new Listening(socket, {
      confirmed: () => {
        // Not earlier: the reply must be read.
        if (flowControl !== undefined)
          this.#subscriber.add(flowControl.paused$.subscribe((paused) => socket.pause(paused)));
        listening?.();
      },
      refused: (error) => this.#subscriber.error(error),
    });
    // Kernels without a filter ignore this request, and so it is the second. Its reply would not pass the filter.
    if (kinds !== undefined) sendFilter(socket, procEventMask.of(...kinds));
  }

  arrived(arrival: Arrival): void {
    if (arrival.type === "datagram") this.#datagram(arrival);
    else if (arrival.type === "callFailed") this.#listening?.callFailed(arrival.ticket, arrival.error);
    else if (arrival.type === "drained") this.#subscriber.next({ type: "lost" });
  }

  #datagram({ view, start, end, portId, group }: Datagram): void {
    if (portId !== 0 || group !== CN_IDX_PROC) return;
    try {
      eachMessage(view, start, end, ({ type }, _, at, stop) => {
        if (type === NLMSG_DONE) this.#message(procMessage.read(view, at, stop));
      });
    } catch (error) {
      const bytes = new Uint8Array(view.buffer, view.byteOffset + start, end - start).slice();
      this.#subscriber.next({ type: "malformed", error: error as DecodeError, bytes });
    }
  }

  #message(message: ProcMessage): void {
    const { msg, cpu, what, data } = message;
    if (msg.id.idx !== CN_IDX_PROC || msg.id.val !== CN_VAL_PROC) return;
    // With a filter in the kernel, the numbers of what it holds back are missing, too.
    const events = this.#options.kinds === undefined ? this.#gaps.arrived(cpu, msg.seq) : 0;
    if (events > 0) this.#subscriber.next({ type: "lost", cpu, events });
    if (what === "none") return this.#listening?.replied(msg.ack, data);
    const change = changeOf(message);
    if (change !== undefined && this.#isChosen(change)) this.#subscriber.next(change);
  }
}

/** Emits process events; see `ProcessEvents.event$`. */
export function procEvents$(
  { transport, namespace, receiveBuffer }: ProcSetting,
  options: ProcEventOptions,
): Observable<ProcEvent> {
  const ofSocket = {
    protocol: NETLINK_CONNECTOR,
    groups: [CN_IDX_PROC],
    // A full socket then loses single events, which their numbers show.
    noEnobufs: options.kinds === undefined,
    ...(namespace !== undefined && { namespace }),
    ...(receiveBuffer !== undefined && { receiveBuffer }),
  };
  return new Observable((subscriber) => {
    const reading = new Reading(subscriber, options);
    const opened = (socket: Socket) => reading.opened(socket);
    // The kernel counts those who listen, before 6.6 not by their sockets.
    const closing = (socket: Socket) => sendOperation(socket, "ignore", 0);
    return arrivals$(transport, ofSocket, { opened, closing }).subscribe({
      next: (arrival) => reading.arrived(arrival),
      error: (error) => subscriber.error(error),
      complete: () => subscriber.complete(),
    });
  });
}
