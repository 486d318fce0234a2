import type { Family } from "../family/definition.js";

/** IPVS. It has no multicast groups. */
export const ipvsFamily: Family = { name: "IPVS", version: 1, from: "the module ip_vs" };
