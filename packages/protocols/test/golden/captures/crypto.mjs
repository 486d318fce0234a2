import { NLM_F_ACK, NLM_F_DUMP } from "../../../../core/dist/schema.js";
import * as door from "../../../dist/crypto/index.js";
import { goldenOf } from "../../../dist-test/test/support/golden.js";

const { types, layout, name: object } = door.cryptoAlgObject;
const { layoutOf } = goldenOf({
  folder: "crypto",
  messages: [{ types: { get: types.get }, layout }],
});

const common = { protocol: door.NETLINK_CRYPTO, layoutOf, folder: "crypto" };

/** A message of the list: of the first algorithm with a report of a kind. */
const kind = (report) => ({
  ...common,
  name: `alg-${report.replace("report", "").toLowerCase()}`,
  // What is made from templates exists only once a program has asked for it.
  before: [
    "modprobe -a crypto_user gcm cbc ansi_cprng deflate lzo ecdh_generic rsa_generic algif_aead || true",
    `python3 -c 'import socket; socket.socket(38, 5).bind(("aead", "gcm(aes)"))'`,
  ],
  types: [types.get],
  request: { what: `dump ${object}`, type: types.get, flags: NLM_F_DUMP, layout, value: {} },
  pick: (alg) => alg[report] !== undefined,
});

const ENOENT = {
  ...common,
  name: "alg-error-unknown",
  types: [2],
  request: { what: `get ${object}`, type: types.get, flags: NLM_F_ACK, layout, value: { name: "rot13" } },
};

export const captures = [
  ...["reportHash", "reportBlkcipher", "reportAead", "reportCompress", "reportRng", "reportCipher"].map(kind),
  ...["reportAkcipher", "reportKpp"].map(kind),
  ENOENT,
];
