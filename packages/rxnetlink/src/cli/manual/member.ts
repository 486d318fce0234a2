import { type Layout, layoutOf } from "@rxnetlink/core/internal";
import type { AnyType } from "@rxnetlink/core/schema";
import { type Comment, type Comments, takenApart } from "./comment.js";

/** A member of a layout, for people. */
export interface Member {
  readonly key: string;
  readonly type: AnyType;
  /** Name of what declares it. */
  readonly owner: string;
  /** The kernel's constant of an attribute: `IFLA_MTU`. */
  readonly constant?: string;
  /** Its number. */
  readonly number?: number;
}

/** Returns the layout of a type, or of its elements. */
function resolved(type: AnyType): Layout {
  const layout = layoutOf(type);
  return layout.element === undefined ? layout : layoutOf(layout.element);
}

const upperSnake = (key: string) => key.replaceAll(/[A-Z]/g, "_$&").toUpperCase();

/** Returns the members of a layout, or of the layout that a type refers to; none if it has none. */
export function membersOf(type: AnyType): Member[] {
  const { header, attributes, fields = {}, set = {}, formats = {}, name, prefix = "" } = resolved(type);
  if (header !== undefined) return [...membersOf(header), ...membersOf(attributes!)];
  const plain = (of: Readonly<Record<string, AnyType>>) =>
    Object.entries(of).map(([key, type]) => ({ key, type, owner: name }));
  const numbered = Object.entries(set).map(([key, [number, type]]) => ({
    key,
    type,
    owner: name,
    constant: prefix + upperSnake(key),
    number,
  }));
  return [...plain(fields), ...numbered, ...plain(formats)].filter(({ type }) => type.ignored !== true);
}

/** Returns the name of a type as people read it: `u32`, `string[]`. */
const typeName = (type: AnyType): string => `${resolved(type).name}${type.element === undefined ? "" : "[]"}`;

/** Returns the words that stand for values of a type, or of its elements. */
export function wordsOf(type: AnyType): readonly string[] {
  const element = type.parse === undefined ? type.member?.("0") : undefined;
  return type.words ?? element?.words ?? [];
}

/** What is known of a member, as text. */
export interface Described extends Comment {
  readonly key: string;
  readonly type: string;
  readonly constant?: string;
  readonly number?: number;
  /** Set when it cannot be changed later. */
  readonly isFixed?: true;
  /** Set when it has members. */
  readonly hasMembers?: true;
  /** Words that stand for values. */
  readonly values: readonly string[];
}

/** Describes a member, with the first kernel as its layout or its comment says it. */
export function described({ key, type, owner, constant, number }: Member, comments: Comments): Described {
  const { since } = type as { since?: string };
  return {
    key,
    type: typeName(type),
    ...(constant !== undefined && { constant }),
    ...(number !== undefined && { number }),
    ...(type.ifDifferent === "refused" && { isFixed: true }),
    ...(membersOf(type).length > 0 && { hasMembers: true }),
    ...takenApart(comments[`${owner}.${key}`] ?? ""),
    ...(since !== undefined && { since }),
    values: wordsOf(type),
  };
}
