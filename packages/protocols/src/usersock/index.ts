/**
 * `NETLINK_USERSOCK`: programs of a network namespace that talk to each other, by port id and in multicast groups. Since 2.2.
 *
 * @module
 */
export type { UserArrival, UserFailure, UserMessage } from "./arrival.js";
export {
  NETLINK_USERSOCK,
  type UserSocket,
  type UserSocketOptions,
  type Usersock,
  type UsersockOptions,
  usersock,
} from "./usersock.js";
