import type { CommitRequest } from "@rxnetlink/core";
import {
  attributes,
  be32,
  message,
  NLM_F_APPEND,
  NLM_F_CREATE,
  NLM_F_ECHO,
  NLM_F_EXCL,
} from "@rxnetlink/core/schema";
import { nfgenmsg } from "../../common/nfgenmsg.js";
import { NFNL_SUBSYS_NFTABLES } from "../../common/subsystem.js";

/** Begins a batch (`NFNL_MSG_BATCH_BEGIN`). */
const NFNL_MSG_BATCH_BEGIN = 0x10;
/** Ends a batch: without it, the kernel only checks (`NFNL_MSG_BATCH_END`). */
const NFNL_MSG_BATCH_END = 0x11;

const batchAttributes = attributes("batch-attrs", "NFNL_BATCH_", {
  /** Generation that the batch is meant for. */
  genid: [1, be32],
});

/** Layout of the messages around a batch. */
const batchMessage = message("batch", nfgenmsg, batchAttributes);

const around = (verb: string, type: number, members: object): CommitRequest => ({
  type,
  layout: batchMessage,
  value: { resId: NFNL_SUBSYS_NFTABLES, ...members },
  label: { object: "transaction", verb, namedBy: ["genid"] },
});

/** Returns the message that begins a batch, meant for a generation if one is given. */
export const batchBegin = (genid: number | undefined): CommitRequest =>
  around("begin", NFNL_MSG_BATCH_BEGIN, genid === undefined ? {} : { genid });

/** Returns the message that ends a batch. */
export const batchEnd = (): CommitRequest => around("end", NFNL_MSG_BATCH_END, {});

/** Flags of messages by the type of their step. */
export const stepFlags = {
  add: NLM_F_CREATE,
  create: NLM_F_CREATE | NLM_F_EXCL,
  append: NLM_F_CREATE | NLM_F_APPEND,
  prepend: NLM_F_CREATE,
  after: NLM_F_CREATE | NLM_F_APPEND,
  before: NLM_F_CREATE,
} as const;

/** Asks for the object as it was made, with its handle. */
export const ECHO = NLM_F_ECHO;
