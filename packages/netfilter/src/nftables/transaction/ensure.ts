import { KernelError } from "@rxnetlink/core";
import { deferred } from "@rxnetlink/core/internal";
import { catchError, mergeMap, type Observable, of, take, throwError } from "rxjs";
import type { Tables } from "../table/table.js";
import type { TransactionApplied } from "./commit.js";
import { checkWithin, ForeignTableError, marked, type OwnTable, ownerOf } from "./own-table.js";
import { retryStale } from "./retry-stale.js";
import { type Transaction, transaction } from "./transaction.js";
import type { Transactions } from "./transactions.js";

/** What is needed to ensure a table. */
interface EnsureBy extends Pick<Transactions, "transaction$"> {
  readonly table: Tables;
  generation$(): Observable<{ readonly id?: number }>;
}

const isAbsent = (error: unknown) => error instanceof KernelError && error.code === "ENOENT";

/** Replaces a table of the caller's own; see `Nftables.ensure$`. */
export function ensure$(
  { table, generation$, transaction$ }: EnsureBy,
  own: OwnTable,
  contents: Transaction,
): Observable<TransactionApplied> {
  return deferred(() => {
    checkWithin(own, contents.steps);
    const { family, name, owner } = own;
    const made = marked(own);
    const there$ = table
      .get$({ family, name })
      .pipe(catchError((error) => (isAbsent(error) ? of(undefined) : throwError(() => error))));
    const replacement = transaction()
      // A table that does not exist cannot be deleted, and older kernels have no destroy.
      .add("table", { family, name })
      .delete("table", { family, name })
      .create("table", made)
      .with(...contents.steps);
    return generation$().pipe(
      take(1),
      mergeMap(({ id: generation = 0 }) =>
        there$.pipe(
          mergeMap((there) => {
            const other = there && ownerOf(there);
            if (there !== undefined && other !== owner) throw new ForeignTableError(name, other);
            return transaction$(replacement, { generation });
          }),
        ),
      ),
      retryStale(),
    );
  });
}
