/**
 * team: links that consist of several.
 *
 * @module
 */
export { TEAM_CMD_OPTIONS_GET, TEAM_CMD_OPTIONS_SET, TEAM_CMD_PORT_LIST_GET } from "./commands.js";
export { type TeamMessage, type TeamOption, type TeamPort, teamMessage, teamOptionType } from "./layout.js";
export { type Teams, team, teamFamily, teamGroups } from "./team.js";
