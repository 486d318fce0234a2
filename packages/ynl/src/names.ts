/**
 * Returns a name of a description in camelCase: words end at dashes, underscores and the like. `"ifla-mtu"` becomes `iflaMtu`,
 * `"--kernel-timespec"` `kernelTimespec`.
 */
export function camelCase(name: string): string {
  const [first = "", ...others] = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  return first + others.map(capital).join("");
}

/** Returns a word with a capital. */
export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Returns the kernel's form of a prefix: `"ifla-"` becomes `IFLA_`. */
export const upperCase = (name: string): string => name.toUpperCase().replaceAll("-", "_");

/** Returns the names in camelCase, in order; of two that would be the same, the second stays as it is. */
export function camelCased(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const short = camelCase(name);
    const used = short === "" || taken.has(short) ? name : short;
    taken.add(used);
    return used;
  });
}
