import {
  attributes,
  EncodeError,
  flags,
  type Infer,
  indexedArray,
  nest,
  pad,
  placed,
  type Scope,
  struct,
  type Type,
  u16,
} from "@rxnetlink/core";
import { filled, type Given } from "../../request.js";
import { type EmatchData, ematchData, ematchKind } from "./kinds.js";

/** How an extended match is joined with the next (`TCF_EM_REL_*`, `TCF_EM_*`). */
export const ematchFlags = flags("TCF_EM_", u16, {
  /** Both must hold. */
  relAnd: 1,
  /** One must hold. */
  relOr: 2,
  /** It must not hold. */
  invert: 4,
  /** Its data is a number of 32 bits. */
  simple: 8,
});

/** Head of a tree of extended matches (`struct tcf_ematch_tree_hdr`). */
export const ematchTreeHdr = struct("tcf_ematch_tree_hdr", {
  /** How many matches there are. */
  nmatches: u16,
  /** Who made the tree; 0 is tc. */
  progid: u16,
});
/** Head of a tree of extended matches. */
export interface EmatchTreeHdr extends Infer<typeof ematchTreeHdr> {}

/** Head of an extended match (`struct tcf_ematch_hdr`). */
export const ematchHdr = struct("tcf_ematch_hdr", {
  /** Not used. */
  matchid: u16,
  /** What it looks at. */
  kind: ematchKind,
  /** How it is joined with the next; the last with none. */
  flags: ematchFlags,
  _: pad(2),
});

/** An extended match. */
export interface Ematch extends Infer<typeof ematchHdr> {
  /** What it is compared with. */
  data: EmatchData;
}

const inside = (value: object, parent: Scope | undefined): Scope => ({
  value: value as Scope["value"],
  parent,
  depth: (parent?.depth ?? 0) + 1,
});

/** The kind that follows from what it is compared with. */
const kindOf = (data: Given<EmatchData> | undefined) => Object.keys(data ?? {})[0] as Ematch["kind"];

/** The head, which chooses the layout of what follows it. */
const ematch: Type<Ematch> = {
  name: ematchHdr.name,
  scoped: true,
  read(view, at, end, scope) {
    const head = ematchHdr.read(view, at, end, scope);
    return { ...head, data: ematchData.read(view, at + ematchHdr.size!, end, inside(head, scope)) };
  },
  write(out, { data, ...given }, scope) {
    // A kind that the head lacks is not that of the filter around it.
    const head = { ...given, kind: given.kind ?? kindOf(data) };
    ematchHdr.write(out, head, scope);
    try {
      ematchData.write(out, data, inside(head, scope));
    } catch (error) {
      throw placed(error, "data", EncodeError);
    }
  },
  member: (key) => (key === "data" ? ematchData : ematchHdr.member?.(key)),
};

/** A tree of extended matches (`TCA_EMATCH_*`). */
export const ematchAttributes = attributes("ematch-attrs", "TCA_EMATCH_", {
  /** Its head. */
  treeHdr: [1, nest<EmatchTreeHdr>(ematchTreeHdr)],
  /** The matches, in order. */
  treeList: [2, indexedArray(ematch)],
});
/** A tree of extended matches. */
export interface Ematches extends Infer<typeof ematchAttributes> {}

const { relAnd, relOr } = ematchFlags.bits;

/** A match, with what follows from what it is compared with and from where it is. */
function matchOf(given: Given<Ematch>, isLast: boolean): Given<Ematch> {
  const { data, kind = kindOf(data) } = given;
  return { ...given, kind, flags: given.flags ?? (isLast ? 0 : relAnd) };
}

/** A tree whose head counts its matches, which are joined by "and" where nothing is said. */
export const ematches = filled(nest<Ematches>(ematchAttributes), ({ treeHdr, treeList = [] }) => ({
  treeHdr: { ...treeHdr, nmatches: treeList.length },
  treeList: treeList.map((match, i) => matchOf(match, i === treeList.length - 1)),
}));

/** What {@link ematchTree} is told of a match. */
export interface EmatchTerm {
  /** What it looks at; absent where `data` names it. */
  readonly kind?: Ematch["kind"];
  /** How it is joined with the next, `relAnd` where absent, and whether it is inverted: {@link ematchFlags}. */
  readonly flags?: number;
  /** What it is compared with. */
  readonly data: EmatchData;
}

/**
 * A tree of matches, joined by "and" where nothing else is said: `match 'cmp(…) and not nbyte(…)'`.
 *
 * @example
 * { basic: { ematches: ematchTree([{ data: { cmp } }, { data: { nbyte }, flags: ematchFlags.bits.invert }]) } }
 */
export function ematchTree(terms: readonly EmatchTerm[]): Ematches {
  const joined = ({ flags = 0 }: EmatchTerm, isLast: boolean) =>
    isLast || (flags & (relAnd | relOr)) !== 0 ? flags : flags | relAnd;
  return {
    treeHdr: { nmatches: terms.length, progid: 0 },
    treeList: terms.map((term, i) => {
      const isLast = i === terms.length - 1;
      return { matchid: 0, ...matchOf({ ...term, flags: joined(term, isLast) }, isLast) } as Ematch;
    }),
  };
}
