import { computed, signal } from "@preact/signals";
import { Pause, Play, StepBack, StepForward } from "lucide";
import { IconButton } from "../look/icon-button.js";
import { ageText, timeText } from "../look/units.js";
import { moment, play, range, showPresent, showTime, speed, step } from "../store/moment.js";
import { happenings, isRecorded } from "../store/network.js";

/** Number of bars. */
const BARS = 160;
/** Least time that the line shows, in milliseconds. */
const LEAST_MS = 60_000;

/** The times at the ends of the line. */
const ends = computed(() => {
  const { start, end } = range.value;
  return { left: isRecorded.value ? start : Math.min(start, end - LEAST_MS), right: end };
});

interface Bar {
  added: number;
  changed: number;
  removed: number;
}

/** How much happened, in equal parts of the line. */
const bars = computed(() => {
  const { left, right } = ends.value;
  const found: Bar[] = Array.from({ length: BARS }, () => ({ added: 0, changed: 0, removed: 0 }));
  for (const { time, type } of happenings.value) {
    const at = Math.floor(((time - left) / (right - left || 1)) * BARS);
    const bar = found[Math.min(at, BARS - 1)];
    if (bar !== undefined) bar[type]++;
  }
  return found;
});

const HEIGHT = 34;
/** Few events are seen beside many. */
const heightOf = (count: number, most: number) =>
  count === 0 ? 0 : 4 + (HEIGHT - 4) * (Math.log1p(count) / Math.log1p(most));

/** Draws how much happened when. */
function Bars() {
  const sums = bars.value.map(({ added, changed, removed }) => added + changed + removed);
  const most = Math.max(4, ...sums);
  return (
    <svg class="bars" viewBox={`0 0 ${BARS} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {bars.value.map((bar, at) => {
        const height = heightOf(sums[at]!, most);
        let y = HEIGHT;
        return (["added", "changed", "removed"] as const).map((type) => {
          const part = sums[at] === 0 ? 0 : (height * bar[type]) / sums[at]!;
          y -= part;
          return (
            part > 0 && (
              <rect key={`${at}${type}`} class={type} x={at + 0.12} y={y} width={0.76} height={part} />
            )
          );
        });
      })}
    </svg>
  );
}

const pointed = signal<number | undefined>();

/** Returns the time under the pointer. */
function timeAt(event: PointerEvent): number {
  const { left: x, width } = (event.currentTarget as HTMLElement).getBoundingClientRect();
  const { left, right } = ends.value;
  return left + Math.min(1, Math.max(0, (event.clientX - x) / width)) * (right - left);
}

/** Moves by a share of the line, by the key that is pressed on it. */
const MOVES: Readonly<Record<string, number>> = {
  ArrowLeft: -0.01,
  ArrowDown: -0.01,
  ArrowRight: 0.01,
  ArrowUp: 0.01,
  PageDown: -0.1,
  PageUp: 0.1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** Moves along the line by keys, as every slider does. */
function pressOnTrack(event: KeyboardEvent): void {
  const move = MOVES[event.key];
  if (move === undefined) return;
  const { left, right } = ends.value;
  speed.value = 0;
  showTime((moment.value ?? right) + move * (right - left));
  event.preventDefault();
  // Elsewhere, these keys select links.
  event.stopPropagation();
}

function Track() {
  const { left, right } = ends.value;
  const time = moment.value ?? right;
  const shareOf = (at: number) => `${(100 * (at - left)) / (right - left || 1)}%`;
  return (
    <div
      class="track"
      role="slider"
      tabIndex={0}
      aria-label="Time"
      aria-valuemin={left}
      aria-valuemax={right}
      aria-valuenow={time}
      aria-valuetext={moment.value === undefined ? "now" : timeText(time)}
      onKeyDown={pressOnTrack}
      onPointerDown={(event) => {
        (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
        showTime(timeAt(event));
      }}
      onPointerMove={(event) => {
        pointed.value = timeAt(event);
        if (event.buttons === 1) showTime(timeAt(event));
      }}
      onPointerLeave={() => {
        pointed.value = undefined;
      }}
    >
      <Bars />
      <span class="past" style={{ width: shareOf(time) }} />
      <span class="head" style={{ left: shareOf(time) }} />
      {pointed.value !== undefined && (
        <span class="pointed" style={{ left: shareOf(pointed.value) }}>
          {timeText(pointed.value)}
        </span>
      )}
    </div>
  );
}

/** The time line: how much happened when, and the time that is shown. */
export function Timeline() {
  const time = moment.value;
  const { end } = range.value;
  const title = isRecorded.value ? "End" : "Live";
  return (
    <footer class={`timeline${time === undefined ? " present" : ""}`}>
      <div class="controls">
        <IconButton icon={StepBack} label="Previous event" shortcut="[" onClick={() => step(-1)} />
        <IconButton
          icon={speed.value > 0 ? Pause : Play}
          label={speed.value > 0 ? "Pause" : "Play"}
          shortcut="Space"
          onClick={() => play(speed.value || 1)}
        />
        <IconButton icon={StepForward} label="Next event" shortcut="]" onClick={() => step(1)} />
      </div>
      <Track />
      <div class="time">
        <button type="button" class="live" aria-pressed={time === undefined} onClick={showPresent}>
          <span class="dot" />
          {title}
        </button>
        <span class="clock">
          {time === undefined ? timeText(end) : `${timeText(time)} · ${ageText(end - time)} ago`}
        </span>
      </div>
    </footer>
  );
}
