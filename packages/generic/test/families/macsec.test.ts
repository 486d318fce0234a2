import { describe } from "vitest";
import { macsecDeviceObject } from "#src/macsec/device.js";
import { macsec, macsecFamily } from "#src/macsec/macsec.js";
import { macsecRxscObject } from "#src/macsec/rxsc.js";
import { macsecRxsaObject, macsecTxsaObject } from "#src/macsec/sas.js";
import { familyDrift } from "../support/family-drift.js";
import { familyGates } from "../support/family-gates.js";

/** Messages of requests about one channel or association: those of devices have a layout of their own. */
const requests = [macsecRxscObject, macsecTxsaObject, macsecRxsaObject].map(
  ({ types: { get: _, ...types }, layout }) => ({ types, layout }),
);

familyGates({
  family: macsecFamily,
  open: macsec,
  messages: [macsecDeviceObject, ...requests],
  atLeast: 3,
  reported: new Set(["secy", "txsaList", "rxscList", "txscStats", "secyStats", "stats", "saList"]),
});

const LINK = "of the link, which is declared there";
const LISTED = "lists find them in their devices";
const SIZE = "a length, which stands in the layout or which the kernel checks";

describe("drift", () => {
  familyDrift({
    folder: "macsec",
    headers: ["if_macsec.h"],
    commands: ["MACSEC_CMD_"],
    exceptions: {
      macsecDevice: "the one thing of a device that these messages change has a command of its own name",
      macsecRxsa: LISTED,
      macsecRxsc: LISTED,
      macsecTxsa: LISTED,
    },
    omissions: {
      MACSEC_CIPHER_ID_: LINK,
      MACSEC_DEFAULT_CIPHER_: LINK,
      MACSEC_GENL_: "name and version stand in the declaration of the family",
      MACSEC_KEYID_LEN: SIZE,
      MACSEC_MAX_ICV_LEN: SIZE,
      MACSEC_MAX_KEY_LEN: SIZE,
      MACSEC_MIN_ICV_LEN: SIZE,
      MACSEC_SALT_LEN: SIZE,
      MACSEC_STD_ICV_LEN: SIZE,
      NUM_MACSEC_: "numbers of attributes",
    },
  });
});
