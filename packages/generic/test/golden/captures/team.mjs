import {
  TEAM_CMD_OPTIONS_GET,
  TEAM_CMD_PORT_LIST_GET,
  teamFamily,
  teamGroups,
  teamMessage,
} from "../../../dist/team/index.js";
import { capturesIn } from "../family-captures.mjs";

const one = (type) => ({ types: { get: type }, layout: teamMessage });
const { message } = capturesIn({
  family: teamFamily,
  messages: [one(TEAM_CMD_OPTIONS_GET), one(TEAM_CMD_PORT_LIST_GET)],
});

const TEAM = [
  "modprobe -a team team_mode_roundrobin || true",
  "ip link add team0 index 7 type team",
  "ip link add v0 index 5 type veth peer name v1 index 6",
  "ip link set v0 master team0",
];
const asked = (name, type) =>
  message({
    name,
    before: TEAM,
    types: [type],
    request: { type, layout: teamMessage, value: { teamIfindex: 7 } },
  });

export const captures = [
  asked("options", TEAM_CMD_OPTIONS_GET),
  asked("ports", TEAM_CMD_PORT_LIST_GET),
  message({
    name: "ports-changed",
    before: TEAM,
    run: "ip link set v0 nomaster",
    types: [TEAM_CMD_PORT_LIST_GET],
    groups: [teamGroups.change_event],
  }),
];
