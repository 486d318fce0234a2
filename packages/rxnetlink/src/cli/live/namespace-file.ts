import { type Stats, statSync } from "node:fs";
import type { NamespaceAdded } from "@rxnetlink/transport";

/** The file of the namespace of this process. */
export const OWN_FILE = "/proc/self/ns/net";

/** Returns the file of a namespace. */
export const fileOf = ({
  name,
  path = `/run/netns/${name}`,
}: Pick<NamespaceAdded, "name" | "path">): string => path;

/** Device and number of a file; neither if it is gone, or may not be looked at. */
function identityOf(file: string): Partial<Stats> {
  try {
    return statSync(file);
  } catch {
    return {};
  }
}

/** Returns true if a file is that of a namespace. While a name is deleted, its file lasts for a moment longer. */
export const isNamespace = (file: string): boolean => identityOf(file).dev === identityOf(OWN_FILE).dev;

/** Returns true if two files are those of the same namespace. */
export function isSame(one: string, other: string): boolean {
  const [first, second] = [identityOf(one), identityOf(other)];
  return first.ino !== undefined && first.ino === second.ino && first.dev === second.dev;
}
