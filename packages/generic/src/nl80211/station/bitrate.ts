import type { WifiRate } from "./rate.js";

/** Unit of the kernel's bitrates, in bit/s. */
const UNIT = 100_000;

/**
 * Returns a bitrate in bit/s; `undefined` if the driver does not know it.
 *
 * @example
 * wifiBitrate(station.staInfo?.txBitrate); // 866_700_000
 */
export function wifiBitrate(rate: WifiRate | undefined): number | undefined {
  const units = rate?.bitrate32 ?? rate?.bitrate;
  return units === undefined ? undefined : units * UNIT;
}
