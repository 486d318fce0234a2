/**
 * Returns the number of the channel at a frequency, in MHz; `undefined` if there is none.
 *
 * @example
 * wifiChannelNumber(2437); // 6
 */
export function wifiChannelNumber(frequency: number): number | undefined {
  const within = (first: number, last: number, base: number, step: number) => {
    const number = (frequency - base) / step;
    return frequency >= first && frequency <= last && Number.isInteger(number) ? number : undefined;
  };
  if (frequency === 2484) return 14;
  if (frequency === 5935) return 2;
  return (
    within(2412, 2472, 2407, 5) ??
    within(4910, 4980, 4000, 5) ??
    within(5000, 5925, 5000, 5) ??
    within(5955, 7115, 5950, 5) ??
    within(58320, 70200, 56160, 2160)
  );
}
