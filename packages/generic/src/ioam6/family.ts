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
