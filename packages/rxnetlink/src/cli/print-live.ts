import type { FlowControl } from "@rxnetlink/core";
import { backpressure, pauseSource } from "@rxnetlink/core/operators";
import { lastValueFrom, type Observable } from "rxjs";
import { untilInterrupted } from "./live.js";
import { print } from "./output.js";

/** Says that what a command follows is being followed. */
export const listening = () => console.error("listening");

/** Prints a line for each event until interrupted, and reads no faster than lines are read. */
export async function printLive<E>(
  events$: Observable<E>,
  flowControl: FlowControl,
  lineOf: (event: E) => string,
): Promise<void> {
  const lines$ = events$.pipe(
    backpressure((event) => print(lineOf(event)), pauseSource(flowControl)),
    untilInterrupted,
  );
  await lastValueFrom(lines$, { defaultValue: undefined });
}
