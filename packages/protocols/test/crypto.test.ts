import { describe } from "vitest";
import * as door from "#src/crypto/index.js";
import { protocolDrift } from "./support/protocol-drift.js";
import { protocolGates } from "./support/protocol-gates.js";

protocolGates({
  folder: "crypto",
  open: door.cryptoUser,
  messages: [{ types: { get: door.CRYPTO_MSG_GETALG }, layout: door.cryptoAlgObject.layout }],
  atLeast: 8,
  reported: new Set(["type", "mask"]),
});

describe("drift", () => {
  protocolDrift({
    folder: "crypto",
    headers: ["cryptouser.h"],
    exceptions: {
      CRYPTO_ALG_: "of crypto.h, which is no UAPI header",
      cryptoAlg: "NEWALG, DELALG, GETALG and UPDATEALG",
    },
    omissions: {
      CRYPTO_MSG_BASE: "the first message",
      CRYPTO_NR_MSGTYPES: "a number of constants",
      CRYPTO_REPORT_MAXSIZE: "the size of the longest report",
    },
  });
});
