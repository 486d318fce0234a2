import type { DetailTable } from "../../wire/details.js";
import { select } from "../graph/select.js";
import { useReply } from "./use-reply.js";

function Table({ table: { title, columns, rows, total } }: { readonly table: DetailTable }) {
  return (
    <details open={title !== "Neighbours" || total < 20}>
      <summary>
        {title} <span class="count">{total}</span>
      </summary>
      {total > 0 && (
        <div class="scroll">
          <table>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column}>{column}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ cells, link }) => (
                <tr
                  key={cells.join()}
                  class={link === undefined ? "" : "leads"}
                  onClick={() => {
                    if (link !== undefined) select(link);
                  }}
                >
                  {cells.map((cell, at) => (
                    <td key={columns[at]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rows.length < total && <p class="note">The first {rows.length} are shown.</p>}
    </details>
  );
}

/** Routes, neighbours and rules of a namespace, or of one of its links. */
export function DetailTables({ namespace, index }: { readonly namespace: string; readonly index?: number }) {
  const { reply, error } = useReply("details", { namespace, index });
  if (error !== undefined) return <p class="note bad">{error}</p>;
  return (
    <section class="tables">
      {(reply ?? []).map((table) => (
        <Table key={table.title} table={table} />
      ))}
    </section>
  );
}
