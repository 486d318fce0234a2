/** Splits words that commas separate. */
export const commaWords = (text: string): string[] => text.split(",").map((word) => word.trim());
