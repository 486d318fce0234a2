import type { Ack, Connection, MessageSet, NetlinkNotification, NotificationOptions } from "@rxnetlink/core";
import { checkOptions, deferred } from "@rxnetlink/core/internal";
import { nest } from "@rxnetlink/core/schema";
import { from, mergeMap, type Observable, take } from "rxjs";
import { connectFamily } from "../connect.js";
import type { FamilyConnection } from "../family/connection.js";
import { type Family, groupsOf } from "../family/definition.js";
import { type FamilyOptions, familyChecks } from "../generic.js";
import { TEAM_CMD_OPTIONS_GET, TEAM_CMD_OPTIONS_SET, TEAM_CMD_PORT_LIST_GET } from "./commands.js";
import { type TeamMessage, type TeamOption, type TeamPort, teamMessage } from "./layout.js";

/** Multicast groups of team: one for all changes. */
export const teamGroups = groupsOf("change_event");

/** team. */
export const teamFamily: Family = { name: "team", version: 1, groups: teamGroups, from: "the module team" };

/** team: links that consist of several. Everything needs `CAP_NET_ADMIN`. */
export interface Teams {
  /** Underlying connection, for messages without a verb. */
  readonly connection: FamilyConnection;
  /** Emits the options of a team and its ports, given the index of its link. */
  options$(teamIfindex: number): Observable<TeamOption>;
  /** Emits the ports of a team. */
  ports$(teamIfindex: number): Observable<TeamPort>;
  /**
   * Sets options. Each needs its name, its value under the name of its type, and for a port `portIfindex`.
   *
   * @example
   * team.setOptions$(7, [{ name: "mode", data: { string: "activebackup" } }]);
   */
  setOptions$(teamIfindex: number, options: readonly TeamOption[]): Observable<Ack>;
  /** Emits the kernel's notifications: options and ports that changed, of all teams. */
  notifications$(options?: NotificationOptions): Observable<NetlinkNotification<TeamMessage>>;
}

const layout = nest<TeamMessage>(teamMessage);
const changes: MessageSet<TeamMessage> = {
  name: "team",
  layout,
  types: { new: TEAM_CMD_OPTIONS_GET },
  alsoNotifiedBy: [TEAM_CMD_PORT_LIST_GET],
  groups: [teamGroups.change_event],
};
const labelled = (type: number, verb: string, value: TeamMessage) => ({
  type,
  layout,
  value,
  label: { object: "team", verb, namedBy: ["teamIfindex"] },
});

/** Sends a request from a socket that is told of changes: without any, the kernel replies `ESRCH` to what it has done. */
const telling$ = (connection: Connection, request: ReturnType<typeof labelled>): Observable<Ack> =>
  connection.session$([changes], { groups: changes.groups }).pipe(
    mergeMap((session) => session.execute$(request)),
    take(1),
  );

/**
 * Connects to team over a transport.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function team(options: FamilyOptions): Teams {
  const { transport, ...rest } = checkOptions("team", options, familyChecks);
  const connection = connectFamily(transport, teamFamily, rest);
  const ask$ = (type: number, verb: string, teamIfindex: number) =>
    deferred(() => connection.request$(labelled(type, verb, { teamIfindex })));
  return {
    connection,
    options$: (teamIfindex) =>
      ask$(TEAM_CMD_OPTIONS_GET, "options", teamIfindex).pipe(
        mergeMap(({ listOption = [] }) => from(listOption)),
      ),
    ports$: (teamIfindex) =>
      ask$(TEAM_CMD_PORT_LIST_GET, "ports", teamIfindex).pipe(
        mergeMap(({ listPort = [] }) => from(listPort)),
      ),
    setOptions$: (teamIfindex, given) =>
      telling$(
        connection,
        labelled(TEAM_CMD_OPTIONS_SET, "setOptions", { teamIfindex, listOption: [...given] }),
      ),
    notifications$: (given) => connection.notifications$([changes], given),
  };
}
