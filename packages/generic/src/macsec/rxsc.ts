import { defineObject, type ObjectOf, pick } from "@rxnetlink/core";
import { type Ifindex, nest } from "@rxnetlink/core/schema";
import { flat } from "../family/flat.js";
import {
  MACSEC_CMD_ADD_RXSC,
  MACSEC_CMD_DEL_RXSC,
  MACSEC_CMD_GET_TXSC,
  MACSEC_CMD_UPD_RXSC,
} from "./commands.js";
import { POLLED } from "./device.js";
import { type MacsecDevice, type MacsecRxsc, macsecMessage } from "./layout/message.js";

/** A receive channel, and the device that it belongs to. */
export interface MacsecRxscOfDevice extends MacsecRxsc {
  /** Index of the link. */
  ifindex?: Ifindex;
}

/** Layout of requests about receive channels. */
const rxscRequest = flat<MacsecRxscOfDevice>("macsecRxsc", macsecMessage, {
  "": ["ifindex"],
  rxscConfig: ["sci", "active", "saList", "stats"],
});

/** Returns the receive channels of a device. */
const rxscsOf = ({ ifindex = 0, rxscList = [] }: MacsecDevice): MacsecRxscOfDevice[] =>
  rxscList.map((rxsc) => ({ ifindex, ...rxsc }));

/** Receive channels (`MACSEC_CMD_*_RXSC`), which lists find in their devices. */
export const macsecRxscObject = defineObject({
  name: "macsecRxsc",
  namedBy: ["ifindex", "sci"],
  layout: rxscRequest,
  types: {
    new: MACSEC_CMD_ADD_RXSC,
    set: MACSEC_CMD_UPD_RXSC,
    delete: MACSEC_CMD_DEL_RXSC,
    get: MACSEC_CMD_GET_TXSC,
  },
  groups: [],
  verbs: ["list", "get", "add", "change", "delete", "watch"],
  filters: [],
  notFound: "ENOENT",
  envelope: { layout: nest<MacsecDevice>(macsecMessage), dump: () => ({}), open: rxscsOf },
  keysOf: (rxsc) => [pick(rxsc, "ifindex", "sci")],
  state: {
    identityOf: ({ ifindex, sci }) => `${ifindex} ${sci}`,
    ...POLLED,
  },
});
/** Verbs of receive channels. */
export interface MacsecRxscs extends ObjectOf<typeof macsecRxscObject> {}
