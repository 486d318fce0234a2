import { InvalidArgumentError } from "commander";

/** Milliseconds in the units of durations. */
const UNITS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Returns midnight of a day in local time. */
function midnight(now: number, days: number): number {
  const day = new Date(now);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days).getTime();
}

/** Parses a time: a duration before now, such as `90s` or `1h30m`; `today`, `yesterday`, `18:30`; or one of ISO 8601. */
export function timeBefore(text: string, now: number = Date.now()): number {
  if (/^(\d+(\.\d+)?(ms|s|m|h|d))+$/.test(text)) {
    const parts = [...text.matchAll(/([\d.]+)(ms|s|m|h|d)/g)];
    return now - parts.reduce((sum, [, count, unit]) => sum + Number(count) * UNITS[unit as "s"], 0);
  }
  if (text === "today") return midnight(now, 0);
  if (text === "yesterday") return midnight(now, -1);
  const [, hours, minutes, seconds = "0"] = /^(\d{1,2}):(\d\d)(?::(\d\d))?$/.exec(text) ?? [];
  if (hours !== undefined)
    return midnight(now, 0) + ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * UNITS.s;
  const time = /^\d{4}-/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time))
    throw new InvalidArgumentError("It must be a duration such as 10m, or a time such as 18:30.");
  return time;
}
