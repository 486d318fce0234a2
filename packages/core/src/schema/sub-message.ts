import { atPath, DecodeError, EncodeError } from "../errors/errors.js";
import { noneOf } from "../errors/no-such.js";
import { describe } from "../values/describe.js";
import { isRecord } from "../values/record.js";
import type { Writer } from "../wire/writer.js";
import { sibling } from "./scope.js";
import type { AnyType, Infer, Scope, Type } from "./type.js";
import { binary } from "./types/bytes.js";

/** Layouts by the value of the selector. */
export type Formats = Readonly<Record<string, AnyType>>;
/** The value of a sub-message: one member, named by its format. */
export type FormatsOf<F extends Formats> = { [K in keyof F]?: Infer<F[K]> } & {
  /** The payload of a format that this version does not know, as it was. */
  unknown?: Uint8Array;
};

/** A payload whose layout another attribute chooses. */
export interface SubMessage<S extends string, F extends Formats> extends Type<FormatsOf<F>> {
  /** Key of the attribute that chooses. */
  readonly selector: S;
  /** The layouts to choose from. */
  readonly formats: F;
}

/** Looks for the selector in the set itself and then in those around it. */
function select(selector: string, scope: Scope | undefined): string | undefined {
  const found = sibling(selector, scope);
  return found === undefined ? undefined : String(found);
}

/**
 * Declares a sub-message: its layout is the format that the attribute `selector` names, in the same set or in
 * one around it. The value is keyed by that name, `data: { vxlan: { id: 42 } }`, so each format has a type of
 * its own; an absent selector is filled in from the key.
 */
export function subMessage<const S extends string, F extends Formats>(
  selector: S,
  formats: F,
): SubMessage<S, F> {
  const formatOf = (name: string | undefined): AnyType | undefined =>
    name !== undefined && Object.hasOwn(formats, name) ? formats[name] : undefined;

  function onlyKey(value: FormatsOf<F>): string {
    const keys = isRecord(value) ? Object.keys(value).filter((key) => value[key] !== undefined) : [];
    if (keys.length !== 1) throw new EncodeError(`${describe(value)} does not have exactly one member`);
    return keys[0]!;
  }

  function write(out: Writer, value: FormatsOf<F>, scope?: Scope): void {
    const key = onlyKey(value);
    if (key === "unknown") return binary.write(out, value.unknown!);
    const format = formatOf(key);
    const selected = select(selector, scope);
    if (format === undefined) throw noneOf(key, Object.keys(formats)).at(key);
    if (selected !== undefined && selected !== key)
      throw new EncodeError(`${selector} is ${selected}`).at(key);
    try {
      format.write(out, value[key], scope);
    } catch (error) {
      throw atPath(error, key, EncodeError);
    }
  }

  return {
    name: `by ${selector}`,
    selector,
    formats,
    nested: true,
    scoped: true,
    late: true,
    read(view, at, end, scope) {
      const key = select(selector, scope);
      const format = formatOf(key);
      if (key === undefined || format === undefined)
        return { unknown: binary.read(view, at, end) } as FormatsOf<F>;
      try {
        return { [key]: format.read(view, at, end, scope) } as FormatsOf<F>;
      } catch (error) {
        throw atPath(error, key, DecodeError);
      }
    },
    write,
    member: formatOf,
    keys: () => Object.keys(formats),
    lacks(value) {
      const [key, settings] = Object.entries(value)[0] ?? [];
      const below = formatOf(key)?.lacks?.(settings);
      return key === undefined || below === undefined ? undefined : [key, ...below];
    },
    complete(value, current) {
      const [key = "", settings] = Object.entries(value)[0] ?? [];
      const format = formatOf(key);
      if (format?.complete === undefined) return value;
      try {
        const whole = format.complete(settings, current?.[key]);
        return whole === undefined ? undefined : ({ [key]: whole } as FormatsOf<F>);
      } catch (error) {
        throw atPath(error, key, EncodeError);
      }
    },
    imply(value, beside) {
      if (beside[selector] !== undefined || !isRecord(value)) return {};
      const keys = Object.keys(value).filter((key) => value[key] !== undefined && formatOf(key));
      return keys.length === 1 ? { [selector]: keys[0] } : {};
    },
    locate(view, at, end, offset, scope) {
      const key = select(selector, scope);
      const format = formatOf(key);
      if (key === undefined || format === undefined) return { path: ["unknown"], type: binary };
      const below = format.locate?.(view, at, end, offset, scope);
      return { path: [key, ...(below?.path ?? [])], type: below?.type ?? format };
    },
  };
}
