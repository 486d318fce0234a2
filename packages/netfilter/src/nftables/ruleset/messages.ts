import type { MessageSet } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { NFNLGRP_NFTABLES } from "../../common/nfnlgrp.js";
import { chainObject } from "../chain/chain.js";
import * as nft from "../common/nft-msg.js";
import { elementsMessage, type RawElements } from "../element/layout.js";
import { flowtableObject } from "../flowtable/flowtable.js";
import { statefulObjectObject } from "../object/object.js";
import { ruleObject } from "../rule/rule.js";
import { setObject } from "../set/set.js";
import type { Table } from "../table/layout.js";
import { tableObject } from "../table/table.js";

/** What belongs to a table. */
export interface InTable {
  readonly family: Table["family"];
  readonly resId: number;
  /** Name of the table. */
  readonly table?: string;
}

/** Messages about one kind of object. */
export interface Messages<T> extends MessageSet<T> {
  /** The same, where a removal is reported by the type of the request that asked for it. */
  readonly destroyed: MessageSet<T>;
}

/** @param destroy - Type of a request for a removal that does not fail if there is nothing to remove. */
function messages<T>({ name, layout, types, groups }: MessageSet<T>, destroy: number): Messages<T> {
  const common = { name, layout, groups };
  return { ...common, types, destroyed: { ...common, types: { delete: destroy } } };
}

const elementObject: MessageSet<RawElements> = {
  name: "element",
  layout: nest<RawElements>(elementsMessage),
  types: { new: nft.NFT_MSG_NEWSETELEM, delete: nft.NFT_MSG_DELSETELEM, get: nft.NFT_MSG_GETSETELEM },
  groups: [NFNLGRP_NFTABLES],
};

/** Messages about tables. */
export const tableMessages = messages(tableObject, nft.NFT_MSG_DESTROYTABLE);
/** Messages about chains. */
export const chainMessages = messages(chainObject, nft.NFT_MSG_DESTROYCHAIN);
/** Messages about rules. */
export const ruleMessages = messages(ruleObject, nft.NFT_MSG_DESTROYRULE);
/** Messages about sets and maps. */
export const setMessages = messages(setObject, nft.NFT_MSG_DESTROYSET);
/** Messages about elements of sets. */
export const elementMessages = messages(elementObject, nft.NFT_MSG_DESTROYSETELEM);
/** Messages about stateful objects. */
export const objectMessages = messages(statefulObjectObject, nft.NFT_MSG_DESTROYOBJ);
/** Messages about flowtables. */
export const flowtableMessages = messages(flowtableObject, nft.NFT_MSG_DESTROYFLOWTABLE);
