import type { AnyType, AttributeSet, Attributes } from "@rxnetlink/core/schema";
import { type Completeness, undeclared } from "./completeness.js";
import type { CStruct, KernelReference, SpecAttribute, SpecSet } from "./kernel-reference.js";
import { messagesOf, type Subsystems, typeOf } from "./message-types.js";
import { agrees, attributeNamed } from "./spec-types.js";
import { within } from "./within.js";

export type { Completeness } from "./completeness.js";
export { type KernelReference, kernelReference } from "./kernel-reference.js";

/** Facts that the declarations of a family do not contain, and justified differences. */
export interface DriftRules {
  /** Sets with some attributes of a larger one. */
  readonly subsets: readonly string[];
  /**
   * Attributes, as `set.attribute`, whose layout depends on another member, which the specs do not express. Each such
   * attribute must be listed, and match.
   */
  readonly choices?: Readonly<Record<string, Choice>>;
  /**
   * Reasons for differences, by constant, prefix (`AF_`), struct (`rtvia.`), `struct.member` or `set.attribute`. An
   * exception that is not needed is a problem.
   */
  readonly exceptions: Readonly<Record<string, string>>;
  /**
   * Numbers of the subsystems that messages belong to, by the prefix of their constants (`NFNL_MSG_ACCT_`): the type of a
   * message is made of both. By default the names of all messages begin with `RTM_`.
   */
  readonly subsystems?: Subsystems;
  /** Headers of which everything has to be declared. */
  readonly complete?: Completeness;
}

/** A choice of the layout of an attribute by another member. */
export interface Choice {
  /** The member. */
  readonly by: string;
  /** The names of the types, by its values. */
  readonly formats: Readonly<Record<string, string>>;
  /** The kernel function that writes the attribute. */
  readonly because: string;
}

const words = (key: string, separator: string) =>
  key.replace(/[A-Z]/g, (letter) => separator + letter).toLowerCase();
const constantOf = (prefix: string, key: string) => prefix + words(key, "_").toUpperCase();

/** Scalars by their C types; members of other types are compared by size. */
const C_TYPES: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ["u8", "unsigned char", "__u8"],
    ["u16", "short unsigned int", "__u16"],
    ["u32", "unsigned int", "__u32"],
    ["s32", "int", "__s32"],
    ["u64", "long long unsigned int", "__u64"],
    ["be16", "__be16"],
    ["be32", "__be32"],
  ].flatMap(([name, ...types]) => types.map((type) => [type, name!])),
);

/** A comparison and its findings. */
class Drift {
  readonly problems: string[] = [];
  readonly coverage: string[] = [];
  /** Constants and structs of the reference that are declared. */
  readonly #declared = new Set<string>();
  readonly #excused = new Set<string>();
  readonly #chosen = new Set<string>();
  readonly #reference: KernelReference;
  readonly #rules: DriftRules;
  readonly #numbers: ReadonlyMap<string, number>;

  constructor(reference: KernelReference, rules: DriftRules) {
    this.#reference = reference;
    this.#rules = rules;
    this.#numbers = new Map([...reference.headers.values()].flat());
  }

  /** Checks that the message types of an object share a name: `RTM_NEWLINK`, `RTM_DELLINK` … */
  object(name: string, types: Readonly<Record<string, number>>): void {
    const constants = messagesOf(this.#numbers, types, this.#rules.subsystems);
    for (const constant of constants) this.#declared.add(constant);
    if (constants.length > 0) return;
    this.#problem(name, `${name}: its message types do not belong to one object: ${JSON.stringify(types)}`);
  }

  /** Checks a constant exported by the kernel's name. */
  constant(name: string, value: number): void {
    this.#number(name, value);
  }

  values(name: string, prefix: string, values: Readonly<Record<string, number>>): void {
    for (const [key, value] of Object.entries(values)) this.#number(constantOf(prefix, key), value);
    const known = this.#header(prefix, values).filter(
      ([it]) => it.startsWith(prefix) && !/_(MAX|MASK)$/.test(it),
    );
    this.#covered(name, new Set(Object.values(values)), known);
  }

  attributes({ name, prefix, set }: AttributeSet<Attributes>): void {
    const spec = this.#reference.sets.get(name);
    for (const [key, [number, type]] of Object.entries(set)) {
      this.#number(constantOf(prefix, key), number);
      this.#choice(`${name}.${key}`, type);
      if (spec !== undefined)
        this.#wireType(`${name}.${key}`, words(key, "-").replaceAll("_", "-"), type, spec);
    }
    const part = this.#rules.subsets.includes(name) || spec?.["subset-of"] !== undefined;
    const known = part ? [] : this.#enumOf(prefix, set);
    const title = spec === undefined ? `${name} (in no spec)` : name;
    this.#covered(title, new Set(Object.values(set).map(([number]) => number)), known);
  }

  struct(name: string, size: number | undefined, fields: Readonly<Record<string, AnyType>>): void {
    const c = this.#reference.structs.get(name);
    if (c === undefined) return this.#problem(name, `there is no struct ${name}`);
    this.#declared.add(name);
    if (size !== undefined && size !== c.size) this.#problem(name, `${name}: ${size} bytes, C has ${c.size}`);
    let at = 0;
    for (const [key, type] of Object.entries(fields)) {
      const member = c.members.find(({ offset }) => offset === at);
      if (!type.ignored) this.#member(`${name}.${key}`, words(key, "_"), type, member);
      at += type.size ?? 0;
    }
  }

