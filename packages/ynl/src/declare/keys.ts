import { camelCased } from "../names.js";
import { numberedAttributes } from "../source/numbered-attributes.js";
import type { Place } from "../source/place.js";
import type { Source } from "../source/source.js";

/** Returns the keys of a set's attributes. */
export function setKeys(source: Source, set: Place): string[] {
  const used = numberedAttributes(source, set).filter(({ place }) => place.get("type").value !== "unused");
  return camelCased(used.map(({ name }) => name));
}
