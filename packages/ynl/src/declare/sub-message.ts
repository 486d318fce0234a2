import { camelCase } from "../names.js";
import { numberedAttributes } from "../source/numbered-attributes.js";
import type { Place } from "../source/place.js";
import { lookUp, type Source } from "../source/source.js";
import type { Context } from "./context.js";
import { call, type Expression, literal, type Member, object, word } from "./expression.js";
import { headerOf } from "./header.js";
import { structOf } from "./struct.js";

/** Returns the layout of a format: a header, attributes, or both; bytes if the description has none. */
function formatType(context: Context, subMessage: Place, format: Place): Expression {
  const { source, declarations } = context;
  const [header, set] = [format.find("fixed-header"), format.find("attribute-set")];
  if (header === undefined) return set === undefined ? word("binary") : context.nest(set);
  const struct = structOf(context, header);
  if (set === undefined) return declarations.nest(struct, header);
  const name = `${source.set(set).name()}-${subMessage.name()}`;
  return declarations.nest(
    {
      key: `format:${struct.key}:${set.text()}`,
      names: [name],
      typed: true,
      make: () =>
        call(
          "message",
          literal(set.text()),
          headerOf(context, { header, set, first: [] }, format),
          context.set(set),
        ),
    },
    format,
  );
}

/** True if the selector is an enumeration, so that its values are read as words in camelCase. */
function isNamed(source: Source, set: Place, selector: string): boolean {
  for (const one of [set, ...source.sets.values()]) {
    const found = numberedAttributes(source, one).find(({ name }) => name === selector);
    if (found !== undefined) return found.place.find("enum") !== undefined;
  }
  return false;
}

/** Returns the values of the selector that select a format. */
const valuesOf = (format: Place): string[] => {
  const value = format.get("value");
  return Array.isArray(value.value) ? value.list().map((one) => one.text()) : [value.text()];
};

function formats(context: Context, subMessage: Place, named: boolean): Member[] {
  return subMessage
    .get("formats")
    .list()
    .flatMap((format) => {
      const value = formatType(context, subMessage, format);
      return valuesOf(format).map((key) => ({ key: named ? camelCase(key) : key, value }));
    });
}

/** Returns the type of an attribute whose layout another selects. */
export function subMessageOf(context: Context, set: Place, place: Place): Expression {
  const { source, declarations } = context;
  const named = place.get("sub-message");
  const subMessage = lookUp(source.subMessages, named, "sub-message");
  const selector = place.get("selector").text();
  // Declared for each attribute, so that only sets of attributes can contain themselves.
  return declarations.nest(
    {
      key: `sub-message:${set.name()}:${place.name()}`,
      names: [subMessage.name(), `${set.name()}-${place.name()}`],
      typed: true,
      doc: subMessage.doc(),
      make: () =>
        call(
          "subMessage",
          literal(camelCase(selector)),
          object(formats(context, subMessage, isNamed(source, set, selector))),
        ),
    },
    place,
  );
}