  #choice(path: string, { choice, nested }: AnyType): void {
    // A sub-message; the specs describe those.
    if (nested) return;
    const known = this.#rules.choices?.[path];
    this.#chosen.add(path);
    const declared = choice && {
      by: choice.selector,
      formats: Object.fromEntries(Object.entries(choice.formats).map(([value, { name }]) => [value, name])),
    };
    const expected = known && { by: known.by, formats: known.formats };
    if (JSON.stringify(declared) !== JSON.stringify(expected))
      this.#problem(path, `${path}: declared ${JSON.stringify(declared)}, known ${JSON.stringify(expected)}`);
  }

  end(): this {
    for (const path of Object.keys(this.#rules.choices ?? {}))
      if (!this.#chosen.has(path))
        this.problems.push(`there is no ${path}, whose layout depends on another member`);
    for (const key of Object.keys(this.#rules.exceptions))
      if (!this.#excused.has(key)) this.problems.push(`the exception ${key} is not needed`);
    if (this.#rules.complete !== undefined) this.#complete(this.#rules.complete);
    return this;
  }

  #complete(rules: Completeness): void {
    const { problems, lines } = undeclared(this.#reference, this.#declared, rules);
    this.problems.push(...problems);
    this.coverage.push(...lines);
  }

  #member(path: string, name: string, { name: type, size }: AnyType, c?: CStruct["members"][number]): void {
    if (c === undefined) return this.#problem(path, `${path}: no member of C begins there`);
    const names = [c.name, c.name.replace(/^[a-z0-9]+_/, "")].map((it) => it.toLowerCase());
    if (!names.includes(name)) this.#problem(path, `${path}: C calls it ${c.name}`);
    const scalar = /^(u|s|be)\d+$/.test(type) ? C_TYPES[c.type] : undefined;
    if ((size !== undefined && size !== c.size) || (scalar ?? type) !== type)
      this.#problem(path, `${path}: ${type}, C has ${c.type}`);
  }

  #wireType(path: string, name: string, type: AnyType, { attributes, "subset-of": whole }: SpecSet): void {
    const find = (all: readonly SpecAttribute[] = []) => attributeNamed(name, all);
    const own = find(attributes);
    if (own === undefined) return this.#problem(path, `${path}: not in the spec`);
    const attribute = { ...find(this.#reference.sets.get(whole ?? "")?.attributes), ...own };
    const single = attribute["multi-attr"] ? type.element : type;
    if (single === undefined || !agrees(single, attribute))
      this.#problem(path, `${path}: ${type.name}, the spec has ${JSON.stringify(attribute)}`);
  }

  /** Returns the header with the first of these keys. */
  #header(prefix: string, keys: object): readonly (readonly [name: string, value: number])[] {
    const first = constantOf(prefix, Object.keys(keys)[0] ?? "");
    const headers = [...this.#reference.headers.values()];
    return headers.find((header) => header.some(([name]) => name === first)) ?? [];
  }

  /** Returns the constants of the enum of a set: they count up from the first one declared. */
  #enumOf(prefix: string, set: Attributes): readonly (readonly [name: string, value: number])[] {
    const first = constantOf(prefix, Object.keys(set)[0] ?? "");
    const header = this.#header(prefix, set);
    const rest = header.slice(header.findIndex(([name]) => name === first));
    const end = rest.findIndex(
      ([name, value], i) => !name.startsWith(prefix) || value - (rest[i - 1]?.[1] ?? value) > 1,
    );
    return rest.slice(0, end < 0 ? rest.length : end).filter(([name]) => !name.endsWith("_MAX"));
  }

  /** Records the coverage of an enum; several names of one number count once. */
  #covered(name: string, declared: ReadonlySet<number>, known: readonly (readonly [string, number])[]): void {
    const names = new Map(known.toReversed().map(([constant, value]) => [value, constant]));
    const missing = [...names]
      .toReversed()
      .filter(([value]) => !declared.has(value))
      .map(([, constant]) => constant);
    const count = names.size === 0 ? `${declared.size}` : `${names.size - missing.length} of ${names.size}`;
    this.coverage.push(`${name}: ${count}${missing.length === 0 ? "" : `, without ${missing.join(" ")}`}`);
  }

  #number(constant: string, value: number): void {
    this.#declared.add(constant);
    const actual = this.#numbers.get(constant);
    if (actual !== value && typeOf(this.#rules.subsystems ?? {}, constant, actual ?? Number.NaN) !== value)
      this.#problem(constant, `${constant} is declared ${value}, the kernel has ${actual}`);
  }

  #problem(key: string, text: string): void {
    const covers = (it: string) => it === key || (/[_.]$/.test(it) && key.startsWith(it));
    const excuse = Object.keys(this.#rules.exceptions).find(covers);
    if (excuse === undefined) this.problems.push(text);
    else this.#excused.add(excuse);
  }
}

/** Compares the exports of a module, and what they are made of, with the reference of the kernel. */
export function drift(
  exported: Readonly<Record<string, unknown>>,
  reference: KernelReference,
  rules: DriftRules,
): { readonly problems: string[]; readonly coverage: string[] } {
  const found = new Drift(reference, rules);
  for (const [name, one] of Object.entries(exported)) if (typeof one === "number") found.constant(name, one);
  for (const [one, name] of within(exported) as Map<Record<string, never>, string>) {
    if ("set" in one && "prefix" in one) found.attributes(one as never);
    else if ("fields" in one) found.struct(one.name!, one.size, one.fields!);
    else if ("groups" in one && "types" in one) found.object(one.name!, one.types!);
    else if ("prefix" in one) found.values(name, one.prefix!, one.values ?? one.bits!);
  }
  return found.end();
}
