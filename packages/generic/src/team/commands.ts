//  Commands of team (linux/if_team.h).

import { genlType } from "../family/genlmsghdr.js";

/** Changes options. */
export const TEAM_CMD_OPTIONS_SET = genlType(1);
/** Requests options, or reports that some changed. */
export const TEAM_CMD_OPTIONS_GET = genlType(2);
/** Requests ports, or reports that some changed. */
export const TEAM_CMD_PORT_LIST_GET = genlType(3);
