import { atPath, DecodeError, EncodeError } from "../errors/errors.js";
import { noneOf } from "../errors/no-such.js";
import { describe } from "../values/describe.js";
import { isRecord } from "../values/record.js";
import type { Writer } from "../wire/writer.js";
import { sibling } from "./scope.js";
import type { AnyType, Infer, Located, Scope, Type } from "./type.js";
import { binary } from "./types/bytes.js";

/** Layouts by the value of the selector. */
export type Formats = Readonly<Record<string, AnyType>>;
/** The value of a sub-message: one member, named by its format. */
export type FormatsOf<F extends Formats> = { [K in keyof F]?: Infer<F[K]> } & {
  /** Payload of an unknown format, unchanged. */
  unknown?: Uint8Array;
};

/** A payload whose layout is selected by another attribute. */
export interface SubMessage<S extends string, F extends Formats> extends Type<FormatsOf<F>> {
  /** Key of the selecting attribute. */
  readonly selector: S;
  /** Layouts by the value of that attribute. */
  readonly formats: F;
}

/** The formats of a sub-message. */
class Variants {
  constructor(
    readonly selector: string,
    readonly formats: Formats,
  ) {}

  /** Returns the format of a name. */
  of(name: string | undefined): AnyType | undefined {
    return name !== undefined && Object.hasOwn(this.formats, name) ? this.formats[name] : undefined;
  }

  /** Returns the value of the selector, from the set itself or the nearest one around it that has it. */
  selected(scope: Scope | undefined): string | undefined {
    const found = sibling(this.selector, scope);
    return found === undefined ? undefined : String(found);
  }
}

type Value = Readonly<Record<string, unknown>>;

function onlyKey(value: unknown): string {
  const keys = isRecord(value) ? Object.keys(value).filter((key) => value[key] !== undefined) : [];
  if (keys.length !== 1) throw new EncodeError(`${describe(value)} does not have exactly one member`);
  return keys[0]!;
}

function read(variants: Variants, view: DataView, at: number, end: number, scope?: Scope): Value {
  const key = variants.selected(scope);
  const format = variants.of(key);
  if (key === undefined || format === undefined) return { unknown: binary.read(view, at, end) };
  try {
    return { [key]: format.read(view, at, end, scope) };
  } catch (error) {
    throw atPath(error, key, DecodeError);
  }
}

function write(variants: Variants, out: Writer, value: Value, scope?: Scope): void {
  const key = onlyKey(value);
  if (key === "unknown") return binary.write(out, value.unknown as Uint8Array);
  const format = variants.of(key);
  const selected = variants.selected(scope);
  if (format === undefined) throw noneOf(key, Object.keys(variants.formats)).at(key);
  if (selected !== undefined && selected !== key)
    throw new EncodeError(`${variants.selector} is ${selected}`).at(key);
  try {
    format.write(out, value[key], scope);
  } catch (error) {
    throw atPath(error, key, EncodeError);
  }
}

/** Returns the value with the settings of its one format completed, for a request for a change. */
function complete<V extends object>(variants: Variants, value: V, current: V | undefined): V | undefined {
  const [key = "", settings] = Object.entries(value)[0] ?? [];
  const format = variants.of(key);
  if (format?.complete === undefined) return value;
  try {
    const whole = format.complete(settings, (current as Value | undefined)?.[key]);
    return whole === undefined ? undefined : ({ [key]: whole } as V);
  } catch (error) {
    throw atPath(error, key, EncodeError);
  }
}

function lacks(variants: Variants, value: object): string[] | undefined {
  const [key, settings] = Object.entries(value)[0] ?? [];
  const below = variants.of(key)?.lacks?.(settings);
  return key === undefined || below === undefined ? undefined : [key, ...below];
}

/** Returns the selector that follows from the key of the value, if there is none beside it. */
function imply(variants: Variants, value: unknown, beside: Value): Value {
  if (beside[variants.selector] !== undefined || !isRecord(value)) return {};
  const keys = Object.keys(value).filter((key) => value[key] !== undefined && variants.of(key));
  return keys.length === 1 ? { [variants.selector]: keys[0] } : {};
}

function locate(variants: Variants, scope: Scope | undefined, below: Locate): Located {
  const key = variants.selected(scope);
  const format = variants.of(key);
  if (key === undefined || format === undefined) return { path: ["unknown"], type: binary };
  const inside = below(format);
  return { path: [key, ...(inside?.path ?? [])], type: inside?.type ?? format };
}

/** Finds a place within the selected format. */
type Locate = (format: AnyType) => Located | undefined;

/**
 * Declares a sub-message: its layout is the format named by the attribute `selector`, in the same set or in one around
 * it. The value is keyed by that name, `data: { vxlan: { id: 42 } }`, so each format has its own static type. An absent
 * selector is filled in from the key.
 */
export function subMessage<const S extends string, F extends Formats>(
  selector: S,
  formats: F,
): SubMessage<S, F> {
  const variants = new Variants(selector, formats);
  return {
    name: `by ${selector}`,
    selector,
    formats,
    nested: true,
    scoped: true,
    late: true,
    choice: { selector, formats },
    read: (view, at, end, scope) => read(variants, view, at, end, scope) as FormatsOf<F>,
    write: (out, value, scope) => write(variants, out, value, scope),
    member: (key) => variants.of(key),
    keys: () => Object.keys(formats),
    lacks: (value) => lacks(variants, value),
    complete: (value, current) => complete(variants, value, current),
    imply: (value, beside) => imply(variants, value, beside),
    locate: (view, at, end, offset, scope) =>
      locate(variants, scope, (format) => format.locate?.(view, at, end, offset, scope)),
  };
}
