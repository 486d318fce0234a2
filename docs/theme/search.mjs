// What a search finds a guide by, next to its title and text: its headings, and the words in its front matter by which people
// look for it though the kernel calls it otherwise, such as "arp" for neighbours.

/** Weight of these words, where that of a title is 10 and that of a text 1: they share it, and a title has few words. */
const WEIGHT = 60;

/** Returns the headings and keywords of a guide. */
function wordsOf(document) {
  const text = document.content.map((part) => part.text).join("");
  const headings = [...text.matchAll(/^##+ (.+)$/gm)].map(([, heading]) => heading);
  return [...headings, ...(document.frontmatter.keywords ?? [])].join(" ");
}

/** Adds the words of each guide to the index that is being prepared. */
export function addWords({ searchResults, searchFields, searchFieldWeights }) {
  searchFieldWeights.words = WEIGHT;
  for (const [index, result] of searchResults.entries())
    if (result.isDocument()) searchFields[index].words = wordsOf(result);
}
