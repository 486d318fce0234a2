import { InvalidArgumentError } from "commander";

/** Parses a whole number as typed. */
export function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError("It must be a whole number.");
  return Number(text);
}
