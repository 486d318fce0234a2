//  Shared memory for one small request and its answer, so that a round trip needs no message between threads:
//
//   0      4       8       12      16      20              64             64 + LANE_BYTES
//   | i32  | i32   | i32   | u32   | i32   | i32  | …      | request …    | answer, as a slab … |
//   state  socket  ticket  portId  length  used

/** Bytes of a request, and of its answer; whatever is larger takes the message port. */
export const LANE_BYTES = 64 * 1024;

const WORD = { state: 0, socket: 1, ticket: 2, portId: 3, length: 4, used: 5 } as const;
const HEADER = 64;

const STATE = {
  /** Nothing is in the lane. */
  idle: 0,
  /** A request is, and the main thread spins for the answer. */
  awaited: 1,
  /** A request is, and its answer goes through the port. */
  requested: 2,
  /** The answer is. */
  answered: 3,
} as const;

/** How long the main thread spins for an answer, in milliseconds: the kernel answers most requests in a tenth of it. */
const MAIN_PATIENCE = 0.25;

/** A request that travels in the lane. */
export interface LaneRequest {
  readonly socket: number;
  readonly ticket: number;
  readonly portId: number;
  readonly bytes: Uint8Array;
}

/** Either side's view of the lane. */
class Lane {
  protected readonly words: Int32Array;
  protected readonly request: Uint8Array;
  protected readonly answer: Uint8Array;

  constructor(readonly memory: SharedArrayBuffer) {
    this.words = new Int32Array(memory, 0, HEADER / 4);
    this.request = new Uint8Array(memory, HEADER, LANE_BYTES);
    this.answer = new Uint8Array(memory, HEADER + LANE_BYTES, LANE_BYTES);
  }

  protected change(from: number, to: number): boolean {
    return Atomics.compareExchange(this.words, WORD.state, from, to) === from;
  }

  protected is(state: number): boolean {
    return Atomics.load(this.words, WORD.state) === state;
  }
}

/** The main thread's side. */
export class LaneClient extends Lane {
  constructor() {
    super(new SharedArrayBuffer(HEADER + 2 * LANE_BYTES));
  }

  /** Puts a request into the lane; `false` where it is taken or the request too large. */
  offer({ socket, ticket, portId, bytes }: LaneRequest, awaited: boolean): boolean {
    if (bytes.length > LANE_BYTES || !this.is(STATE.idle)) return false;
    this.request.set(bytes);
    this.words[WORD.socket] = socket;
    this.words[WORD.ticket] = ticket;
    this.words[WORD.portId] = portId;
    this.words[WORD.length] = bytes.length;
    Atomics.store(this.words, WORD.state, awaited ? STATE.awaited : STATE.requested);
    return true;
  }

  /** Spins until the answer is there and hands it over, or gives up: it then comes through the port. */
  await(answered: (answer: Uint8Array, used: number) => void): void {
    const deadline = performance.now() + MAIN_PATIENCE;
    for (let turn = 1; !this.is(STATE.answered); turn++)
      if (turn % 64 === 0 && performance.now() > deadline && this.change(STATE.awaited, STATE.requested))
        return;
    const used = this.words[WORD.used]!;
    try {
      if (used > 0) answered(this.answer, used);
    } finally {
      Atomics.store(this.words, WORD.state, STATE.idle);
    }
  }
}

/** The pump's side. */
export class LaneServer extends Lane {
  #serving = false;

  /** Whether a request has been taken and not been replied to. */
  get serving(): boolean {
    return this.#serving;
  }

  /** Whether a request waits. */
  get waits(): boolean {
    return !this.#serving && (this.is(STATE.awaited) || this.is(STATE.requested));
  }

  /** The request that waits; its bytes are valid until {@link reply}. */
  take(): LaneRequest {
    this.#serving = true;
    const bytes = this.request.subarray(0, this.words[WORD.length]);
    return {
      socket: this.words[WORD.socket]!,
      ticket: this.words[WORD.ticket]!,
      portId: this.words[WORD.portId]! >>> 0,
      bytes,
    };
  }

  /**
   * Ends what {@link take} began, with what has arrived, if anything.
   *
   * @returns whether the answer went into the lane; otherwise it must take the port.
   */
  reply(arrived: Uint8Array | undefined): boolean {
    if (!this.#serving) return false;
    this.#serving = false;
    if (arrived !== undefined) this.answer.set(arrived);
    this.words[WORD.used] = arrived?.length ?? 0;
    if (this.change(STATE.awaited, STATE.answered)) return arrived !== undefined;
    Atomics.store(this.words, WORD.state, STATE.idle);
    return false;
  }
}
