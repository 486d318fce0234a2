const PREFIXES = ["", "k", "M", "G", "T"] as const;

/** Returns a number with about three digits and a prefix of thousands: `"12.3 M"`. */
export function scaled(value: number): string {
  let [step, rest] = [0, value];
  while (rest >= 999.5 && step < PREFIXES.length - 1) {
    rest /= 1000;
    step++;
  }
  const digits = step === 0 || rest >= 99.5 ? 0 : rest >= 9.95 ? 1 : 2;
  return `${rest.toFixed(digits)} ${PREFIXES[step]}`;
}

/** Returns bytes per second as bits per second: `"1.20 Mbit/s"`. */
export const rateText = (bytes: number): string => `${scaled(bytes * 8)}bit/s`;

/** Returns a time of day: `"14:03:12"`. */
export const timeText = (time: number): string => new Date(time).toLocaleTimeString("en-GB");

/** Returns how long ago a time was: `"2 min 5 s"`. */
export function ageText(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes} min ${seconds % 60} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
