import { EncodeError } from "@rxnetlink/core";
import type { AnyType } from "@rxnetlink/core/schema";
import { chainMessage } from "../chain/layout.js";
import * as nft from "../common/nft-msg.js";
import { elementsMessage } from "../element/layout.js";
import { flowtableMessage } from "../flowtable/layout.js";
import { statefulObjectMessage } from "../object/layout.js";
import { ruleMessage } from "../rule/layout.js";
import { setMessage } from "../set/layout.js";
import { tableMessage } from "../table/layout.js";

/** Messages of one kind of object, and the members that identify one. */
export interface Kind {
  readonly layout: AnyType;
  readonly add: number;
  readonly delete: number;
  readonly destroy: number;
  /** Members that a request to remove one has besides the family. */
  readonly key: readonly string[];
  /** Members of which one must be there, since the request would else remove all. */
  readonly oneOf: readonly string[];
}

/** Kinds of objects that transactions change. */
export const kinds = {
  table: {
    layout: tableMessage,
    add: nft.NFT_MSG_NEWTABLE,
    delete: nft.NFT_MSG_DELTABLE,
    destroy: nft.NFT_MSG_DESTROYTABLE,
    key: ["name"],
    oneOf: ["name", "handle"],
  },
  chain: {
    layout: chainMessage,
    add: nft.NFT_MSG_NEWCHAIN,
    delete: nft.NFT_MSG_DELCHAIN,
    destroy: nft.NFT_MSG_DESTROYCHAIN,
    key: ["table", "name"],
    oneOf: ["name", "handle"],
  },
  rule: {
    layout: ruleMessage,
    add: nft.NFT_MSG_NEWRULE,
    delete: nft.NFT_MSG_DELRULE,
    destroy: nft.NFT_MSG_DESTROYRULE,
    key: ["table", "chain", "handle", "id"],
    oneOf: ["handle", "id"],
  },
  set: {
    layout: setMessage,
    add: nft.NFT_MSG_NEWSET,
    delete: nft.NFT_MSG_DELSET,
    destroy: nft.NFT_MSG_DESTROYSET,
    key: ["table", "name"],
    oneOf: ["name", "handle"],
  },
  element: {
    layout: elementsMessage,
    add: nft.NFT_MSG_NEWSETELEM,
    delete: nft.NFT_MSG_DELSETELEM,
    destroy: nft.NFT_MSG_DESTROYSETELEM,
    key: ["table", "set", "elements"],
    oneOf: ["elements"],
  },
  object: {
    layout: statefulObjectMessage,
    add: nft.NFT_MSG_NEWOBJ,
    delete: nft.NFT_MSG_DELOBJ,
    destroy: nft.NFT_MSG_DESTROYOBJ,
    key: ["table", "name", "type"],
    oneOf: ["name", "handle"],
  },
  flowtable: {
    layout: flowtableMessage,
    add: nft.NFT_MSG_NEWFLOWTABLE,
    delete: nft.NFT_MSG_DELFLOWTABLE,
    destroy: nft.NFT_MSG_DESTROYFLOWTABLE,
    key: ["table", "name"],
    oneOf: ["name", "handle"],
  },
} as const satisfies Readonly<Record<string, Kind>>;

/** Name of a kind of object that transactions change. */
export type KindName = keyof typeof kinds;

/** Returns the members that name the object to remove: by its handle if it has no name. */
export function keyOf(kind: KindName, given: object): object {
  const { key, oneOf }: Kind = kinds[kind];
  const value = given as Readonly<Record<string, unknown>>;
  const named = oneOf.find((member) => value[member] !== undefined);
  if (named === undefined) throw new EncodeError(`names no ${kind}: it would remove all`).at(oneOf[0]!);
  const members = new Set(["family", ...key, named]);
  return Object.fromEntries(
    [...members].filter((it) => value[it] !== undefined).map((it) => [it, value[it]]),
  );
}
