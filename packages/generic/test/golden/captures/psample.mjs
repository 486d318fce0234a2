import {
  PSAMPLE_CMD_SAMPLE,
  psampleFamily,
  psampleGroupObject,
  psampleGroups,
  psampleMessage,
} from "../../../dist/psample/index.js";
import { capturesIn } from "../family-captures.mjs";

const sample = { types: { new: PSAMPLE_CMD_SAMPLE }, layout: psampleMessage };
const { message, notification, row } = capturesIn({
  family: psampleFamily,
  messages: [psampleGroupObject, sample],
});

const LINKS = [
  "modprobe -a psample act_sample cls_matchall sch_ingress || true",
  "ip link add v0 index 5 type veth peer name v1 index 6",
  "ip link set v0 up",
  "ip link set v1 up",
  "tc qdisc add dev v1 ingress",
];
const SAMPLING = "tc filter add dev v1 ingress matchall action sample rate 1 group 5 trunc 64";

export const captures = [
  notification(psampleGroupObject, "new", LINKS, SAMPLING, "new"),
  row(psampleGroupObject, "five", [...LINKS, SAMPLING], {}, () => true),
  message({
    name: "sample-packet",
    before: [...LINKS, SAMPLING, "ip address add 192.0.2.1/24 dev v0"],
    run: "ping -c 1 -W 1 192.0.2.2 >/dev/null || true",
    types: [PSAMPLE_CMD_SAMPLE],
    groups: [psampleGroups.packets],
  }),
];
