import type { Place } from "../source/place.js";
import type { Context } from "./context.js";
import { call, type Expression, literal, word } from "./expression.js";
import { integer, integerSize, isInteger } from "./integer.js";

/** Types of bytes that a hint shows as text, of any length and of a fixed one. */
const HINTED: Readonly<
  Record<string, { readonly word: string; readonly sized?: readonly [number, string] }>
> = {
  ipv4: { word: "ipv4", sized: [4, "ipv4"] },
  ipv6: { word: "ipv6", sized: [16, "ipv6"] },
  "ipv4-or-v6": { word: "ip" },
  mac: { word: "lladdr", sized: [6, "mac"] },
  uuid: { word: "uuid", sized: [16, "uuid"] },
};

const hintOf = (place: Place) => HINTED[place.find("display-hint")?.text() ?? ""];

/** Returns the type of the integers that bytes consist of; `undefined` if they do not. */
function elementOf(context: Context, place: Place): [name: string, type: Expression] | undefined {
  const element = place.find("sub-type");
  if (element === undefined) return undefined;
  const name = element.text();
  if (!isInteger(name)) throw element.error(`${name} is no integer`);
  return [name, integer(context, place, name)];
}

/** Returns the type of bytes that fill an attribute. */
export function openBytes(context: Context, place: Place): Expression {
  const element = elementOf(context, place);
  if (element !== undefined) return call("packed", element[1]);
  return word(hintOf(place)?.word ?? "binary");
}

/** Returns the type of bytes in a struct. */
export function sizedBytes(context: Context, place: Place, size: number): Expression {
  const element = elementOf(context, place);
  if (element !== undefined) return call("array", element[1], literal(size / integerSize(element[0])));
  const [length, name] = hintOf(place)?.sized ?? [];
  return length === size && name !== undefined ? word(name) : call("bytes", literal(size));
}
