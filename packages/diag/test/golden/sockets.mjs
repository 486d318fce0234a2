// Aids to the captures of this package.
import { NLM_F_DUMP, Writer } from "../../../core/dist/schema.js";
import { NETLINK_SOCK_DIAG, SOCK_DIAG_BY_FAMILY } from "../../dist/index.js";
import { messagesOf } from "../../dist-test/test/support/messages.js";

/** Time for which the sockets of a capture stay open, in seconds. */
const OPEN = 30;

/** Returns the command that opens sockets by a program of Python, which then stay open in the background. */
export function sockets(program) {
  const stay = `import os, time
if os.fork() == 0:
    for fd in range(3): os.dup2(os.open("/dev/null", os.O_RDWR), fd)
    time.sleep(${OPEN})`;
  return `python3 -c '
from socket import *
import struct
${program.trim()}
${stay}'`;
}

const of = (object, name) => ({
  protocol: NETLINK_SOCK_DIAG,
  layoutOf: messagesOf.get(object.name).layoutOf,
  name: `${object.name}-${name}`,
  folder: object.name,
  types: [SOCK_DIAG_BY_FAMILY],
});

/** Returns a request with the members that are filled in. */
function whole(layout, value) {
  const out = new Writer(undefined, true);
  layout.write(out, value);
  return layout.read(out.view, 0, out.at);
}

/** Returns the request that lists sockets. */
const requestOf = ({ name, requests: { get: layout }, complete }, value) => ({
  what: `dump ${name}`,
  type: SOCK_DIAG_BY_FAMILY,
  flags: NLM_F_DUMP,
  layout,
  value: whole(layout, complete?.(value, "list") ?? value),
});

/** A socket that a program opens. */
export const row = (object, name, before, value, pick) => ({
  ...of(object, name),
  before,
  request: requestOf(object, value),
  pick,
});

/** What is reported while a command runs. */
export const notification = (object, name, run, pick) => ({
  ...of(object, name),
  run,
  groups: object.groups,
  pick,
});

/** Has loopback up, and further commands. */
export const UP = "ip link set lo up";
