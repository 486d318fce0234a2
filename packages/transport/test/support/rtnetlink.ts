import type { ChangeNotification, Connection, MessageSet, NetlinkNotification } from "@rxnetlink/core";
import {
  attributes,
  type Infer,
  message,
  pad,
  s32,
  string,
  struct,
  u8,
  u16,
  u32,
} from "@rxnetlink/core/schema";
import { filter, firstValueFrom, type Observable, ReplaySubject } from "rxjs";

//  The part of NETLINK_ROUTE that tests of sockets and threads need, since this package knows no family.

export const [RTM_NEWLINK, RTM_DELLINK, RTM_GETLINK] = [16, 17, 18] as const;
export const [RTM_NEWNSID, RTM_DELNSID, RTM_GETNSID] = [88, 89, 90] as const;

export const linkMessage = message(
  "link",
  struct("ifinfomsg", { family: u8, _: pad(1), type: u16, index: s32, flags: u32, change: u32 }),
  attributes("link-attrs", "IFLA_", { ifname: [3, string], mtu: [4, u32] }),
);
export interface Link extends Infer<typeof linkMessage> {}

export const linkObject = {
  name: "link",
  layout: linkMessage,
  types: { new: RTM_NEWLINK, delete: RTM_DELLINK, get: RTM_GETLINK },
  groups: [1],
};

export const nsidMessage = message(
  "nsid",
  struct("rtgenmsg", { family: u8 }),
  attributes("net-ns", "NETNSA_", { nsid: [1, s32], fd: [3, u32] }),
);

export interface Nsid extends Infer<typeof nsidMessage> {}

export const nsidObject = {
  name: "nsid",
  layout: nsidMessage,
  types: { new: RTM_NEWNSID, delete: RTM_DELNSID, get: RTM_GETNSID },
  groups: [28],
};

const OBJECTS = [linkObject, nsidObject] as unknown as MessageSet<Link & Nsid>[];

/** Gets a link by its index; that of the loopback is 1. */
export const getLink = (connection: Connection, index = 1) =>
  firstValueFrom(
    connection.request$<Link>({ type: RTM_GETLINK, layout: linkMessage, value: { index, family: 0 } }),
  );

/** Sets members of a link. */
export const changeLink = (connection: Connection, value: Partial<Link>) =>
  firstValueFrom(connection.execute$<Link>({ type: RTM_NEWLINK, layout: linkMessage, value }));

/** Dumps all links. */
export const dumpLinks = (connection: Connection) =>
  connection.dump$<Link>({ type: RTM_GETLINK, layout: linkMessage, value: {} });

/**
 * Listens to links and namespace ids from the moment the promise resolves; later subscribers get all earlier
 * notifications.
 */
export function heard(connection: Connection): Promise<Observable<ChangeNotification<Link & Nsid>>> {
  const all$ = new ReplaySubject<NetlinkNotification<Link & Nsid>>();
  const changes$ = all$.pipe(filter((one): one is ChangeNotification<Link & Nsid> => "value" in one));
  return new Promise((resolve, reject) => {
    const listening = () => resolve(changes$);
    const failed = { error: reject };
    all$.subscribe(failed);
    connection.notifications$<Link & Nsid>(OBJECTS, { listening }).subscribe(all$);
  });
}
