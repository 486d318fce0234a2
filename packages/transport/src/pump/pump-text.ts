/**
 * The program of a pump's thread as one text, for programs that were bundled, and have no file of ours beside them.
 * `tools/bundle.mjs` puts it into what was compiled.
 */
export const PUMP_TEXT: string = "";
