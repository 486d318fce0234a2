import type { EventEmitter } from "node:events";
import { emitKeypressEvents } from "node:readline";
import ansiEscapes from "ansi-escapes";
import { fromEvent, map, merge, type Observable, Subject, startWith, tap, type Unsubscribable } from "rxjs";
import { Interrupted } from "../../live.js";
import type { Size } from "./frame.js";
import type { Key } from "./view.js";

const { stdin, stdout } = process;

const ENTER = ansiEscapes.enterAlternativeScreen + ansiEscapes.cursorHide;
const LEAVE = ansiEscapes.cursorShow + ansiEscapes.exitAlternativeScreen;

/** The terminal as a screen to draw on, until it is unsubscribed: whatever happens, it is then as it was before. */
export class Terminal implements Unsubscribable {
  #drawn: readonly string[] = [];
  readonly #resumed = new Subject<void>();

  constructor() {
    emitKeypressEvents(stdin);
    process.on("exit", this.#leave);
    process.on("SIGCONT", this.#enter);
    this.#enter();
  }

  /** Keys that are pressed. Errors with {@link Interrupted} at Ctrl-C, which a terminal as screen does not make a signal. */
  readonly keys$: Observable<Key> = fromEvent(
    stdin as EventEmitter,
    "keypress",
    (text: string | undefined, key: Omit<Key, "text">): Key => ({ ...key, text }),
  ).pipe(
    tap(({ name, ctrl }) => {
      if (ctrl && name === "c") throw new Interrupted("SIGINT");
      if (ctrl && name === "z") this.#suspend();
    }),
  );

  /** Its size, now and whenever it or what is on it changes. */
  readonly size$: Observable<Size> = merge(fromEvent(stdout as EventEmitter, "resize"), this.#resumed).pipe(
    startWith(undefined),
    map(() => {
      this.#drawn = [];
      return { columns: stdout.columns || 80, rows: stdout.rows || 24 };
    }),
  );

  /** Draws lines from the top; those that are there already are left alone. */
  draw(lines: readonly string[]): void {
    const changed = lines.flatMap((line, row) =>
      line === this.#drawn[row] ? [] : [ansiEscapes.cursorTo(0, row) + line + ansiEscapes.eraseEndLine],
    );
    this.#drawn = lines;
    if (changed.length > 0)
      stdout.write(
        ansiEscapes.beginSynchronizedOutput + changed.join("") + ansiEscapes.endSynchronizedOutput,
      );
  }

  unsubscribe(): void {
    process.off("exit", this.#leave);
    process.off("SIGCONT", this.#enter);
    this.#leave();
  }

  readonly #enter = () => {
    stdin.setRawMode(true);
    stdin.resume();
    stdout.write(ENTER);
    this.#drawn = [];
    this.#resumed.next();
  };

  readonly #leave = () => {
    stdin.setRawMode(false);
    stdin.pause();
    stdout.write(LEAVE);
  };

  #suspend(): void {
    this.#leave();
    process.kill(process.pid, "SIGTSTP");
  }
}
