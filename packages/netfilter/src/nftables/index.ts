/**
 * nftables: tables, chains, rules, sets and stateful objects, expressions, and transactions.
 *
 * @module nftables
 */

export * from "./build/index.js";
export { type Chains as NftChains, chainObject as nftChainObject } from "./chain/chain.js";
export {
  type Chain as NftChain,
  type ChainCounters,
  type ChainHook,
  chainAttributes as nftChainAttributes,
  chainCountersAttributes,
  chainFlags,
  chainHookAttributes,
  chainMessage as nftChainMessage,
  chainPolicy,
  type HookDevices,
  hookDevicesAttributes,
} from "./chain/layout.js";
export { type Data, data, dataAttributes } from "./common/data.js";
export {
  NFT_MSG_DELCHAIN,
  NFT_MSG_DELFLOWTABLE,
  NFT_MSG_DELOBJ,
  NFT_MSG_DELRULE,
  NFT_MSG_DELSET,
  NFT_MSG_DELSETELEM,
  NFT_MSG_DELTABLE,
  NFT_MSG_DESTROYCHAIN,
  NFT_MSG_DESTROYFLOWTABLE,
  NFT_MSG_DESTROYOBJ,
  NFT_MSG_DESTROYRULE,
  NFT_MSG_DESTROYSET,
  NFT_MSG_DESTROYSETELEM,
  NFT_MSG_DESTROYTABLE,
  NFT_MSG_GETCHAIN,
  NFT_MSG_GETFLOWTABLE,
  NFT_MSG_GETGEN,
  NFT_MSG_GETOBJ,
  NFT_MSG_GETOBJ_RESET,
  NFT_MSG_GETRULE,
  NFT_MSG_GETRULE_RESET,
  NFT_MSG_GETSET,
  NFT_MSG_GETSETELEM,
  NFT_MSG_GETSETELEM_RESET,
  NFT_MSG_GETTABLE,
  NFT_MSG_NEWCHAIN,
  NFT_MSG_NEWFLOWTABLE,
  NFT_MSG_NEWGEN,
  NFT_MSG_NEWOBJ,
  NFT_MSG_NEWRULE,
  NFT_MSG_NEWSET,
  NFT_MSG_NEWSETELEM,
  NFT_MSG_NEWTABLE,
  NFT_MSG_TRACE,
} from "./common/nft-msg.js";
export { objectType } from "./common/object-type.js";
export {
  NFT_REG_1,
  NFT_REG_2,
  NFT_REG_3,
  NFT_REG_4,
  NFT_REG_VERDICT,
  NFT_REG32_00,
  NFT_REG32_15,
  normalRegister,
  register,
} from "./common/register.js";
export { type Verdict, verdictAttributes, verdictCode } from "./common/verdict.js";
export { decodeElements } from "./element/codec.js";
export type { Element, ElementKey, KeyRange, KeyValue, SetElements } from "./element/element.js";
export type { Elements } from "./element/elements.js";
export {
  elementsAttributes,
  elementsMessage,
  type RawElement,
  type RawElements,
  rawElementAttributes,
  rawElementFlags,
} from "./element/layout.js";
export { OverlapError } from "./element/overlap.js";
export { type SetSynced, type SyncSetBy, syncSet } from "./element/sync-set.js";
export { type RuleCompat, ruleCompatAttributes, ruleCompatFlags, ruleCompatOf } from "./expr/compat.js";
export { type Expression, expression, expressionAttributes, expressionList } from "./expr/expression.js";
export * from "./expr/kinds/index.js";
export { natRangeFlags } from "./expr/nat-range-flags.js";
export { nfprotoNumber } from "./expr/nfproto.js";
export { normalExpression } from "./expr/normal.js";
export { formatExpression, formatExpressions } from "./expr/text.js";
export { type Flowtables, flowtableObject } from "./flowtable/flowtable.js";
export {
  type Flowtable,
  type FlowtableHook,
  flowtableAttributes,
  flowtableFlags,
  flowtableHookAttributes,
  flowtableHooknum,
  flowtableMessage,
} from "./flowtable/layout.js";
export { type Generation, generationAttributes, generationMessage } from "./generation/layout.js";
export { type Nftables, type NftablesReset, nftablesOf } from "./nftables.js";
export { type CtExpect, ctExpectAttributes } from "./object/kinds/ct-expect.js";
export { type CtHelper, ctHelperAttributes } from "./object/kinds/ct-helper.js";
export { type CtTimeout, ctTimeoutAttributes } from "./object/kinds/ct-timeout.js";
export { type StatefulObjectData, statefulObjectData } from "./object/kinds/formats.js";
export { type Secmark, secmarkAttributes } from "./object/kinds/secmark.js";
export {
  type TunnelErspan,
  type TunnelGeneve,
  type TunnelIp,
  type TunnelIp6,
  type TunnelKey,
  type TunnelOpts,
  type TunnelVxlan,
  tunnelErspanAttributes,
  tunnelFlags as nftTunnelFlags,
  tunnelGeneveAttributes,
  tunnelIp6Attributes,
  tunnelIpAttributes,
  tunnelKeyAttributes,
  tunnelOptsAttributes,
  tunnelVxlanAttributes,
} from "./object/kinds/tunnel.js";
export { type StatefulObject, statefulObjectAttributes, statefulObjectMessage } from "./object/layout.js";
export {
  type StatefulObjects,
  type StatefulObjectsReset,
  statefulObjectObject,
  statefulObjectResetObject,
} from "./object/object.js";
export {
  type Rule as NftRule,
  ruleAttributes as nftRuleAttributes,
  ruleMessage as nftRuleMessage,
} from "./rule/layout.js";
export {
  type Rules as NftRules,
  type RulesReset,
  ruleObject as nftRuleObject,
  ruleResetObject,
} from "./rule/rule.js";
export { anonymousSets } from "./ruleset/anonymous-sets.js";
export type {
  QuotaDepleted,
  RulesetChange,
  RulesetCommit,
  RulesetEvent,
  RulesetObjects,
  RulesetRelisted,
  RulesetResync,
  RulesetSynced,
} from "./ruleset/events.js";
export { elementKey } from "./ruleset/model/keys.js";
export type { ChainNode, Ruleset, SetNode, TableNode } from "./ruleset/nodes.js";
export type { RulesetOptions, RulesetStream } from "./ruleset/ruleset.js";
export type { RulesetScope } from "./ruleset/scope.js";
export { tableTransaction } from "./ruleset/table-transaction.js";
export { type RulesetTextOptions, rulesetText } from "./ruleset/text.js";
export { withoutState } from "./ruleset/without-state.js";
export { completeSet } from "./set/complete.js";
export { type Datatype, type DatatypeName, datatypeNames, datatypes } from "./set/datatypes.js";
export type { SetGiven } from "./set/given.js";
export { keyType } from "./set/key-type.js";
export {
  type NftSet,
  type SetDesc,
  type SetField,
  setAttributes,
  setDescAttributes,
  setFieldAttributes,
  setFlags,
  setMessage,
  setPolicy,
} from "./set/layout.js";
export { type NftSets, setObject } from "./set/set.js";
export { typeofSet } from "./set/typeof/typeof-set.js";
export { type Table, tableAttributes, tableFlags, tableMessage } from "./table/layout.js";
export { type Tables, tableObject } from "./table/table.js";
export {
  type TraceMessage,
  traceAttributes,
  traceCtDirection,
  traceCtState,
  traceMessage,
  traceType,
} from "./trace/layout.js";
export type {
  PacketTrace,
  Trace,
  TraceOverrun,
  TracePolicy,
  TraceReturn,
  TraceRule,
  TraceStep,
} from "./trace/packet.js";
export type { TraceOptions, TraceStream } from "./trace/trace.js";
export { tracedPacket } from "./trace/traced-packet.js";
export type {
  TransactionApplied,
  TransactionChecked,
  TransactionOptions,
  TransactionProgress,
} from "./transaction/commit.js";
export type { TableEnsured } from "./transaction/ensure/ensure.js";
export { ForeignTableError, type OwnTable } from "./transaction/ensure/own-table.js";
export { type StepError, TransactionError } from "./transaction/error.js";
export { type StepJson, transactionFromJson, transactionToJson } from "./transaction/json.js";

export { retryStale } from "./transaction/retry-stale.js";
export type {
  AddStep,
  EndStep,
  Flushed,
  FlushStep,
  Given,
  PlaceStep,
  RemoveStep,
  RuleGiven,
  RuleSet,
  Step,
} from "./transaction/step.js";
export { formatTransaction } from "./transaction/text.js";
export { type Addable, Transaction, transaction } from "./transaction/transaction.js";
export type { TableOwner, Transactions } from "./transaction/transactions.js";
export { type CommentUserdata, commentUserdata } from "./userdata/comment.js";
export { type ElementUserdata, elementUserdata, elementUserdataFlags } from "./userdata/element.js";
export {
  type SetByteorder,
  type SetTypeof,
  type SetUserdata,
  setByteorder,
  setTypeof,
  setUserdata,
} from "./userdata/set.js";
export { type TlvMembers, type TlvsOf, tlvs, type UnknownTlv } from "./userdata/tlvs.js";
