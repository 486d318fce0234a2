/**
 * The program of a pump's thread as text, for bundled programs, which have no file of this package next to them.
 * `tools/bundle.mjs` writes it into the compiled module.
 */
export const PUMP_TEXT: string = "";
