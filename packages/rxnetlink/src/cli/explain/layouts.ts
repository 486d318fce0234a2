import { type Family, familiesOf } from "@rxnetlink/capture/internal";
import {
  type AnyType,
  type MessageHeader,
  NLM_F_REQUEST,
  NLMSG_DONE,
  NLMSG_ERROR,
} from "@rxnetlink/core/schema";
import { layoutsOf } from "@rxnetlink/testing";
import { FAMILIES } from "../objects/families.js";

/** A kind of message. */
export interface Kind {
  /** Name for people: `new link`. */
  readonly name: string;
  readonly layout: AnyType;
}

/** Messages that are the same for all families. */
const COMMON: Readonly<Record<number, string>> = { [NLMSG_ERROR]: "error", [NLMSG_DONE]: "done" };
const commonLayout = layoutsOf();

/** Knows the messages of a family. */
export class Kinds {
  readonly #families: readonly Family[];

  private constructor(families: readonly Family[]) {
    this.#families = families;
  }

  /** Loads a family. */
  static async of(family: string): Promise<Kinds> {
    return new Kinds(familiesOf([await FAMILIES[family]!()]));
  }

  /** Returns the kind of a message; `undefined` for one that the family does not have. */
  kindOf({ type, flags }: MessageHeader, view: DataView, at: number, end: number): Kind | undefined {
    const common = COMMON[type];
    if (common !== undefined) return { name: common, layout: commonLayout(type) };
    const isRequest = (flags & NLM_F_REQUEST) !== 0;
    for (const { kinds, typeOf } of at < end ? this.#families : []) {
      const found = kinds.read(typeOf(type, view, at), isRequest, view, at, end)?.kind;
      if (found !== undefined)
        return { name: `${found.action} ${found.definition.name}`, layout: found.layout };
    }
    return undefined;
  }
}
