import { type Family, groupsOf } from "../family/definition.js";

const named = groupsOf("ioam6_events");

/** Multicast groups of IOAM; since 6.9. */
export const ioam6Groups = {
  /** Traces of packets. */
  events: named.ioam6_events,
};

/** The family of IOAM. */
export const ioam6Family: Family = {
  name: "IOAM6",
  version: 1,
  groups: named,
  from: "IPv6, since 5.15",
};

const EPERM = 1;

/** Returns the hint about a refusal: commands look at the initial user namespace. */
export const ioam6Hint = ({ errno }: { readonly errno: number }): string | undefined =>
  errno === EPERM
    ? "needs CAP_NET_ADMIN in the initial user namespace; that of a container is not enough"
    : undefined;
