import type { Statement } from "../../compile/statement.js";
import { type ObjectName, objectReference } from "../object.js";

/** Gives the connection a helper of the table; in nft `ct helper set`. */
export const ctHelper = (name: ObjectName): Statement => objectReference("ctHelper", "ctHelper", name);
/** Gives the connection timeouts of the table; in nft `ct timeout set`. */
export const ctTimeout = (name: ObjectName): Statement => objectReference("ctTimeout", "ctTimeout", name);
/** Expects another connection, as an expectation of the table says; in nft `ct expectation set`. */
export const ctExpectation = (name: ObjectName): Statement =>
  objectReference("ctExpectation", "ctExpect", name);
/** Gives the packet a security mark of the table; in nft `meta secmark set`. */
export const secmark = (name: ObjectName): Statement => objectReference("secmark", "secmark", name);
