import { type Ack, ArgumentError, type Connection } from "@rxnetlink/core";
import {
  anything,
  aString,
  checkArgument,
  checkOptions,
  listed,
  type OptionChecks,
} from "@rxnetlink/core/internal";
import { limited, string } from "@rxnetlink/core/schema";
import { defer, type Observable } from "rxjs";
import { auditTypeNumber } from "../record/type-words.js";
import { type AuditRecordType, auditRecordType } from "../record/types.js";
import {
  AUDIT_FIRST_USER_MSG,
  AUDIT_FIRST_USER_MSG2,
  AUDIT_LAST_USER_MSG,
  AUDIT_LAST_USER_MSG2,
  AUDIT_MESSAGE_TEXT_MAX,
  AUDIT_USER,
} from "./messages.js";
import { labelOf } from "./refusal.js";

/** Options of {@link Audit.user$}. */
export interface AuditUserOptions {
  /** Type of the record: `user` by default, or another that is for programs (1100 to 1199, 2100 to 2999). */
  readonly type?: AuditRecordType | number;
}

const OPTIONS: OptionChecks<AuditUserOptions> = { type: anything };
const text = limited(string, { minLength: 1, maxLength: AUDIT_MESSAGE_TEXT_MAX - 1, terminator: 1 });

const isForPrograms = (number: number) =>
  number === AUDIT_USER ||
  (number >= AUDIT_FIRST_USER_MSG && number <= AUDIT_LAST_USER_MSG) ||
  (number >= AUDIT_FIRST_USER_MSG2 && number <= AUDIT_LAST_USER_MSG2);

const PROGRAMS = Object.entries(auditRecordType.values).filter(([, number]) => isForPrograms(number));

/** Returns the number of a type that programs may write. */
function typeOfMessage(type: AuditRecordType | number): number {
  const number = Object.hasOwn(auditRecordType.values, type) ? auditTypeNumber(type) : type;
  if (typeof number === "number" && isForPrograms(number)) return number;
  const known = listed(PROGRAMS.map(([name]) => name));
  throw new ArgumentError("user$", "type", `${String(type)} is no type that programs may write`, known);
}

/** Has the kernel write a message of a program; see {@link Audit.user$}. */
export const user$ = (connection: Connection, message: string, options: AuditUserOptions): Observable<Ack> =>
  defer(() => {
    checkArgument("user$", "message", message, aString);
    const { type = "user" } = checkOptions("user$", options, OPTIONS);
    return connection.execute$({
      type: typeOfMessage(type),
      layout: text,
      value: message as never,
      label: labelOf("audit message", "user"),
    });
  });
