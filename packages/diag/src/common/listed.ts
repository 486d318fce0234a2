import { defineObject, type ObjectDefinition, type StateRules } from "@rxnetlink/core";
import type { Type } from "@rxnetlink/core/schema";
import { SOCK_DIAG_BY_FAMILY } from "./messages.js";
import { hintOf } from "./no-handler.js";

/** Facts about sockets that the kernel only lists. */
export interface Listed<T, Q> {
  /** Layout of a request. */
  readonly request: Type<Q>;
  /** Members that the kernel filters by. */
  readonly filters?: readonly (keyof T | keyof Q)[];
  /** Members that a request has and no socket. */
  readonly requestOnly: readonly (keyof T | keyof Q)[];
  /** Those of them that ask for more about each socket. */
  readonly details: readonly (keyof T | keyof Q)[];
  /** Members that name one in errors. */
  readonly namedBy: readonly (keyof T | keyof Q)[];
  /** Module and kernel option of its handler. */
  readonly handler: readonly [module: string, option: string];
  /** Rules for tracking their state. */
  readonly state: StateRules<T>;
}

/** Defines sockets that the kernel lists, about which it reports nothing and of which `get$` picks one from the list. */
export function listedObject<T extends object, Q extends object>(
  name: string,
  layout: Type<T>,
  { request, filters = [], handler, ...facts }: Listed<T, Q>,
): ObjectDefinition<T, Q, "list" | "get" | "watch"> {
  return defineObject<T, "list" | "get" | "watch", Q, unknown>({
    ...facts,
    name,
    layout,
    types: { get: SOCK_DIAG_BY_FAMILY },
    groups: [],
    verbs: ["list", "get", "watch"],
    requests: { get: request },
    filters,
    notFound: "ENOENT",
    hint: hintOf(...handler),
  });
}
