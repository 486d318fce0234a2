import {
  attributes,
  enumeration,
  flag,
  flags,
  hex,
  type Infer,
  nest,
  padding,
  u8,
  u16,
  u32,
  u64,
  word,
} from "@rxnetlink/core/schema";

/** Directions of kernel TLS (`TLS_CONF_*`). */
export const tlsConf = enumeration("TLS_CONF_", u16, {
  base: 1,
  /** Encrypted by the kernel. */
  sw: 2,
  /** Encrypted by the device. */
  hw: 3,
  /** Encrypted by the device, with a TCP of its own. */
  hwRecord: 4,
});

/** Versions of TLS (`TLS_*_VERSION`). */
export const tlsVersion = enumeration("TLS_VERSION_", u16, { "1.2": 0x0303, "1.3": 0x0304 });

/** Ciphers of kernel TLS (`TLS_CIPHER_*`). */
export const tlsCipher = enumeration("TLS_CIPHER_", u16, {
  aesGcm128: 51,
  aesGcm256: 52,
  aesCcm128: 53,
  chacha20Poly1305: 54,
  sm4Gcm: 55,
  sm4Ccm: 56,
  ariaGcm128: 57,
  ariaGcm256: 58,
});

/** Attributes of kernel TLS (`TLS_INFO_*`). */
export const tlsInfoAttributes = attributes("tls-info-attrs", "TLS_INFO_", {
  /** Version of TLS. */
  version: [1, tlsVersion],
  /** Cipher. */
  cipher: [2, tlsCipher],
  /** Encryption of what is sent. */
  txconf: [3, tlsConf],
  /** Decryption of what is received. */
  rxconf: [4, tlsConf],
  /** Set if files are sent without a copy; since 5.19. */
  zcRoTx: [5, flag],
  /** Set if records are received without padding; since 6.0. */
  rxNoPad: [6, flag],
});
/** Kernel TLS of a connection. */
export interface TlsInfo extends Infer<typeof tlsInfoAttributes> {}

/** Flags of a subflow (`MPTCP_SUBFLOW_FLAG_*`). */
export const mptcpSubflowFlags = flags("MPTCP_SUBFLOW_FLAG_", u32, {
  /** The remote end can do MPTCP. */
  mcapRem: 0x1,
  /** This end can do MPTCP. */
  mcapLoc: 0x2,
  /** The remote end asked to join. */
  joinRem: 0x4,
  /** This end asked to join. */
  joinLoc: 0x8,
  /** The remote end calls it a backup. */
  bkupRem: 0x10,
  /** This end calls it a backup. */
  bkupLoc: 0x20,
  fullyEstablished: 0x40,
  connected: 0x80,
  /** The mapping of sequence numbers is known. */
  mapvalid: 0x100,
});

/** Attributes of a subflow of MPTCP (`MPTCP_SUBFLOW_ATTR_*`). */
export const mptcpSubflowAttributes = attributes("mptcp-subflow-attrs", "MPTCP_SUBFLOW_ATTR_", {
  /** Token of the connection at the remote end. */
  tokenRem: [1, hex(u32)],
  /** Token of the connection here, which is `info.token` of its MPTCP socket. */
  tokenLoc: [2, hex(u32)],
  /** Sequence number to write next, relative to the first. */
  relwriteSeq: [3, u32],
  /** Sequence number of the connection at which the mapping begins. */
  mapSeq: [4, u64],
  /** Sequence number of the subflow at which the mapping begins. */
  mapSfseq: [5, u32],
  /** Offset of the sequence numbers of the subflow. */
  ssnOffset: [6, u32],
  /** Bytes of the mapping. */
  mapDatalen: [7, u16],
  /** Flags; see {@link mptcpSubflowFlags}. */
  flags: [8, mptcpSubflowFlags],
  /** Id of the remote address. */
  idRem: [9, u8],
  /** Id of the local address. */
  idLoc: [10, u8],
  /** Alignment. */
  pad: [11, padding],
});
/** A subflow of MPTCP. */
export interface MptcpSubflow extends Infer<typeof mptcpSubflowAttributes> {}

/** Attributes of the protocol above TCP (`INET_ULP_INFO_*`). */
export const ulpInfoAttributes = attributes("ulp-info-attrs", "INET_ULP_INFO_", {
  /** Its name: `"tls"`, `"mptcp"`, `"smc"`. */
  name: [1, word("tls", "mptcp", "smc", "espintcp")],
  /** Kernel TLS. */
  tls: [2, nest<TlsInfo>(tlsInfoAttributes)],
  /** Subflow of MPTCP. */
  mptcp: [3, nest<MptcpSubflow>(mptcpSubflowAttributes)],
});
/** The protocol above TCP of a connection. */
export interface UlpInfo extends Infer<typeof ulpInfoAttributes> {}
