import { EncodeError, type Type } from "@rxnetlink/core";
import type { Link } from "./link.js";

/** All that the kernel reads of a request about a bridge or its port. */
const OF_BRIDGES: ReadonlySet<string> = new Set(["family", "index", "protinfo", "afSpec"]);

/** The first member that the kernel would take no notice of, without a word, and what to do instead. */
function unheard(link: Partial<Link>): [key: string, reason: string] | undefined {
  if (link.propList !== undefined) return ["propList", "alternative names are added and removed by linkprop"];
  if (link.family !== "bridge") return undefined;
  const stray = Object.entries(link).find(([key, value]) => value !== undefined && !OF_BRIDGES.has(key));
  return stray && [stray[0], 'requests of the family "bridge" change nothing but protinfo and afSpec'];
}

/** The layout of a request that changes a link: it refuses what the kernel would ignore. */
export function heeded(layout: Type<Link>): Type<Link> {
  return {
    ...layout,
    write(out, link, scope) {
      const found = unheard(link);
      if (found !== undefined) throw new EncodeError(found[1]).within(found[0]);
      layout.write(out, link, scope);
    },
  };
}
