/** Returns the place of a field in code by nft's words for it: `"ip frag-off"` is `"ip.fragOff"`. */
export function placeOf(words: string): string {
  return words.replaceAll(" ", ".").replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
