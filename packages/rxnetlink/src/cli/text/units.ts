const PREFIXES = ["", "k", "M", "G", "T"] as const;

/** Formats a number with three digits and a prefix of thousands: `12.3 M`. */
export function scaled(value: number): string {
  let step = 0;
  let rest = value;
  while (rest >= 999.5 && step < PREFIXES.length - 1) {
    rest /= 1000;
    step++;
  }
  const digits = step === 0 || rest >= 99.5 ? 0 : rest >= 9.95 ? 1 : 2;
  const unit = PREFIXES[step]!;
  return `${rest.toFixed(digits)}${unit === "" ? "" : ` ${unit}`}`;
}
