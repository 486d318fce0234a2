import { attributes, type Infer } from "@rxnetlink/core/schema";

/** Settings of a team: none here; those are in the `team` family of generic netlink. */
export const teamAttributes = attributes("linkinfo-team-attrs", "IFLA_TEAM_", {});
/** Settings of a `team` link: none. */
export interface Team extends Infer<typeof teamAttributes> {}
