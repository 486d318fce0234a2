/** A declared type, or something made of such. */
type Declared = Readonly<Record<string, unknown>>;

const isDeclared = (one: unknown): one is Declared => typeof one === "object" && one !== null;

/** Returns the type of the elements of an array, which it names by number. */
const elementOf = ({ member }: Declared) => (typeof member === "function" ? member("0") : undefined);

/** Returns the types that a declaration is made of: of attributes, members, variants and elements, and of messages. */
function partsOf(one: Declared): unknown[] {
  const listed = (member: unknown) => (isDeclared(member) ? Object.values(member) : []);
  const types = listed(one.set).map((slot) => (Array.isArray(slot) ? slot[1] : slot));
  return [
    ...types,
    ...[one.fields, one.formats, one.requests].flatMap(listed),
    ...(isDeclared(one.choice) ? [...listed(one.choice.formats), one.choice.otherwise] : []),
    one.header,
    one.attributes,
    one.element,
    elementOf(one),
    one.layout,
  ];
}

/** Returns these declarations and all that they are made of, each once, under the path that leads to it. */
export function within(exported: Readonly<Record<string, unknown>>): Map<unknown, string> {
  const found = new Map<unknown, string>();
  const visit = (one: unknown, path: string): void => {
    if (!isDeclared(one) || found.has(one)) return;
    found.set(one, path);
    for (const part of partsOf(one)) visit(part, `${path} …`);
  };
  for (const [name, one] of Object.entries(exported)) if (isDeclared(one)) found.set(one, name);
  for (const [name, one] of Object.entries(exported)) {
    if (!isDeclared(one)) continue;
    for (const part of partsOf(one)) visit(part, name);
  }
  return found;
}
