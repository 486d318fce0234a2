import { scaled } from "@rxnetlink/core/internal";

/** Returns bytes per second as bits per second: `"1.20 Mbit/s"`. */
export const rateText = (bytes: number): string => scaled(bytes * 8, "bit/s");

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
