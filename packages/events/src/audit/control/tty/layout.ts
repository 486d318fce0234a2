import { EncodeError } from "@rxnetlink/core";
import { type Infer, refine, type Sized, struct, u32 } from "@rxnetlink/core/schema";

/** A number that is 0 or 1. */
const yesOrNo = refine<number, boolean>(u32, {
  read: (view, at, end) => u32.read(view, at, end) !== 0,
  write(out, yes) {
    if (typeof yes !== "boolean") throw new EncodeError("is not true or false");
    u32.write(out, yes ? 1 : 0);
  },
}) as Sized<boolean>;

/** Recording of what is typed (`struct audit_tty_status`). */
export const auditTtyStatus = struct("audit_tty_status", {
  /** True if what this task and its children type is recorded. */
  enabled: yesOrNo,
  /** True if it is recorded also while the terminal does not echo, as for passwords. Since 3.10. */
  logPasswd: yesOrNo,
});
/** Recording of what is typed. */
export interface AuditTtyStatus extends Infer<typeof auditTtyStatus> {}
