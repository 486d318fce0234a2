import { defineObject, type ObjectOf, pick } from "@rxnetlink/core";
import { isRecord } from "@rxnetlink/core/internal";
import { nest } from "@rxnetlink/core/schema";
import { familyOf } from "./address.js";
import {
  IPVS_CMD_DEL_SERVICE,
  IPVS_CMD_GET_SERVICE,
  IPVS_CMD_NEW_SERVICE,
  IPVS_CMD_SET_SERVICE,
} from "./commands.js";
import { type IpvsService, type IpvsServiceEntry, ipvsMessage } from "./layout.js";

/** Lists every second: the kernel reports no changes. */
export const polled = { relistEvery: 1000 };

const ALL = 0xffff_ffff;
/** Values that the kernel insists on when a service is added: those of ipvsadm. */
const DEFAULTS = { schedName: "wlc", flags: { flags: 0, mask: ALL }, timeout: 0 } as const;
const WHOLE = { inet: "255.255.255.255", inet6: 128 } as const;

/** Completes the family of a service by its address; a service that is known by a mark may have either. */
export function withServiceFamily(service: IpvsService): IpvsService {
  const { addr, fwmark } = service;
  const af = familyOf(addr) ?? (fwmark === undefined ? undefined : "inet");
  return af === undefined ? service : { af, ...service };
}

/** Returns the members by which the kernel knows a service. */
export function serviceKey(given: IpvsService): IpvsService {
  const service = withServiceFamily(given);
  return service.fwmark ? pick(service, "af", "fwmark") : pick(service, "af", "protocol", "addr", "port");
}

/** Returns the identity of a service. */
export const serviceIdentity = ({ af, fwmark, protocol, addr, port }: IpvsService = {}): string =>
  fwmark ? `${af} mark ${fwmark}` : `${protocol} ${addr} ${port}`;

/** Messages of virtual services (`IPVS_CMD_*_SERVICE`). */
export const ipvsServiceObject = defineObject({
  name: "ipvsService",
  namedBy: ["service"],
  layout: nest<IpvsServiceEntry>(ipvsMessage),
  types: {
    new: IPVS_CMD_NEW_SERVICE,
    set: IPVS_CMD_SET_SERVICE,
    delete: IPVS_CMD_DEL_SERVICE,
    get: IPVS_CMD_GET_SERVICE,
  },
  groups: [],
  verbs: ["list", "get", "add", "change", "delete", "watch"],
  filters: [],
  complete(given, verb) {
    const { service } = given;
    if (!isRecord(service)) return given;
    const whole = withServiceFamily(service);
    if (verb !== "add") return { ...given, service: whole };
    const netmask = WHOLE[whole.af === "inet6" ? "inet6" : "inet"];
    return { ...given, service: { ...DEFAULTS, netmask, ...whole } };
  },
  // What is the same as before is left out; the kernel would miss it.
  adapt: (asked) => (asked.service === undefined ? undefined : asked),
  keysOf: ({ service = {} }) => [{ service: serviceKey(service) }],
  hint: ({ errno }, { service }, verb) => {
    if (errno === 3) return "there is no such virtual service";
    if (errno !== 2 || verb === "delete") return undefined;
    return `the kernel has no scheduler ${service?.schedName}: modprobe ip_vs_${service?.schedName}`;
  },
  state: {
    identityOf: ({ service }) => serviceIdentity(service),
    ...polled,
    volatile: ["stats", "stats64"],
    silent: { "": { reason: "the kernel reports no changes of virtual services" } },
  },
});

/**
 * Verbs of virtual services. A service is known by protocol, address and port, or by a mark. What `add$` lacks is as with
 * `ipvsadm`: the scheduler is `wlc`, and nothing persists. State is kept by listing every second.
 */
export interface IpvsServices extends ObjectOf<typeof ipvsServiceObject> {}
