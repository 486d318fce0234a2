import { layoutsOf } from "../../../../testing/dist/golden/golden.js";
import { procMessage } from "../../../dist/proc/layout.js";
import { CN_IDX_PROC, NETLINK_CONNECTOR } from "../../../dist/proc/protocol.js";

/** The type of all messages of the connector: `NLMSG_DONE`. */
const TYPE = 3;

/** The kernel reports to the initial namespace only. */
const transportOf = ({ transport }) => ({
  socket$: ({ namespace: _, ...options }) => transport.socket$(options),
});

/** Listens, so that the kernel reports to everybody in the group, and then runs a program in Python. */
const listening = (program) => `nsenter --net=/proc/$PPID/ns/net python3 -c '
import os, socket, struct, subprocess, threading
with socket.socket(16, 3, 11) as s:
    s.send(struct.pack("=IHHIIIIIIHHI", 40, 3, 0, 0, 0, 1, 1, 0, 100, 4, 0, 1))
    ${program}'`;

const event = (name, program, pick) => ({
  folder: "proc",
  name: `proc-${name}`,
  protocol: NETLINK_CONNECTOR,
  groups: [CN_IDX_PROC],
  types: [TYPE],
  layoutOf: (type) => (type === TYPE ? procMessage : layoutsOf()(type)),
  transportOf,
  run: listening(program),
  pick,
});

const ofKind = (kind) => (value) => value.what === kind;
const CHILD = `subprocess.run(["sh", "-c", "kill -SEGV $$"])`;
const asUser = `pid = os.fork(); pid or (os.setresgid(1, 2, 3), os.setresuid(4, 5, 6), os._exit(0)); os.waitpid(pid, 0)`;
const traced = `subprocess.run(["strace", "-o", "/dev/null", "true"])`;

export const captures = [
  event("reply", "pass", ({ what, msg }) => what === "none" && msg.ack === 101),
  event(
    "fork",
    `subprocess.run(["true"])`,
    ({ what, data }) => what === "fork" && data.childPid === data.childTgid,
  ),
  event(
    "thread",
    `threading.Thread(target=print).start()`,
    ({ what, data }) => what === "fork" && data.childPid !== data.childTgid,
  ),
  event("exec", `subprocess.run(["true"])`, ofKind("exec")),
  event("uid", asUser, ofKind("uid")),
  event("gid", asUser, ofKind("gid")),
  event("sid", `subprocess.run(["true"], start_new_session=True)`, ofKind("sid")),
  event("ptrace", traced, ({ what, data }) => what === "ptrace" && data.tracerPid !== 0),
  event(
    "comm",
    `open("/proc/self/comm", "w").write("fifteen letters")`,
    ({ what, data }) => what === "comm" && data.comm === "fifteen letters",
  ),
  event("coredump", CHILD, ofKind("coredump")),
  event("exit", `subprocess.run(["false"])`, ({ what, data }) => what === "exit" && data.exitCode === 256),
  event("exit-by-signal", CHILD, ({ what, data }) => what === "exit" && (data.exitCode & 0x7f) === 11),
];
