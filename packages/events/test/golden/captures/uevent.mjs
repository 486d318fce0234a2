import { map } from "rxjs";
import { udevMessage, ueventMessage } from "../../../dist/uevent/layout.js";
import { NETLINK_KOBJECT_UEVENT, UEVENT_GROUP_KERNEL } from "../../../dist/uevent/protocol.js";

// These datagrams have no nlmsghdr. In golden files each stands behind one, whose type says who sent it.
const KERNEL = 16 + UEVENT_GROUP_KERNEL;

/** Returns a datagram behind a header. */
function framed({ view, start, end, ...datagram }) {
  const bytes = new Uint8Array(16 + end - start);
  bytes.set(new Uint8Array(view.buffer, view.byteOffset + start, end - start), 16);
  const framed = new DataView(bytes.buffer);
  framed.setUint32(0, bytes.length, true);
  framed.setUint16(4, KERNEL, true);
  return { ...datagram, view: framed, start: 0, end: bytes.length };
}

const transportOf = ({ transport }) => ({
  socket$: (options) =>
    transport.socket$(options).pipe(
      map((socket) => ({
        send: (...call) => socket.send(...call),
        keepAlive: (yes) => socket.keepAlive(yes),
        arrivals$: socket.arrivals$.pipe(map((it) => (it.type === "datagram" ? framed(it) : it))),
      })),
    ),
});

const event = (name, run, pick, before) => ({
  folder: "uevent",
  name: `uevent-${name}`,
  protocol: NETLINK_KOBJECT_UEVENT,
  groups: [UEVENT_GROUP_KERNEL],
  types: [KERNEL],
  layoutOf: (type) => (type === KERNEL ? ueventMessage : udevMessage),
  transportOf,
  before,
  run,
  pick,
});

const NULL = "/sys/class/mem/null/uevent";
const ofLink = (action) => (value) => value.action === action && value.variables.SUBSYSTEM === "net";
const added = ["ip link add v0 type veth peer name v1"];

export const captures = [
  event("link-add", added[0], ofLink("add")),
  event("queue-add", added[0], ({ variables }) => variables.SUBSYSTEM === "queues"),
  event("link-move", "ip link set v0 name v9", ofLink("move"), added),
  event("link-remove", "ip link delete v0", ofLink("remove"), added),
  event(
    "synth",
    `echo change 123e4567-e89b-12d3-a456-426614174000 A=1 B=x > ${NULL}`,
    ({ variables }) => variables.SYNTH_ARG_B === "x",
  ),
  event("synth-plain", `echo change > ${NULL}`, ({ variables }) => variables.SYNTH_UUID === "0"),
];
