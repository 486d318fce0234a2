import type { MessageSet, MessageTypes } from "@rxnetlink/core";
import { nest, type Type } from "@rxnetlink/core/schema";
import { NFNLGRP_NFTABLES } from "../../common/nfnlgrp.js";
import { type Chain, chainMessage } from "../chain/layout.js";
import * as nft from "../common/nft-msg.js";
import { elementsMessage, type RawElements } from "../element/layout.js";
import { type Flowtable, flowtableMessage } from "../flowtable/layout.js";
import { type StatefulObject, statefulObjectMessage } from "../object/layout.js";
import { type Rule, ruleMessage } from "../rule/layout.js";
import { type NftSet, setMessage } from "../set/layout.js";
import { type Table, tableMessage } from "../table/layout.js";

/** What belongs to a table. */
export interface InTable {
  readonly family: Table["family"];
  readonly resId: number;
  /** Name of the table. */
  readonly table?: string;
}

/** Messages about one kind of object, which can be listed. */
export interface Messages<T> extends MessageSet<T> {
  readonly types: Required<Omit<MessageTypes, "set">>;
  /** The same, where a removal is reported by the type of the request that asked for it. */
  readonly destroyed: MessageSet<T>;
}

/** Types of messages; `destroy` is that of a removal which does not fail if there is nothing to remove. */
interface Types extends Required<Omit<MessageTypes, "set">> {
  readonly destroy: number;
}

function messages<T>(name: string, layout: Type<T>, { destroy, ...types }: Types): Messages<T> {
  const common = { name, layout, groups: [NFNLGRP_NFTABLES] };
  return { ...common, types, destroyed: { ...common, types: { delete: destroy } } };
}

/** Messages about tables. */
export const tableMessages = messages("table", nest<Table>(tableMessage), {
  new: nft.NFT_MSG_NEWTABLE,
  delete: nft.NFT_MSG_DELTABLE,
  destroy: nft.NFT_MSG_DESTROYTABLE,
  get: nft.NFT_MSG_GETTABLE,
});

/** Messages about chains. */
export const chainMessages = messages("chain", nest<Chain>(chainMessage), {
  new: nft.NFT_MSG_NEWCHAIN,
  delete: nft.NFT_MSG_DELCHAIN,
  destroy: nft.NFT_MSG_DESTROYCHAIN,
  get: nft.NFT_MSG_GETCHAIN,
});

/** Messages about rules. */
export const ruleMessages = messages("rule", nest<Rule>(ruleMessage), {
  new: nft.NFT_MSG_NEWRULE,
  delete: nft.NFT_MSG_DELRULE,
  destroy: nft.NFT_MSG_DESTROYRULE,
  get: nft.NFT_MSG_GETRULE,
});

/** Messages about sets and maps. */
export const setMessages = messages("set", nest<NftSet>(setMessage), {
  new: nft.NFT_MSG_NEWSET,
  delete: nft.NFT_MSG_DELSET,
  destroy: nft.NFT_MSG_DESTROYSET,
  get: nft.NFT_MSG_GETSET,
});

/** Messages about elements of sets. */
export const elementMessages = messages("element", nest<RawElements>(elementsMessage), {
  new: nft.NFT_MSG_NEWSETELEM,
  delete: nft.NFT_MSG_DELSETELEM,
  destroy: nft.NFT_MSG_DESTROYSETELEM,
  get: nft.NFT_MSG_GETSETELEM,
});

/** Messages about stateful objects. */
export const objectMessages = messages("object", nest<StatefulObject>(statefulObjectMessage), {
  new: nft.NFT_MSG_NEWOBJ,
  delete: nft.NFT_MSG_DELOBJ,
  destroy: nft.NFT_MSG_DESTROYOBJ,
  get: nft.NFT_MSG_GETOBJ,
});

/** Messages about flowtables. */
export const flowtableMessages = messages("flowtable", nest<Flowtable>(flowtableMessage), {
  new: nft.NFT_MSG_NEWFLOWTABLE,
  delete: nft.NFT_MSG_DELFLOWTABLE,
  destroy: nft.NFT_MSG_DESTROYFLOWTABLE,
  get: nft.NFT_MSG_GETFLOWTABLE,
});
