import type { Rate } from "../../wire/state.js";

interface Line {
  readonly rates: readonly Rate[];
  readonly width: number;
  readonly height: number;
  /** Number of rates that fill the width. */
  readonly span?: number;
}

/** Least rate that fills the height, in bytes per second: less is noise. */
const LEAST = 64;

/** Returns the points of a line; one that has just begun starts at the right. */
function points(
  values: readonly number[],
  top: number,
  { width, height, span = 60 }: Omit<Line, "rates">,
): string[] {
  const step = width / (span - 1);
  const from = width - (values.length - 1) * step;
  return values.map((value, index) => {
    const y = height - 1 - (value / top) * (height - 3);
    return `${(from + index * step).toFixed(1)} ${y.toFixed(1)}`;
  });
}

/** Draws received and sent bytes over the last minute: received as an area, sent as a line. */
export function Sparkline({ rates, ...size }: Line) {
  const top = Math.max(LEAST, ...rates.map(([rx, tx]) => Math.max(rx, tx)));
  const [received, sent] = [0, 1].map((which) =>
    points(
      rates.map((rate) => rate[which as 0 | 1]),
      top,
      size,
    ),
  );
  const { width, height } = size;
  if (rates.length < 2 || received === undefined || sent === undefined)
    return <svg width={width} height={height} aria-hidden="true" />;
  const [start] = received[0]!.split(" ");
  return (
    <svg class="sparkline" width={width} height={height} aria-hidden="true">
      <path class="area" d={`M${received.join("L")}L${width} ${height}L${start} ${height}Z`} />
      <path class="received" d={`M${received.join("L")}`} />
      <path class="sent" d={`M${sent.join("L")}`} />
    </svg>
  );
}
