import { defineObject, type KernelRefusal, type ObjectOf, pick } from "@rxnetlink/core";
import { isBytes } from "@rxnetlink/core/internal";
import { type Ifindex, nest, secretBytes } from "@rxnetlink/core/schema";
import { flat } from "../family/flat.js";
import {
  MACSEC_CMD_ADD_RXSA,
  MACSEC_CMD_ADD_TXSA,
  MACSEC_CMD_DEL_RXSA,
  MACSEC_CMD_DEL_TXSA,
  MACSEC_CMD_GET_TXSC,
  MACSEC_CMD_UPD_RXSA,
  MACSEC_CMD_UPD_TXSA,
} from "./commands.js";
import { POLLED } from "./device.js";
import { type MacsecDevice, macsecMessage } from "./layout/message.js";
import type { MacsecSa } from "./layout/sa.js";

/** An association to send by, and the device that it belongs to. */
export interface MacsecTxsa extends MacsecSa {
  /** Index of the link. */
  ifindex?: Ifindex;
}

/** An association to receive by, and the channel and device that it belongs to. */
export interface MacsecRxsa extends MacsecTxsa {
  /** Identifier of the receive channel. */
  sci?: bigint;
}

const MEMBERS = ["an", "active", "pn", "key", "keyid", "stats", "ssci", "salt"];

/** Hides keys from errors, which hold the request. */
function hidden<T extends MacsecSa>({ key, salt, ...sa }: Partial<T>): Partial<T> {
  const hide = (bytes: unknown) => (isBytes(bytes) ? secretBytes(bytes) : bytes);
  return {
    ...sa,
    ...(key !== undefined && { key: hide(key) }),
    ...(salt !== undefined && { salt: hide(salt) }),
  } as Partial<T>;
}

/** `EBUSY`, which the kernel also means for associations that are in use. */
const EBUSY = 16;

const rules = {
  hint: ({ errno }: KernelRefusal, _: unknown, verb: string) =>
    errno === EBUSY && verb === "delete" ? "set active to 0 first" : undefined,
  groups: [],
  filters: [],
  notFound: "ENOENT",
  verbs: ["list", "get", "add", "change", "delete", "watch"],
} as const;
const whole = nest<MacsecDevice>(macsecMessage);

/** Associations to send by (`MACSEC_CMD_*_TXSA`), which lists find in their devices. */
export const macsecTxsaObject = defineObject({
  ...rules,
  name: "macsecTxsa",
  namedBy: ["ifindex", "an"],
  layout: flat<MacsecTxsa>("macsecTxsa", macsecMessage, { "": ["ifindex"], saConfig: MEMBERS }),
  types: {
    new: MACSEC_CMD_ADD_TXSA,
    set: MACSEC_CMD_UPD_TXSA,
    delete: MACSEC_CMD_DEL_TXSA,
    get: MACSEC_CMD_GET_TXSC,
  },
  envelope: {
    layout: whole,
    dump: () => ({}),
    open: ({ ifindex = 0, txsaList = [] }: MacsecDevice) => txsaList.map((sa) => ({ ifindex, ...sa })),
  },
  complete: hidden,
  keysOf: (sa) => [pick(sa, "ifindex", "an")],
  state: { identityOf: ({ ifindex, an }) => `${ifindex} ${an}`, ...POLLED },
});
/** Verbs of associations to send by. */
export interface MacsecTxsas extends ObjectOf<typeof macsecTxsaObject> {}

/** Returns the associations that a device receives by. */
const rxsasOf = ({ ifindex = 0, rxscList = [] }: MacsecDevice): MacsecRxsa[] =>
  rxscList.flatMap(({ sci = 0n, saList = [] }) => saList.map((sa) => ({ ifindex, sci, ...sa })));

/** Associations to receive by (`MACSEC_CMD_*_RXSA`), which lists find in their devices. */
export const macsecRxsaObject = defineObject({
  ...rules,
  name: "macsecRxsa",
  namedBy: ["ifindex", "sci", "an"],
  layout: flat<MacsecRxsa>("macsecRxsa", macsecMessage, {
    "": ["ifindex"],
    rxscConfig: ["sci"],
    saConfig: MEMBERS,
  }),
  types: {
    new: MACSEC_CMD_ADD_RXSA,
    set: MACSEC_CMD_UPD_RXSA,
    delete: MACSEC_CMD_DEL_RXSA,
    get: MACSEC_CMD_GET_TXSC,
  },
  envelope: { layout: whole, dump: () => ({}), open: rxsasOf },
  complete: hidden,
  keysOf: (sa) => [pick(sa, "ifindex", "sci", "an")],
  state: { identityOf: ({ ifindex, sci, an }) => `${ifindex} ${sci} ${an}`, ...POLLED },
});
/** Verbs of associations to receive by. */
export interface MacsecRxsas extends ObjectOf<typeof macsecRxsaObject> {}
