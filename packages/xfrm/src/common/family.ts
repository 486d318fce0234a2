import { enumeration, u16 } from "@rxnetlink/core/schema";

/** Address families (`AF_*`). */
export const xfrmFamily = enumeration("AF_", u16, { unspec: 0, inet: 2, inet6: 10 });

/** Returns the family of the first address given; `undefined` if there is none. */
export function familyOf(...addresses: (string | undefined)[]): "inet" | "inet6" | undefined {
  const address = addresses.find((one) => typeof one === "string");
  if (address === undefined) return undefined;
  return address.includes(":") ? "inet6" : "inet";
}
