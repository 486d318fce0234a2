import { type Infer, refine, type SizedBinary, secretBinary, struct, u8, u16 } from "@rxnetlink/core/schema";
import { socketFamily } from "../common/address-family.js";
import { socketAddress } from "./address.js";

/** `TCP_MD5SIG_MAXKEYLEN`. */
const ROOM = 80;

const key = refine(secretBinary, {
  name: "tcpm_key",
  size: ROOM,
  read: (view, at) => secretBinary.read(view, at, at + ROOM),
}) as SizedBinary;

/** Layout of a key by which segments are signed (`struct tcp_diag_md5sig`). */
export const tcpDiagMd5sig = struct("tcp_diag_md5sig", {
  /** Address family of `addr`. */
  family: socketFamily,
  /** Length of the prefix of `addr` that has the key. */
  prefixlen: u8,
  /** Length of the key, in bytes. */
  keylen: u16,
  /** Address of the remote end. */
  addr: socketAddress,
  /** The key, and zeros; hidden from logs. */
  key,
});
/** A key by which segments are signed. */
export interface TcpDiagMd5sig extends Infer<typeof tcpDiagMd5sig> {}
