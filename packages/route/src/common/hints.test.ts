import { errnoOf, type KernelRefusal } from "@rxnetlink/core";
import { expect, it } from "vitest";
import { addressObject } from "#src/address/address.js";
import { linkObject } from "#src/link/link.js";
import { nexthopObject } from "#src/nexthop/nexthop.js";
import { routeObject } from "#src/route/route.js";
import { actionObject } from "#src/tc/action/action.js";

const refused = (code: string, text?: string): KernelRefusal => ({ errno: errnoOf(code)!, text });
const renamed = { index: 7, ifname: "eth0" };

it.each([
  [linkObject, "change", "EADDRNOTAVAIL", { address: "01:00:5e:00:00:01" }, /neither a multicast address/],
  [linkObject, "change", "EADDRNOTAVAIL", { address: "00:00:00:00:00:00" }, /nor zero/],
  [linkObject, "change", "EADDRNOTAVAIL", { address: "02:00:00:00:00:01" }, undefined],
  [linkObject, "change", "EBUSY", renamed, /set the link down first/],
  [linkObject, "delete", "EBUSY", renamed, undefined],
  [linkObject, "change", "EBUSY", { ifname: "eth0", master: 7 }, undefined],
  [linkObject, "delete", "EOPNOTSUPP", { ifname: "lo" }, /cannot be deleted/],
  [linkObject, "change", "EOPNOTSUPP", { ifname: "ifb0", address: "02:00:00:00:00:01" }, /or its driver/],
  [linkObject, "change", "EEXIST", renamed, /another link has the name/],
  [linkObject, "change", "ENETDOWN", { flags: { up: true } }, /the link below it is down/],
  [addressObject, "add", "EADDRNOTAVAIL", { local: "ff02::7" }, /multicast/],
  [addressObject, "delete", "EADDRNOTAVAIL", { local: "ff02::7" }, undefined],
  [routeObject, "add", "EHOSTUNREACH", { gateway: "2001:db8::1" }, /a gateway needs a link/],
  [routeObject, "get", "ENETUNREACH", { dst: "192.0.2.1" }, undefined],
  [nexthopObject, "add", "ENETUNREACH", { gateway: "192.0.2.1" }, /a gateway needs a link/],
  [actionObject, "delete", "EPERM", { kind: "gact", index: 1 }, /a filter may use it/],
  [actionObject, "add", "EPERM", { kind: "gact" }, /^needs CAP_NET_ADMIN in the initial/],
])("the hint of $name for $1 and $2 of %j fits what was sent", (object, verb, code, value, hint) => {
  const given = object.hint?.(refused(code), value as never, verb);
  if (hint === undefined) expect(given).toBeUndefined();
  else expect(given).toMatch(hint);
});

it("leaves what the kernel explains to the kernel", () => {
  const explained = refused("EBUSY", "Device is already in use.");
  expect(linkObject.hint!(explained, renamed, "change")).toBeUndefined();
});
