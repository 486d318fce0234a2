import {
  auditTime,
  combineLatest,
  interval,
  lastValueFrom,
  merge,
  type Observable,
  scan,
  startWith,
  takeWhile,
  tap,
  using,
} from "rxjs";
import { untilInterrupted } from "../../live.js";
import { type Frame, frameOf } from "./frame.js";
import type { Table } from "./table.js";
import { Terminal } from "./terminal.js";
import { afterKey, type Key, type View } from "./view.js";

/** What a screen shows. */
export interface Source {
  readonly title: string;
  /** Column to sort by at first, the greatest first; in the order of the kernel by default. */
  readonly busiest?: string;
  /** Returns the tables as they are now. */
  tables(): readonly Table[];
  /** Emits at each change. */
  readonly changes$: Observable<unknown>;
}

/** Time between a key and what it draws. */
const AT_ONCE_MS = 15;
/** Least time between two drawings that no key asks for, and the greatest. */
const OFTEN_MS = 100;
const SELDOM_MS = 1000;

/** Draws on a terminal what a person chooses by its keys. */
class Screen {
  readonly #source: Source;
  readonly #terminal: Terminal;
  #frame: Frame | undefined;
  /** What is shown of a pause, and the number of changes since. */
  #paused: { readonly tables: readonly Table[]; missed: number } | undefined;

  constructor(source: Source, terminal: Terminal) {
    this.#source = source;
    this.#terminal = terminal;
  }

  /** Plays until it is quit. */
  get playing$(): Observable<unknown> {
    const { busiest, changes$ } = this.#source;
    const begin: View = {
      tab: 0,
      top: 0,
      left: 0,
      filter: "",
      ...(busiest !== undefined && { sort: { column: busiest, reversed: true } }),
    };
    const view$ = this.#terminal.keys$.pipe(
      scan((view: View, key) => this.#afterKey(view, key), begin),
      startWith(begin),
    );
    const counted$ = changes$.pipe(tap(() => this.#paused && this.#paused.missed++));
    const fresh$ = merge(counted$.pipe(auditTime(OFTEN_MS)), interval(SELDOM_MS)).pipe(startWith(undefined));
    return combineLatest({ view: view$, size: this.#terminal.size$, fresh: fresh$ }).pipe(
      takeWhile(({ view }) => view.quit !== true),
      // Keys that are held down come faster than a long table is sorted.
      auditTime(AT_ONCE_MS),
      tap(({ view, size }) => {
        this.#frame = frameOf({
          title: this.#source.title,
          tables: this.#tables(view),
          view,
          size,
          ...this.#notice,
        });
        this.#terminal.draw(this.#frame.lines);
      }),
    );
  }

  #afterKey(view: View, key: Key): View {
    if (this.#frame === undefined) return view;
    const { extent } = this.#frame;
    // Rows may have gone.
    const top = Math.max(0, Math.min(view.top, extent.rows - extent.page));
    return afterKey({ ...view, top }, key, extent);
  }

  #tables(view: View): readonly Table[] {
    if (view.paused === undefined) this.#paused = undefined;
    else this.#paused ??= { tables: this.#source.tables(), missed: 0 };
    return this.#paused?.tables ?? this.#source.tables();
  }

  get #notice(): { readonly notice?: string } {
    const missed = this.#paused?.missed ?? 0;
    return missed === 0 ? {} : { notice: `${missed} ${missed === 1 ? "change" : "changes"} since` };
  }
}

/**
 * Shows tables on the whole terminal until `q` is pressed.
 *
 * @throws Interrupted at Ctrl-C, and on SIGTERM.
 */
export async function showScreen(source: Source): Promise<void> {
  const playing$ = using(
    () => new Terminal(),
    (terminal) => new Screen(source, terminal as Terminal).playing$,
  );
  await lastValueFrom(playing$.pipe(untilInterrupted), { defaultValue: undefined });
}
