import { didYouMean } from "@rxnetlink/core/internal";
import type { AnyType } from "@rxnetlink/core/schema";

/** Depth of the search for a member that was named without its parents. */
const DEPTH = 4;

/** The path to the nearest member that passes; arrays are not searched. */
function pathTo(layout: AnyType, passes: (key: string, type: AnyType) => boolean): string | undefined {
  let level: { readonly path: string; readonly type: AnyType }[] = [{ path: "", type: layout }];
  for (let depth = 0; depth < DEPTH; depth++) {
    const below = level.flatMap(({ path, type }) =>
      (type.keys?.() ?? []).flatMap((key) => {
        const member = type.member?.(key);
        return member === undefined
          ? []
          : [{ key, path: path === "" ? key : `${path}.${key}`, type: member }];
      }),
    );
    const found = below.find(({ key, type }) => passes(key, type));
    if (found !== undefined) return found.path;
    level = below;
  }
  return undefined;
}

/** Suggests a member for an unknown key: one deeper down, or one with a similar name. */
export function memberHint(root: AnyType, within: AnyType, key: string): string | undefined {
  const deeper = pathTo(root, (name) => name === key);
  return deeper === undefined ? didYouMean(key, within.keys?.() ?? []) : `did you mean ${deeper}?`;
}

/** Suggests the member that has such a value, if it is a word of an enumeration or a flag. */
export function valueHint(root: AnyType, path: string, text: string): string | undefined {
  if (/^\d|^$/.test(text)) return undefined;
  const other = pathTo(root, (_, type) => type.words?.includes(text) === true);
  return other === undefined || other === path ? undefined : `did you mean ${other}=${text}?`;
}
