const PREFIXES = ["", "k", "M", "G", "T"] as const;

/** Formats a number with three digits, a prefix of thousands and a unit: `12.3 Mbit/s`. */
export function scaled(value: number, unit = ""): string {
  let step = 0;
  let rest = value;
  while (rest >= 999.5 && step < PREFIXES.length - 1) {
    rest /= 1000;
    step++;
  }
  const digits = step === 0 || rest >= 99.5 ? 0 : rest >= 9.95 ? 1 : 2;
  return `${rest.toFixed(digits)} ${PREFIXES[step]}${unit}`.trimEnd();
}
