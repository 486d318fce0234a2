import type { MessageSet } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { NFNLGRP_NFTABLES } from "../../common/nfnlgrp.js";
import { chainObject } from "../chain/chain.js";
import type { Chain } from "../chain/layout.js";
import * as nft from "../common/nft-msg.js";
import { elementsMessage, type RawElements } from "../element/layout.js";
import { flowtableObject } from "../flowtable/flowtable.js";
import type { Flowtable } from "../flowtable/layout.js";
import type { StatefulObject } from "../object/layout.js";
import { statefulObjectObject } from "../object/object.js";
import type { Rule } from "../rule/layout.js";
import { ruleObject } from "../rule/rule.js";
import type { NftSet } from "../set/layout.js";
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

/** Messages about tables. */
export const tableMessages: MessageSet<Table> = tableObject;
/** Messages about chains. */
export const chainMessages: MessageSet<Chain> = chainObject;
/** Messages about rules. */
export const ruleMessages: MessageSet<Rule> = ruleObject;
/** Messages about sets and maps. */
export const setMessages: MessageSet<NftSet> = setObject;
/** Messages about elements of sets. */
export const elementMessages: MessageSet<RawElements> = {
  name: "element",
  layout: nest<RawElements>(elementsMessage),
  types: { new: nft.NFT_MSG_NEWSETELEM, delete: nft.NFT_MSG_DELSETELEM, get: nft.NFT_MSG_GETSETELEM },
  alsoRemovedBy: [nft.NFT_MSG_DESTROYSETELEM],
  groups: [NFNLGRP_NFTABLES],
};
/** Messages about stateful objects. */
export const objectMessages: MessageSet<StatefulObject> = statefulObjectObject;
/** Messages about flowtables. */
export const flowtableMessages: MessageSet<Flowtable> = flowtableObject;
