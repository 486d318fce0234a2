/** Words of the shared memory. */
const WORD = {
  /** 1 once the pump is to stop, before any further command. */
  stop: 0,
  /** 1 while the pump sleeps or is about to: a command then needs the eventfd. */
  asleep: 1,
  /** 1 once the pump has made its last system call. */
  ended: 2,
  /** Batches of commands that were posted … */
  posted: 3,
  /** … and executed. */
  executed: 4,
  /** Slabs that were sent … */
  sent: 5,
  /** … and read by the main thread. */
  read: 6,
  /** 1 while the pump collects arrivals until the main thread has read more. */
  holding: 7,
  /** 1 while the threads may spin for each other. */
  spinning: 8,
} as const;

const BYTES = Object.keys(WORD).length * Int32Array.BYTES_PER_ELEMENT;

/** Number of unread slabs from which the pump collects arrivals into fewer and larger ones. */
export const MAX_UNREAD = 4;

/** State that a pump and the main thread share; each thread has its own view of the memory. */
export class Control {
  readonly #words: Int32Array;

  constructor(readonly memory = new SharedArrayBuffer(BYTES)) {
    this.#words = new Int32Array(memory);
  }

  /** True once the pump is to stop. */
  get stopping(): boolean {
    return Atomics.load(this.#words, WORD.stop) === 1;
  }

  /** Tells the pump to stop; it must also be woken. */
  stop(): void {
    Atomics.store(this.#words, WORD.stop, 1);
  }

  /** True once the pump has made its last system call. */
  get ended(): boolean {
    return Atomics.load(this.#words, WORD.ended) === 1;
  }

  set ended(yes: boolean) {
    Atomics.store(this.#words, WORD.ended, yes ? 1 : 0);
  }

  /** Wakes the main thread if it blocks in {@link awaitEnd}. */
  notifyEnd(): void {
    Atomics.notify(this.#words, WORD.ended);
  }

  /** Blocks until the pump has ended, or for `timeout` milliseconds. */
  awaitEnd(timeout: number): void {
    Atomics.wait(this.#words, WORD.ended, 0, timeout);
  }

  /** True while the pump sleeps or is about to. */
  get asleep(): boolean {
    return Atomics.load(this.#words, WORD.asleep) === 1;
  }

  set asleep(yes: boolean) {
    Atomics.store(this.#words, WORD.asleep, yes ? 1 : 0);
  }

  /** Clears `asleep`; returns true if it was set, so that one caller wakes the pump. */
  takeAsleep(): boolean {
    return Atomics.exchange(this.#words, WORD.asleep, 0) === 1;
  }

  /** Counts a batch of commands that was posted. */
  commandsPosted(): void {
    Atomics.add(this.#words, WORD.posted, 1);
  }

  /** Counts a batch of commands that was executed. */
  commandsExecuted(): void {
    Atomics.add(this.#words, WORD.executed, 1);
  }

  /** True while posted commands have not been executed. */
  get commandsPending(): boolean {
    return Atomics.load(this.#words, WORD.posted) !== Atomics.load(this.#words, WORD.executed);
  }

  /** Counts a slab that was sent. */
  slabSent(): void {
    Atomics.add(this.#words, WORD.sent, 1);
  }

  /** Counts a slab that was read. */
  slabRead(): void {
    Atomics.add(this.#words, WORD.read, 1);
  }

  /** Number of slabs that the main thread has not read. */
  get unreadSlabs(): number {
    return (Atomics.load(this.#words, WORD.sent) - Atomics.load(this.#words, WORD.read)) | 0;
  }

  /** True while the pump holds arrivals back; it must be woken when the main thread has read enough. */
  get holding(): boolean {
    return Atomics.load(this.#words, WORD.holding) === 1;
  }

  set holding(yes: boolean) {
    Atomics.store(this.#words, WORD.holding, yes ? 1 : 0);
  }

  /** True while the threads may spin for each other. */
  get spinning(): boolean {
    return Atomics.load(this.#words, WORD.spinning) === 1;
  }

  set spinning(yes: boolean) {
    Atomics.store(this.#words, WORD.spinning, yes ? 1 : 0);
  }
}
