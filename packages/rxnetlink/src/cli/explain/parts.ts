import { DecodeError, toJson } from "@rxnetlink/core";
import { type AnyType, align } from "@rxnetlink/core/schema";
import { flat } from "../objects/flat.js";

/** Bytes of a message that belong together, and what they say. */
export interface Part {
  readonly from: number;
  readonly to: number;
  /** Member, by its path. */
  readonly name: string;
  readonly text: string;
}

/** Attributes are aligned to it. */
const STEP = 4;

interface Range {
  readonly from: number;
  to: number;
  readonly path: string;
}

/** Splits a message into the runs of bytes that hold one member each; the path of the header is empty. */
function ranges(layout: AnyType, view: DataView, at: number, end: number): Range[] {
  const found: Range[] = [];
  for (let offset = at; offset < end; offset += STEP) {
    const path = layout.locate?.(view, at, end, offset).path.join(".") ?? "";
    const last = found.at(-1);
    if (last?.path === path) last.to = Math.min(end, offset + STEP);
    else found.push({ from: offset, to: Math.min(end, offset + STEP), path });
  }
  return found;
}

const isWithin = (path: string, outer: string) =>
  path === outer || path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`);

/** Returns the parts of the payload of a message, in order. */
export function partsOf(layout: AnyType, view: DataView, at: number, end: number): Part[] {
  const whole = (text: string): Part[] => (end > at ? [{ from: at, to: end, name: layout.name, text }] : []);
  let value: unknown;
  try {
    value = layout.read(view, at, end);
  } catch (error) {
    if (error instanceof DecodeError) return whole(error.message);
    throw error;
  }
  const members = [...flat(toJson(layout, value) as object)];
  const all = ranges(layout, view, at, end);
  const named = all.map(({ path }) => path).filter((path) => path !== "");
  const textOf = (path: string) =>
    members
      // What has a part of its own is said there.
      .filter(
        ([member]) =>
          isWithin(member, path) &&
          !named.some((one) => one !== path && isWithin(one, path) && isWithin(member, one)),
      )
      .map(([member, text]) => (member === path ? text : `${member.slice(path.length + 1)}=${text}`))
      .join(" ");
  const ofHeader = members
    .filter(([member]) => !named.some((path) => isWithin(member, path)))
    .map(([member, text]) => `${member}=${text}`)
    .join(" ");
  return all.map(({ from, to, path }) => ({
    from,
    to: Math.min(end, at + align(to - at)),
    name: path === "" ? layout.name : path,
    text: path === "" ? ofHeader : textOf(path),
  }));
}
