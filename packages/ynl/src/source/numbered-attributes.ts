import { Place } from "./place.js";
import { lookUp, type Source } from "./source.js";

/** An attribute and its number. */
export interface NumberedAttribute {
  readonly name: string;
  readonly number: number;
  /** Its description; in a subset completed with that in the whole set. */
  readonly place: Place;
}

/** Numbers the attributes of a set: from 1, each one more than that before, unless a value is given. */
function ofWhole(set: Place): NumberedAttribute[] {
  let next = 1;
  return set
    .get("attributes")
    .list()
    .map((place) => {
      const number = place.find("value")?.number() ?? next;
      next = number + 1;
      return { name: place.name(), number, place };
    });
}

/** Returns the attributes of a set; a subset takes numbers and types from the whole. */
export function numberedAttributes(source: Source, set: Place): NumberedAttribute[] {
  const parent = set.find("subset-of");
  if (parent === undefined) return ofWhole(set);
  const known = new Map(numberedAttributes(source, source.set(parent)).map((one) => [one.name, one]));
  const places = new Map([...known].map(([name, { place }]) => [name, place]));
  const chosen = new Map<string, NumberedAttribute>();
  for (const place of set.get("attributes").list()) {
    const whole = lookUp(places, place.get("name"), `attribute of ${parent.text()}`);
    // A subset may name an attribute twice.
    chosen.set(place.name(), {
      ...known.get(place.name())!,
      place: new Place(place.value, place.path, whole),
    });
  }
  return [...chosen.values()];
}
