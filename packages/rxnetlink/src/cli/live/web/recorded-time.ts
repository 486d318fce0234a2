import { setImmediate } from "node:timers/promises";
import { VirtualAction, VirtualTimeScheduler } from "rxjs";

/** Turns of the event loop in which a reply has its effects. */
const TURNS = 4;

/** A clock that shows the time of a recording, and jumps from event to event. */
export class RecordedTime extends VirtualTimeScheduler {
  /** @param start - Time in milliseconds since 1970. */
  constructor(start: number) {
    super(VirtualAction, start);
    this.frame = start;
  }

  /** Lets time pass until the end, as fast as the program follows. */
  async pass(end: number): Promise<void> {
    for (;;) {
      for (let turn = 0; turn < TURNS; turn++) await setImmediate();
      const [next] = this.actions;
      if (next === undefined || next.delay > end) break;
      this.maxFrames = next.delay;
      this.flush();
    }
    this.frame = end;
  }
}
