import type { Connection } from "@rxnetlink/core";
import { checkArgument, checkRecord, deferred } from "@rxnetlink/core/internal";
import { map, mergeMap, type Observable, of } from "rxjs";
import { listing$ } from "../../ruleset/listing.js";
import { tableKey } from "../../ruleset/model/keys.js";
import { RulesetModel } from "../../ruleset/model/model.js";
import { reconcile } from "../../ruleset/model/reconcile.js";
import type { TableNode } from "../../ruleset/nodes.js";
import type { AtGeneration } from "../../ruleset/one-generation.js";
import type { TransactionApplied } from "../commit.js";
import { retryStale } from "../retry-stale.js";
import type { Step } from "../step.js";
import { aTransaction, type Transaction, transaction } from "../transaction.js";
import type { Transactions } from "../transactions.js";
import { tableEdits } from "./difference.js";
import { checkWithin, ForeignTableError, marked, type OwnTable, ownerOf } from "./own-table.js";
import { repeatable, wantedOf } from "./wanted.js";

/** A table that is as it was declared. */
export interface TableEnsured extends TransactionApplied {
  /**
   * `"unchanged"` if it was so already, and nothing was committed; `"edited"` if it was changed in part; `"replaced"` if it
   * was made, or made again.
   */
  readonly type: "unchanged" | "edited" | "replaced";
  /** Transaction that was committed, to whose steps `results` belong; without steps if there was none. */
  readonly changes: Transaction;
}

/** Reads a table, if there is one, at one generation. */
function table$(
  connection: Connection,
  { family, name }: OwnTable,
): Observable<AtGeneration<TableNode | undefined>> {
  return listing$(connection, { family, table: name }).pipe(
    map(({ generation, result }) => {
      const model = new RulesetModel();
      for (const _ of reconcile(model, result));
      return { generation, result: model.take().tables.get(tableKey({ family, table: name, resId: 0 })) };
    }),
  );
}

/** Returns the transaction that makes a table, in place of the one that may exist. */
function replacement(own: OwnTable, steps: readonly Step[]): Transaction {
  const { family, name } = own;
  return (
    transaction()
      // A table that does not exist cannot be deleted, and older kernels have no destroy.
      .add("table", { family, name })
      .delete("table", { family, name })
      .create("table", marked(own))
      .with(...steps)
  );
}

/** Brings a table of the caller's own to what steps fill it with; see `Nftables.ensure$`. */
export function ensure$(
  connection: Connection,
  { transaction$ }: Pick<Transactions, "transaction$">,
  own: OwnTable,
  contents: Transaction,
): Observable<TableEnsured> {
  return deferred(() => {
    checkRecord(own, "table");
    checkArgument("ensure$", "contents", contents, aTransaction);
    checkWithin(own, contents.steps);
    const { name, owner } = own;
    const steps = repeatable(contents.steps);
    const wanted = wantedOf(steps);
    const { userdata } = marked(own);
    const committed$ = (type: TableEnsured["type"], changes: Transaction, generation: number) =>
      transaction$(changes, { generation }).pipe(map((applied) => ({ ...applied, type, changes })));
    const brought$ = ({ generation, result: there }: AtGeneration<TableNode | undefined>) => {
      const other = there && ownerOf(there.table);
      if (there !== undefined && other !== owner) throw new ForeignTableError(name, other);
      const edits = there && wanted && tableEdits(there, userdata, wanted);
      if (edits === undefined) return committed$("replaced", replacement(own, steps), generation);
      const changes = transaction(edits);
      if (edits.length > 0) return committed$("edited", changes, generation);
      return of({ type: "unchanged", changes, generation, results: [], messages: 0, bytes: 0 } as const);
    };
    return table$(connection, own).pipe(mergeMap(brought$), retryStale());
  });
}
