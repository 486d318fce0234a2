import { styleText } from "node:util";

/** Formats a title: bold where standard output has colours, which NO_COLOR and FORCE_COLOR decide too. */
export const heading = (text: string): string => styleText("bold", text);
