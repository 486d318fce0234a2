import type { Part } from "../../build/field/bits.js";
import type { SetTypeof } from "../../userdata/set.js";
import { notedFields } from "./fields.js";
import { fieldTypeofs } from "./layout.js";

const keyOf = ({ expr, data = new Uint8Array() }: SetTypeof) => `${expr} ${data.join()}`;

/** Fields by which sets are declared, and how nft notes them; made on first use, since most sets are declared by types. */
export class TypeofCatalog {
  #byNote: ReadonlyMap<string, Part> | undefined;
  #byWords: ReadonlyMap<string, SetTypeof> | undefined;

  /** Returns how nft notes a field; `undefined` if it cannot. */
  noteOf({ source }: Part): SetTypeof | undefined {
    this.#byWords ??= new Map(notedFields().map(([part, note]) => [part.source.words, note]));
    return this.#byWords.get(source.words);
  }

  /** Returns the fields that a set was declared by; `undefined` if one is unknown. */
  fieldsOf(note: SetTypeof | undefined): Part[] | undefined {
    if (note === undefined) return undefined;
    this.#byNote ??= new Map(notedFields().map(([part, one]) => [keyOf(one), part]));
    const parts = fieldTypeofs(note).map((one) => this.#byNote!.get(keyOf(one)));
    const known = parts.filter((part) => part !== undefined);
    // nft notes that fields are joined of sets by types too, without the fields.
    return known.length === parts.length && known.length > 0 ? known : undefined;
  }
}
