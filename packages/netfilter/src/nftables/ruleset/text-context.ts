import type { Catalog } from "../build/text/catalog.js";
import type { TypeofCatalog } from "../set/typeof/typeof-catalog.js";

/** What the text of all objects is made with. */
export interface TextContext {
  readonly catalog: Catalog;
  readonly typeofs: TypeofCatalog;
  linkName(index: number): string | undefined;
}
