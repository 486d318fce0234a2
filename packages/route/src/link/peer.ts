import { lazy, type Type } from "@rxnetlink/core/schema";
import type { Link } from "./layout.js";

let link: Type<Partial<Link>> | undefined;

/**
 * The other end of a veth, vxcan or netkit: a link inside the settings of a link. The kernel's layouts recurse here, modules
 * must not, so `layout.ts` declares its layout as the peer.
 */
export const peer: Type<Partial<Link>> = lazy((): Type<Partial<Link>> => link!);

/** Declares the layout of {@link peer}, and returns it. */
export function asPeer<M extends object>(layout: M): M {
  link = layout as unknown as Type<Partial<Link>>;
  return layout;
}
