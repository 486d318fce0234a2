import type { Control } from "./control.js";
import type { Spinning } from "./spinning.js";

//  Shared memory for one small request and its reply, so that a round trip needs no message between threads, or an empty one:
//
//   0      4       8       12      16      20              64             64 + FAST_PATH_BYTES
//   | i32  | i32   | i32   | u32   | i32   | i32  | …      | request …    | reply, as a slab … |
//   state  socket  ticket  portId  length  used

/** Room for a request, and for its reply; larger ones take the message port. */
export const FAST_PATH_BYTES = 64 * 1024;

const WORD = { state: 0, socket: 1, ticket: 2, portId: 3, length: 4, used: 5 } as const;
const HEADER = 64;

const STATE = {
  /** It holds nothing. */
  idle: 0,
  /** It holds a request, and the main thread spins for the reply. */
  awaited: 1,
  /** It holds a request; a message announces the reply. */
  requested: 2,
  /** It holds a reply. */
  replied: 3,
} as const;

/** Time the main thread spins for a reply, in milliseconds: ten times what the kernel needs for most requests. */
const SPIN_MS = 0.25;

/** A datagram to send. */
export interface FastRequest {
  readonly socket: number;
  readonly ticket: number;
  readonly portId: number;
  readonly bytes: Uint8Array;
}

/** Dependencies of a {@link FastPathClient}. */
export interface FastPathDeps {
  readonly control: Control;
  readonly spinning: Spinning;
  /** True if this turn of the event loop has time to wait for a reply. */
  hasTime(): boolean;
  /** Wakes the pump if it sleeps. */
  wake(): void;
  /** Receives a reply: a slab that is valid during the call. */
  receive(slab: Uint8Array): void;
}

/** One side's view of the shared memory. */
class FastPath {
  protected readonly words: Int32Array;
  protected readonly request: Uint8Array;
  protected readonly reply: Uint8Array;

  constructor(readonly memory: SharedArrayBuffer) {
    this.words = new Int32Array(memory, 0, HEADER / 4);
    this.request = new Uint8Array(memory, HEADER, FAST_PATH_BYTES);
    this.reply = new Uint8Array(memory, HEADER + FAST_PATH_BYTES, FAST_PATH_BYTES);
  }

  protected change(from: number, to: number): boolean {
    return Atomics.compareExchange(this.words, WORD.state, from, to) === from;
  }

  protected is(state: number): boolean {
    return Atomics.load(this.words, WORD.state) === state;
  }
}

/** The main thread's side of the fast path. */
export class FastPathClient extends FastPath {
  readonly #deps: FastPathDeps;

  constructor(deps: FastPathDeps) {
    super(new SharedArrayBuffer(HEADER + 2 * FAST_PATH_BYTES));
    this.#deps = deps;
  }

  /**
   * Sends a small request if nothing else is on its way, and waits briefly for the reply of a pump that is awake.
   *
   * @returns false if the request must take the port.
   */
  trySend(request: FastRequest): boolean {
    const { control, spinning, hasTime, wake } = this.#deps;
    const fits = request.bytes.length <= FAST_PATH_BYTES;
    if (!fits || control.commandsPending || !this.is(STATE.idle)) return false;
    const awaited = spinning.allowed && !control.asleep && hasTime();
    this.#write(request, awaited ? STATE.awaited : STATE.requested);
    wake();
    if (awaited) this.#awaitReply();
    return true;
  }

  #write({ socket, ticket, portId, bytes }: FastRequest, state: number): void {
    this.request.set(bytes);
    this.words[WORD.socket] = socket;
    this.words[WORD.ticket] = ticket;
    this.words[WORD.portId] = portId;
    this.words[WORD.length] = bytes.length;
    Atomics.store(this.words, WORD.state, state);
  }

  /** Spins until the reply arrives, or gives up: a message then announces it. */
  #awaitReply(): void {
    const deadline = performance.now() + SPIN_MS;
    for (let turn = 1; !this.is(STATE.replied); turn++)
      if (turn % 64 === 0 && performance.now() > deadline && this.change(STATE.awaited, STATE.requested))
        return this.#deps.spinning.failed();
    this.#deps.spinning.succeeded();
    this.takeReply();
  }

  /** Receives the reply that is there. */
  takeReply(): void {
    const used = this.words[WORD.used]!;
    try {
      if (used > 0) this.#deps.receive(this.reply.subarray(0, used));
    } finally {
      Atomics.store(this.words, WORD.state, STATE.idle);
    }
  }
}

/** The pump's side of the fast path. */
export class FastPathServer extends FastPath {
  readonly #control: Control;
  #serving = false;

  constructor(memory: SharedArrayBuffer, control: Control) {
    super(memory);
    this.#control = control;
  }

  /** True between {@link serve} and {@link finish}. */
  get serving(): boolean {
    return this.#serving;
  }

  /** True if a request waits here or on the port. */
  get pending(): boolean {
    return this.#holdsRequest() || this.#control.commandsPending;
  }

  #holdsRequest(): boolean {
    return !this.#serving && (this.is(STATE.awaited) || this.is(STATE.requested));
  }

  /** Sends the request if there is one; its bytes are valid until {@link finish}. */
  serve(send: (request: FastRequest) => void): void {
    if (!this.#holdsRequest()) return;
    this.#serving = true;
    send({
      socket: this.words[WORD.socket]!,
      ticket: this.words[WORD.ticket]!,
      portId: this.words[WORD.portId]! >>> 0,
      bytes: this.request.subarray(0, this.words[WORD.length]),
    });
  }

  /**
   * Finishes the request being served, with the arrivals as its reply. They must take the port if there are none, if they are
   * too large, or if the main thread spins and has not read earlier ones yet.
   *
   * @returns `"delivered"` if the main thread has the arrivals, `"announced"` if it must be told that they are here.
   */
  finish(arrivals: Uint8Array | undefined): "delivered" | "announced" | "none" {
    if (!this.#serving) return "none";
    this.#serving = false;
    const used = arrivals !== undefined && arrivals.length <= FAST_PATH_BYTES ? arrivals.length : 0;
    if (used > 0) this.reply.set(arrivals!);
    const inOrder = used > 0 && this.#control.unreadSlabs === 0;
    this.words[WORD.used] = inOrder ? used : 0;
    if (this.change(STATE.awaited, STATE.replied)) return inOrder ? "delivered" : "none";
    this.words[WORD.used] = used;
    Atomics.store(this.words, WORD.state, used > 0 ? STATE.replied : STATE.idle);
    return used > 0 ? "announced" : "none";
  }
}
