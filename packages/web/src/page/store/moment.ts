import { computed, effect, signal } from "@preact/signals";
import { get } from "./get.js";
import { happenings, isRecorded, now, past, shownOf, since } from "./network.js";

/** The time that is shown, in milliseconds since 1970; `undefined` for the present. */
export const moment = signal<number | undefined>();
/** Times as fast as it was that the past is played; 0 while it stands still. */
export const speed = signal(0);

/** The range of times that can be shown. */
export const range = computed(() => {
  const end = now.value?.time ?? Date.now();
  return { start: Math.min(since.value || end, end), end };
});

/** Shows the present, or the end of a recording. */
export function showPresent(): void {
  speed.value = 0;
  moment.value = undefined;
}

/** Shows a time; the present if it is not over. */
export function showTime(time: number): void {
  const { start, end } = range.value;
  if (time >= end) showPresent();
  else moment.value = Math.max(start, time);
}

/** Shows the state after the next event, or that before the last one. */
export function step(direction: 1 | -1): void {
  const at = moment.value ?? Number.POSITIVE_INFINITY;
  const times = [...new Set(happenings.value.map(({ time }) => time))];
  const next = times.findIndex((time) => time > at);
  const after = next < 0 ? times.length : next;
  speed.value = 0;
  // The last event that is over is the one before the next.
  if (direction > 0) showTime(times[after] ?? range.value.end);
  else showTime(times[after - 2] ?? range.value.start);
}

/** Plays the past from the time that is shown, or from the beginning; stops if it is played. */
export function play(times = 1): void {
  if (speed.value === times) speed.value = 0;
  else {
    moment.value ??= range.value.start;
    speed.value = times;
  }
}

/** Time between two states of the past that is played, in milliseconds. */
const FRAME_MS = 250;

/** Keeps the state that is shown up to the time. */
export function followMoment(): void {
  effect(() => {
    if (speed.value === 0) return;
    const times = speed.value;
    const timer = setInterval(() => showTime((moment.value ?? 0) + times * FRAME_MS), FRAME_MS);
    return () => clearInterval(timer);
  });
  effect(() => {
    const time = moment.value;
    if (time === undefined) {
      past.value = undefined;
      return;
    }
    const aborted = new AbortController();
    get("at", { time }, aborted.signal).then(
      (snapshot) => {
        past.value = shownOf(snapshot);
      },
      // Another time was asked for, or the connection is lost, which is shown elsewhere.
      () => {},
    );
    return () => aborted.abort();
  });
  // A recording is played from its beginning, unless a time was asked for.
  const begun = effect(() => {
    if (now.value === undefined) return;
    if (isRecorded.value && moment.peek() === undefined) play();
    queueMicrotask(() => begun());
  });
}
