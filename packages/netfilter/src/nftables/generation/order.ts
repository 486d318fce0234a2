//  Generations count up to 2³² - 1 and go on with 1: the kernel skips 0.

/** Returns the generation after another. */
export function nextGeneration(generation: number): number {
  return (generation + 1) >>> 0 || 1;
}

/** Returns true if a generation came after another. */
export function isNewer(generation: number, than: number): boolean {
  return ((generation - than) | 0) > 0;
}

/** Returns the part of a generation that messages about the ruleset have in `resId`. */
export function resIdOf(generation: number): number {
  return generation & 0xffff;
}
