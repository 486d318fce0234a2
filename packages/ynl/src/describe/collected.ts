import { type Layout, layoutOf } from "@rxnetlink/core/internal";
import type { AnyType } from "@rxnetlink/core/schema";
import { dashed } from "./dashed.js";
import type {
  DescribedDefinition,
  DescribedFormat,
  DescribedMember,
  DescribedSet,
  DescribedSubMessage,
  DescribedType,
} from "./described.js";
import { describeLeaf, describeSized } from "./leaf.js";
import { describeNames } from "./named.js";

/** Returns the members of a struct, without the header that all messages of generic netlink have first. */
export const ownFields = ({ fields }: Layout): [key: string, type: AnyType][] =>
  Object.entries(fields ?? {}).filter(([key]) => key !== "genlmsghdr");

type DocOf = (layout: string, key: string) => string | undefined;

/** The parts of a description that have been met, each once. */
export class Collected {
  readonly definitions: DescribedDefinition[] = [];
  readonly sets: DescribedSet[] = [];
  readonly subMessages: DescribedSubMessage[] = [];
  readonly #names = new Map<unknown, string>();
  readonly #taken = new Set<string>();
  readonly #docOf: DocOf;

  constructor(docOf: DocOf) {
    this.#docOf = docOf;
  }

  /** Returns the name of a set of attributes, which is described once. */
  set(layout: Layout): string {
    return this.#once(layout.set, layout.name, (name) => {
      const at = this.sets.push({ name, "name-prefix": "", attributes: [] }) - 1;
      const attributes = Object.entries(layout.set!).map(([key, [value, type]]) => ({
        ...this.#member(layout.name, key, type.ignored ? { type: "pad" } : this.type(type)),
        value,
      }));
      this.sets[at] = { name, "name-prefix": dashed(layout.prefix ?? ""), attributes };
    });
  }

  /** Returns the name of a struct, which is described once. */
  struct(layout: Layout): string {
    return this.#once(layout.fields, dashed(layout.name), (name) => {
      const at = this.definitions.push({ name, type: "struct" }) - 1;
      const members = ownFields(layout).map(([key, type], index) =>
        type.ignored
          ? { name: `pad-${index}`, type: "pad", len: type.size }
          : this.#member(layout.name, key, this.#sized(layoutOf(type))),
      );
      this.definitions[at] = { name, type: "struct", members };
    });
  }

  /** Returns the description of the type of an attribute. */
  type(given: AnyType): DescribedType {
    const type = layoutOf(given);
    if (type.element !== undefined) return { ...this.type(type.element), "multi-attr": true };
    if (type.set !== undefined) return { type: "nest", "nested-attributes": this.set(type) };
    if (type.fields !== undefined)
      return type.name === "bitfield32"
        ? { type: "bitfield32" }
        : { type: "binary", struct: this.struct(type) };
    if (type.formats !== undefined) return this.#subMessage(type);
    if (type.choice?.otherwise !== undefined) return this.type(type.choice.otherwise);
    const element = type.member?.("0");
    return element === undefined ? this.#leaf(type, describeLeaf(type)) : this.#many(type, element);
  }

  /** Returns the description of a nest whose numbers are data, of an indexed array, or of a C array. */
  #many(type: Layout, element: AnyType): DescribedType {
    const inner = this.type(element);
    if (/ by number$/.test(type.name)) {
      const numbers = (inner["type-value"] as string[] | undefined) ?? [];
      const name = inner.type === "nest" ? "nest-type-value" : inner.type;
      return { ...inner, type: name, "type-value": [`level-${numbers.length}`, ...numbers] };
    }
    if (type.nested) return { ...inner, type: "indexed-array", "sub-type": inner.type };
    return /^[us]\d+$/.test(inner.type)
      ? { ...inner, type: "binary", "sub-type": inner.type }
      : { type: "binary" };
  }

  #sized(type: Layout): DescribedType {
    if (type.fields !== undefined) return { type: "binary", struct: this.struct(type) };
    const element = type.member?.("0");
    if (element === undefined) return this.#leaf(type, describeSized(type));
    return { ...this.#many(type, element), len: type.size };
  }

  /** Adds the names of numbers to the description of an integer. */
  #leaf(type: Layout, described: DescribedType): DescribedType {
    const { values, bits, prefix = "" } = type;
    const names = values ?? bits;
    if (names === undefined || !/^[us](\d+|int)$/.test(described.type)) return described;
    const wanted = dashed(prefix).replace(/-$/, "") || "names";
    const kind = values === undefined ? "flags" : "enum";
    const name = this.#once(names, wanted, (name) => {
      this.definitions.push({ name, ...describeNames(kind, prefix, names, this.#docOf) });
    });
    return { ...described, enum: name };
  }

  #subMessage({ formats, selector, name }: Layout): DescribedType {
    const named = this.#once(formats, name.replace("by ", "by-"), (name) => {
      const at = this.subMessages.push({ name, formats: [] }) - 1;
      const all = Object.entries(formats!).map(([value, type]) => this.#format(value, layoutOf(type)));
      this.subMessages[at] = { name, formats: all };
    });
    return { type: "sub-message", "sub-message": named, selector: dashed(selector!) };
  }

  #format(value: string, type: Layout): DescribedFormat {
    const [struct, set] = type.header === undefined ? [type, type] : [type.header, type.attributes!];
    return {
      value,
      ...(struct.fields && { "fixed-header": this.struct(struct) }),
      ...(set.set && { "attribute-set": this.set(set) }),
    };
  }

  #member(layout: string, key: string, described: DescribedType): DescribedMember {
    const doc = this.#docOf(layout, key);
    return { name: dashed(key), ...described, ...(doc !== undefined && { doc }) };
  }

  /** Returns the name of a part; describes it under that name if it is new. */
  #once(part: unknown, wanted: string, describe: (name: string) => void): string {
    const known = this.#names.get(part);
    if (known !== undefined) return known;
    let name = wanted;
    for (let i = 2; this.#taken.has(name); i++) name = `${wanted}-${i}`;
    this.#taken.add(name);
    this.#names.set(part, name);
    describe(name);
    return name;
  }
}
