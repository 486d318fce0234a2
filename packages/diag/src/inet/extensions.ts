import { flags, u8 } from "@rxnetlink/core/schema";
import { namesOf } from "../common/names.js";

/** What a request asks for beside the header, a bit each: `1 << (INET_DIAG_* - 1)`. */
export const inetExtensions = flags("INET_DIAG_EXT_", u8, {
  /** Summary of the memory. */
  meminfo: 0x1,
  /** Measurements, with `ulpInfo` and `md5sig`; it takes the lock of each socket. */
  info: 0x2,
  /** State of congestion control: `vegasinfo`, `dctcpinfo` or `bbrinfo`. */
  vegasinfo: 0x4,
  /** Name of the congestion control. */
  cong: 0x8,
  /** Type of service. */
  tos: 0x10,
  /** Traffic class, with `classId`. */
  tclass: 0x20,
  /** Memory, and packets dropped. */
  skmeminfo: 0x40,
  /** Directions that were shut down, which kernels report anyway. */
  shutdown: 0x80,
});
type Extension = keyof typeof inetExtensions.bits;

/** A list of extensions, sent as bits. */
export const extensionNames = namesOf(inetExtensions);

/** Extensions of a request that asks for none: those that cost little. */
export const CHEAP: readonly Extension[] = ["cong", "tos", "tclass", "skmeminfo", "shutdown"];

/** The extensions that members need, where those have another name. */
const NEEDED: Readonly<Record<string, Extension>> = {
  dctcpinfo: "vegasinfo",
  bbrinfo: "vegasinfo",
  classId: "tclass",
  ulpInfo: "info",
  md5sig: "info",
};

/** Returns the extensions that some members need. */
export function extensionsFor(members: readonly PropertyKey[]): Extension[] {
  const needed = members.map((member) => NEEDED[String(member)] ?? String(member));
  return inetExtensions.words!.filter((word) => needed.includes(word)) as Extension[];
}
