/** nft's words for types of stateful objects, where they differ. */
const WORDS: Readonly<Record<string, string>> = {
  ctHelper: "ct helper",
  ctTimeout: "ct timeout",
  ctExpect: "ct expectation",
  connlimit: "ct count",
};

/** Returns nft's words for a type of stateful objects. */
export const objectWords = (type: unknown): string => WORDS[String(type)] ?? String(type);
