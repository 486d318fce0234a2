import { definitionOf, FlowControl } from "@rxnetlink/core";
import type { StateEvent } from "@rxnetlink/core/internal";
import { backpressure, pauseSource } from "@rxnetlink/core/operators";
import {
  concat,
  concatMap,
  defer,
  EMPTY,
  forkJoin,
  from,
  lastValueFrom,
  map,
  merge,
  type Observable,
  takeUntil,
  toArray,
} from "rxjs";
import { addedJson, layoutsOf, stateData } from "../../json.js";
import { untilInterrupted } from "../../live.js";
import { chosenOf, type PrintOptions } from "../../members.js";
import { outputFailed$, print } from "../../output.js";
import { heading } from "../../text/heading.js";
import { stateText } from "../../text/state.js";
import { wordingsOf } from "../../text/wording.js";
import { type Followable, type Followed, stateOf } from "../followable.js";
import { printSnapshot } from "./snapshot.js";

/** Returns the rows of an object, by the name that events have. */
type Rows = (object: string) => readonly object[];

/** Objects of one family that are watched, and how they are printed. */
class Watched {
  readonly #layouts;
  readonly #wordings;
  readonly followed: Followed;
  /** The names that events have. */
  readonly #names: readonly string[];

  constructor(
    readonly followable: Followable,
    readonly options: PrintOptions,
  ) {
    const { objects } = followable;
    this.followed = chosenOf(options, objects);
    this.#layouts = layoutsOf(objects.values());
    this.#wordings = wordingsOf(objects, this.followed);
    this.#names = [...this.followed.keys()].map((name) => definitionOf(objects.get(name)!).name);
  }

  /** Prints the state; as JSON one `added` event per line, then `synced`. */
  snapshot(rows: Rows): Observable<never> {
    if (!this.options.json) return printSnapshot(this.#names, this.#wordings, rows);
    const lines = (object: string) => rows(object).map((row) => addedJson(object, row, this.#layouts));
    return concat(
      from(this.#names).pipe(concatMap(lines), concatMap(print)),
      defer(() => print(JSON.stringify({ type: "synced" }))),
    );
  }

  /** Prints an event of the state. */
  show(event: StateEvent<object>, rows: Rows): Observable<never> {
    if (event.type === "consistent") return EMPTY;
    const { json } = this.options;
    if (event.type !== "synced")
      return print(json ? JSON.stringify(stateData(event, this.#layouts)) : stateText(event, this.#wordings));
    const title = defer(() => (json ? EMPTY : print(heading("Changes, until Ctrl-C"))));
    return concat(this.snapshot(rows), title);
  }
}

/** Prints the state of objects. */
export async function printOnce(followables: readonly Followable[], options: PrintOptions): Promise<void> {
  for (const followable of followables) {
    const watched = new Watched(followable, options);
    const listed = [...watched.followed].map(([name, members]) => {
      const object = followable.objects.get(name)!;
      const rows$ = object.list$({}, members && { members: members as never[] }).pipe(toArray());
      return rows$.pipe(map((rows) => [definitionOf(object).name, rows] as const));
    });
    const lists = new Map(await lastValueFrom(forkJoin(listed), { defaultValue: [] }));
    const snapshot$ = watched.snapshot((object) => lists.get(object)!);
    await lastValueFrom(snapshot$.pipe(takeUntil(outputFailed$)), { defaultValue: undefined });
  }
}

/** Prints the state of objects, then each change. */
export async function printChanges(followables: readonly Followable[], options: PrintOptions): Promise<void> {
  const flowControl = new FlowControl();
  const watched = followables.map((followable) => {
    const one = new Watched(followable, options);
    const state = stateOf(followable, flowControl, one.followed);
    const rows: Rows = (name) => [...state.table(name).rows.values()];
    return state.events$.pipe(map((event) => () => one.show(event, rows)));
  });
  const shown$ = merge(...watched).pipe(
    backpressure((show) => show(), pauseSource(flowControl)),
    untilInterrupted,
  );
  await lastValueFrom(shown$, { defaultValue: undefined });
}
