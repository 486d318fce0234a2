import { enumeration, u8 } from "@rxnetlink/core/schema";

/** Address families of the sockets that the kernel lists (`AF_*`). */
export const socketFamily = enumeration("AF_", u8, {
  unix: 1,
  inet: 2,
  inet6: 10,
  netlink: 16,
  packet: 17,
  tipc: 30,
  /** Sockets between a virtual machine and its host. */
  vsock: 40,
  smc: 43,
  xdp: 44,
});
