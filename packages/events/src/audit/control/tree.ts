import type { Ack, Connection } from "@rxnetlink/core";
import { aString, checkArgument } from "@rxnetlink/core/internal";
import { struct, type Type, u32, unterminated, Writer } from "@rxnetlink/core/schema";
import { defer, type Observable } from "rxjs";
import { AUDIT_MAKE_EQUIV, AUDIT_TRIM } from "./messages.js";
import { labelOf } from "./refusal.js";
import { nothing } from "./status/status.js";

const lengths = struct("lengths", { old: u32, new: u32 });

/** Two paths, after the lengths of both. */
const twoPaths: Type<{ old: string; new: string }> = {
  name: "paths",
  read: () => ({ old: "", new: "" }),
  write(out, paths) {
    const texts = new Writer();
    unterminated.write(texts, paths.old);
    const old = texts.at;
    unterminated.write(texts, paths.new);
    lengths.write(out, { old, new: texts.at - old });
    out.append(texts.take());
  },
};

/** Removes what is no longer mounted from watched trees; see {@link Audit.trim$}. */
export const trim$ = (connection: Connection): Observable<Ack> =>
  defer(() =>
    connection.execute$({
      type: AUDIT_TRIM,
      layout: nothing,
      value: {},
      label: labelOf("audit trees", "trim"),
    }),
  );

/** Has a path watched as another is; see {@link Audit.makeEquivalent$}. */
export const makeEquivalent$ = (connection: Connection, path: string, like: string): Observable<Ack> =>
  defer(() => {
    checkArgument("makeEquivalent$", "path", path, aString);
    checkArgument("makeEquivalent$", "like", like, aString);
    return connection.execute$({
      type: AUDIT_MAKE_EQUIV,
      layout: twoPaths,
      value: { old: like, new: path },
      label: labelOf("audit trees", "make equivalent"),
    });
  });
