import type { Socket } from "@rxnetlink/core";
import type { NumberedSocketOptions } from "@rxnetlink/core/internal";
import type { Observer } from "rxjs";
import { KernelSocket } from "../linux/kernel-socket.js";
import type { Libc } from "../linux/libc.js";
import type { SocketOverrun } from "../statistics.js";
import { DirectReader, DirectSocket } from "./direct-socket.js";
import { EarlySocket } from "./early-socket.js";
import { OpenSocket, reportOverrun } from "./open-socket.js";
import type { PumpClient } from "./pump-client.js";

/** Time that questions may take in all before the pump is started, in milliseconds. */
const HEAD_START_MS = 250;
/** Time that one call may take, in milliseconds. */
const LONG_MS = 4;
/** Slices of the event loop that one list may take; V8 compiles the decoder in the first. */
const SLICES = 2;

/** Number of sockets at a time; a pump that starts needs descriptors, too. */
const MAX_SOCKETS = 16;

/**
 * The sockets from before the pump runs. A thread takes long to start, and a program that asks a few questions and exits
 * needs none: the calling thread asks them, for a limited time. When the pump runs, it takes all sockets over.
 */
export class HeadStart {
  readonly #libc: Libc;
  readonly #reader: DirectReader;
  readonly #pump: () => PumpClient;
  readonly #overruns: Observer<SocketOverrun>;
  readonly #sockets = new Set<EarlySocket>();
  #left = HEAD_START_MS;

  /** @param pump - Returns the pump, and starts it if needed; throws a `SystemError` if it cannot start. */
  constructor(libc: Libc, pump: () => PumpClient, overruns: Observer<SocketOverrun>) {
    this.#libc = libc;
    this.#reader = new DirectReader(libc);
    this.#pump = pump;
    this.#overruns = overruns;
  }

  /** True for a socket of this namespace that has nothing to wait for, if there are not too many. */
  suits({ namespace, groups = [], repliesOnly = false }: NumberedSocketOptions): boolean {
    return repliesOnly && namespace === undefined && groups.length === 0 && this.#sockets.size < MAX_SOCKETS;
  }

  /**
   * Opens a socket and emits it; returns a function that closes it.
   *
   * @throws SystemError if it cannot be opened.
   */
  open(options: NumberedSocketOptions, owner: Observer<Socket>): () => void {
    const direct = new DirectSocket(KernelSocket.open(this.#libc, options), this.#reader, {
      called: (time) => this.#spent(time < LONG_MS ? time : HEAD_START_MS),
      read: (time, slices) => this.#spent(slices < SLICES ? time : HEAD_START_MS),
      unanswered: () => this.#move(early),
    });
    const early: EarlySocket = new EarlySocket(direct, {
      owner,
      handOver: (socket) => this.#handOver(early, socket, owner),
      overrun: (arrival) => reportOverrun(direct, arrival, this.#overruns),
    });
    this.#sockets.add(early);
    owner.next(early);
    return () => {
      this.#sockets.delete(early);
      early.close();
    };
  }

  /** Hands all sockets over to the pump. */
  handOver(): void {
    for (const early of [...this.#sockets]) this.#move(early);
  }

  /** Completes all sockets. */
  end(): void {
    for (const early of [...this.#sockets]) early.end();
  }

  #spent(time: number): void {
    const before = this.#left;
    this.#left -= time;
    if (before > 0 && this.#left <= 0) setImmediate(() => this.#startPump());
  }

  /** Starts the pump, to which all sockets are then handed over. */
  #startPump(): void {
    try {
      if (this.#sockets.size > 0) this.#pump();
    } catch {
      // Questions go on without it; a call that needs it fails.
    }
  }

  #move(early: EarlySocket): void {
    try {
      early.handOver();
    } catch {
      // As above.
    }
  }

  #handOver(early: EarlySocket, direct: DirectSocket, owner: Observer<Socket>): OpenSocket {
    const pump = this.#pump();
    this.#sockets.delete(early);
    const ends: Observer<Socket> = {
      next: () => {},
      error: (error) => owner.error(error),
      complete: () => owner.complete(),
    };
    const handle = direct.release();
    const moved = new OpenSocket(
      handle.protocol,
      pump,
      (observer) => pump.adopt(handle, observer),
      ends,
      this.#overruns,
    );
    moved.opened(handle.portId);
    return moved;
  }
}
