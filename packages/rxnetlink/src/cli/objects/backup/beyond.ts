/** Returns the lines that one list has more than another. */
function more(lines: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Returns the lines that were and are no longer, then those that are new, with their signs. */
export const beyond = (was: readonly string[], is: readonly string[]): string[] => [
  ...more(was, is).map((line) => `- ${line}`),
  ...more(is, was).map((line) => `+ ${line}`),
];
