import { NLM_F_DUMP } from "../../../../core/dist/schema.js";
import {
  AUDIT_GET,
  AUDIT_GET_FEATURE,
  AUDIT_LIST_RULES,
  AUDIT_SIGNAL_INFO,
  AUDIT_TTY_GET,
} from "../../../dist/audit/control/messages.js";
import { nothing } from "../../../dist/audit/control/status/status.js";
import { NETLINK_AUDIT } from "../../../dist/audit/index.js";
import { layoutOf } from "../../../dist-test/test/audit/messages.js";

const common = { protocol: NETLINK_AUDIT, folder: "audit", layoutOf };
const asking = (what, type, flags = 0) => ({ what, type, flags, layout: nothing, value: {} });

const reply = (name, type, before = []) => ({
  ...common,
  name: `audit-${name}`,
  before,
  types: [type],
  request: asking(`get ${name}`, type),
});

/** A rule, as the kernel lists it. */
const rule = (name, text) => ({
  ...common,
  name: `audit-rule-${name}`,
  // Rules are of the whole machine.
  before: ["auditctl -D", `auditctl ${text}`],
  types: [AUDIT_LIST_RULES],
  request: asking("list rules", AUDIT_LIST_RULES, NLM_F_DUMP),
});

/** To be captured in a virtual machine: they change what is recorded. */
export const captures = [
  reply("status", AUDIT_GET, ["auditctl -b 8192 -r 100 -f 0"]),
  reply("feature", AUDIT_GET_FEATURE),
  reply("tty", AUDIT_TTY_GET),
  reply("signal", AUDIT_SIGNAL_INFO),
  rule("watch", "-w /etc/passwd -p wa -k identity"),
  rule("directory", "-a always,exit -F dir=/tmp -F perm=rwxa -k one -k two"),
  rule("syscalls", "-a always,exit -F arch=b64 -S openat,open -F auid'>'=1000 -F auid!=unset -F key=x"),
  rule("i386", "-a always,exit -F arch=b32 -S socketcall,execve -F success=0"),
  rule("no-arch", "-a always,exit -S 59 -F success!=1"),
  rule("arguments", "-a always,exit -F arch=b64 -S kill -F a0'>'=0x10 -F a1'&'9 -F a2'&'=0xf0 -F a3'<'=7"),
  rule("exit", "-a always,exit -F arch=b64 -S open -F exit=-EACCES"),
  rule("compare", "-a always,exit -F arch=b64 -S chown -C uid!=euid -C auid=suid"),
  rule(
    "objects",
    "-a always,exit -F arch=b64 -S unlink -F filetype=file -F obj_uid=0 -F obj_gid!=0 -F inode=12345 -F devmajor=8 -F ppid=1 -F sessionid=unset",
  ),
  rule(
    "contexts",
    "-a always,exit -F arch=b64 -S unlink -F obj_user=system_u -F obj_type=etc_t -F obj_lev_low=s0",
  ),
  rule("exe", "-a always,exit -F exe=/usr/bin/true"),
  rule("task", "-a never,task -F uid=65534"),
  rule("user", "-a always,user -F pid!=5 -F msgtype=USER_LOGIN"),
  rule("exclude", "-a never,exclude -F msgtype'>'=1100 -F msgtype'<'=1199 -F uid=5"),
  rule("file-system", "-a never,filesystem -F fstype=tracefs"),
];
