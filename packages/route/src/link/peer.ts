import { lazy, type Type } from "@rxnetlink/core/schema";
import type { Link } from "./layout.js";

let link: Type<Partial<Link>> | undefined;

/**
 * The other end of a veth, vxcan or netkit: a link inside the settings of a link. The kernel's layouts recurse here, modules
 * must not, so `layout.ts` binds its layout once it is declared.
 */
export const peer: Type<Partial<Link>> = lazy((): Type<Partial<Link>> => link!);

/** Sets the layout of {@link peer}. */
export function bindPeer(layout: Type<Partial<Link>>): void {
  link = layout;
}
