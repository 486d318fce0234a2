/** Returns a rule that nft lists, with the elements of sets in order, since the kernel has none. */
export const inOrder = (text: string): string =>
  text.trim().replaceAll(/\{ (.*?) \}/g, (_, list: string) => `{ ${list.split(", ").sort().join(", ")} }`);
