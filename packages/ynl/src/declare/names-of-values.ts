import { isRecord } from "@rxnetlink/core/internal";
import { camelCased, upperCase } from "../names.js";
import type { Place } from "../source/place.js";
import type { Context } from "./context.js";
import { call, type Expression, literal, type Member, object, word } from "./expression.js";

/** An entry of an enumeration or of flags. */
interface Entry {
  readonly name: string;
  /** DescribedValue of an enumeration; of flags the position of the bit. */
  readonly value: number;
  readonly doc?: string | undefined;
}

/** Returns the entries of a definition, each one more than that before unless it has a value. */
function entriesOf(definition: Place): Entry[] {
  let next = definition.find("value-start")?.number() ?? 0;
  return definition
    .get("entries")
    .list()
    .map((place) => {
      const isObject = isRecord(place.value);
      const value = (isObject ? place.find("value")?.number() : undefined) ?? next;
      next = value + 1;
      return isObject ? { name: place.name(), value, doc: place.doc() } : { name: place.text(), value };
    });
}

/** Highest bit that flags can name. */
const LAST_BIT = 31;

function membersOf(entries: readonly Entry[], numberOf: (value: number) => number): Member[] {
  const keys = camelCased(entries.map(({ name }) => name));
  return entries.map(({ value, doc }, index) => ({
    key: keys[index]!,
    value: literal(numberOf(value)),
    doc,
  }));
}

/** Returns the integer of an attribute with the names of a definition: an enumeration, or flags. */
export function namedValues(
  { source, declarations }: Context,
  named: Place,
  integer: string,
  asFlags: boolean,
): Expression {
  const definition = source.definition(named);
  const type = definition.get("type").text();
  if (type !== "enum" && type !== "flags") throw named.error(`${named.text()} is no enum and no flags`);
  const isFlags = asFlags || type === "flags";
  const entries = entriesOf(definition);
  // Such flags stay a number, so that nothing is lost.
  if (isFlags && entries.some(({ value }) => value > LAST_BIT)) return word(integer);
  const numberOf = isFlags ? (bit: number) => 2 ** bit : (value: number) => value;
  const name = definition.name();
  const prefix = definition.find("name-prefix")?.text() ?? `${source.name}-${name}-`;
  return declarations.refer(
    {
      key: `names:${name}:${isFlags}:${integer}`,
      names: [name, `${name}-${integer}`, `${name}-${isFlags ? "flags" : "enum"}-${integer}`],
      typed: false,
      doc: definition.doc(),
      make: () =>
        call(
          isFlags ? "flags" : "enumeration",
          literal(upperCase(prefix)),
          /64|int/.test(integer) ? call("small", word(integer)) : word(integer),
          object(membersOf(entries, numberOf)),
        ),
    },
    named,
  );
}
