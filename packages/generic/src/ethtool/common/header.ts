import { atPath, CodecError, EncodeError } from "@rxnetlink/core";
import { checkRecord } from "@rxnetlink/core/internal";
import {
  type AttributeSet,
  type Attributes,
  type AttributesOf,
  attributes,
  flags,
  type Ifindex,
  type Infer,
  ifindex,
  message,
  nest,
  refine,
  string,
  type Type,
  type Unknown,
  u32,
} from "@rxnetlink/core/schema";
import { genlmsghdr } from "../../family/genlmsghdr.js";

/** Flags of requests (`ETHTOOL_FLAG_*`). */
export const ethtoolFlags = flags("ETHTOOL_FLAG_", u32, {
  /** Reply with bits by number, without their names. */
  compactBitsets: 0x1,
  /** Send no reply to a change. */
  omitReply: 0x2,
  /** Reply with statistics, if the driver has some; since 5.10. */
  stats: 0x4,
});

/** Attributes by which a message names a link (`ETHTOOL_A_HEADER_*`). */
const ethtoolHeaderAttributes = attributes("header", "ETHTOOL_A_HEADER_", {
  /** Index of the link. */
  devIndex: [1, ifindex(u32)],
  /** Name of the link. */
  devName: [2, string],
  /** Flags of the request. Write-only. */
  flags: [3, ethtoolFlags],
  /** Index of a PHY of the link; since 6.12. Write-only. */
  phyIndex: [4, u32],
});
/** Members of the header that this version does not know. */
export interface EthtoolHeader extends Infer<typeof ethtoolHeaderAttributes> {}

/** Declares the header of a message, whose members {@link ofLink} puts beside the others. */
export const header = nest<EthtoolHeader>(ethtoolHeaderAttributes);

/** Members by which all messages about a link name it. */
export interface OfLink {
  /** Index of the link. Requests may name the link instead; matches too. */
  devIndex: Ifindex;
  /** Name of the link. Requests accept alternative names too. */
  devName: string;
  /** Index of a PHY of the link; since 6.12. Write-only. */
  phyIndex?: number;
  /** Flags of the request; see {@link ethtoolFlags}. Write-only. */
  headerFlags?: Infer<typeof ethtoolFlags>;
}

/** The value of a message about a link: its header and its attributes, in one flat object. */
export type MessageOfLink<A extends Attributes> = OfLink & AttributesOf<Omit<A, "header">> & Unknown;

/** Members of the header by their keys in a message. */
const KEYS: Readonly<Record<string, keyof EthtoolHeader>> = {
  devIndex: "devIndex",
  devName: "devName",
  phyIndex: "phyIndex",
  headerFlags: "flags",
};
const INNER = new Map(Object.entries(KEYS).map(([key, inner]) => [inner as string, key]));

type Members = Record<string, unknown>;

/** Puts the members of the header beside the others; what they do not cover stays in it. */
function flat({ header: nested, ...rest }: Members): Members {
  if (nested === undefined) return rest;
  const value: Members = {};
  const left: Members = {};
  for (const [inner, member] of Object.entries(nested as Members)) {
    const key = INNER.get(inner);
    if (key === undefined) left[inner] = member;
    else value[key] = member;
  }
  return { ...value, ...(Object.keys(left).length > 0 && { header: left }), ...rest };
}

/** Returns the members as they are nested, the header first; requests need one, even if it names no link. */
function nested(value: Members, request: boolean): Members {
  const inside: Members = {};
  const beside: Members = {};
  for (const key in value)
    try {
      const inner = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
      if (inner !== undefined) inside[inner] = value[key];
      else if (key === "header") Object.assign(inside, value[key]);
      else beside[key] = value[key];
    } catch (error) {
      throw atPath(error, key, EncodeError);
    }
  return Object.keys(inside).length > 0 || request ? { header: inside, ...beside } : beside;
}

/** Returns an error with the place as the caller wrote it. */
function placed(error: unknown): unknown {
  if (!(error instanceof CodecError)) return error;
  const [, inner] = /^header\.(\w+)/.exec(error.path) ?? [];
  const key = inner === undefined ? undefined : INNER.get(inner);
  return key === undefined ? error : error.without(2).at(key);
}

/** Refuses a read-only member of a request that was written by hand; a listed value names its link twice. */
function refuseReported(type: Type<object>, value: Members): void {
  if (value.devIndex !== undefined && value.devName !== undefined) return;
  for (const key of Object.keys(value)) {
    const reason = type.member?.(key)?.readOnly;
    if (reason !== undefined && value[key] !== undefined) throw new EncodeError(reason).at(key);
  }
}

/**
 * Declares a message about a link. Its header, an attribute like the others, is flattened: `{ devName: "eth0", rx: 512 }`
 * instead of `{ header: { devName: "eth0" }, rx: 512 }`.
 */
export function ofLink<A extends Attributes>(name: string, set: AttributeSet<A>): Type<MessageOfLink<A>> {
  const whole = message(name, genlmsghdr, set) as unknown as Type<Members>;
  const lifted: Type<Members> = refine<Members>(whole, {
    read: (view, at, end, scope) => flat(whole.read(view, at, end, scope)),
    only(keys) {
      const own = [...keys].filter((key) => !Object.hasOwn(KEYS, key));
      const part = whole.only!(new Set([...own, ...(own.length < keys.size ? ["header"] : [])]));
      const chosen = (value: Members) =>
        Object.fromEntries(
          Object.entries(value).filter(([key]) => !Object.hasOwn(KEYS, key) || keys.has(key)),
        );
      return refine<Members>(lifted, {
        read: (view, at, end, scope) => chosen(flat(part.read(view, at, end, scope))),
      });
    },
    write(out, value, scope) {
      checkRecord(value, name);
      if (out.request) refuseReported(whole, value);
      try {
        whole.write(out, nested(value, out.request), scope);
      } catch (error) {
        throw placed(error);
      }
    },
    isListed: (value) => "devIndex" in value && "devName" in value,
    locate(view, at, end, offset, scope) {
      const { path, type } = whole.locate!(view, at, end, offset, scope);
      const key = path[0] === "header" ? INNER.get(path[1] ?? "") : undefined;
      return { path: key === undefined ? path : [key, ...path.slice(2)], type };
    },
    member: (key) =>
      Object.hasOwn(KEYS, key) ? ethtoolHeaderAttributes.member!(KEYS[key]!) : whole.member!(key),
    keys: () => [...Object.keys(KEYS), ...whole.keys!().filter((key) => key !== "header")],
  });
  return lifted as unknown as Type<MessageOfLink<A>>;
}
