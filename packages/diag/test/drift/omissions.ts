// What the headers have and no declaration does, with the reason.

const NONE = "the number 0, which is no attribute";
const OLD = "of requests that kernels since 3.3 do not need";
const IN_ORDER = "a place in an array: sk_meminfo has them in order";

/** Constants and structs of the headers. */
export const omissions: Readonly<Record<string, string>> = {
  DCCPDIAG_GETSOCK: OLD,
  INET_DIAG_NOCOOKIE: "one half of NO_COOKIE",
  INET_DIAG_NONE: NONE,
  INET_DIAG_REQ_BYTECODE: "filter",
  INET_DIAG_REQ_NONE: NONE,
  INET_DIAG_REQ_PROTOCOL: "wideProtocol",
  INET_DIAG_REQ_SK_BPF_STORAGES: "bpfStorages",
  NDIAG_PROTO_ALL: "all, among the protocols of a request",
  SKNLGRP_NONE: NONE,
  SK_DIAG_BPF_STORAGE: "the number of each element of skBpfStorages",
  SK_DIAG_BPF_STORAGE_NONE: NONE,
  SK_DIAG_BPF_STORAGE_REP_NONE: NONE,
  SK_DIAG_BPF_STORAGE_REQ_NONE: NONE,
  SK_MEMINFO_: IN_ORDER,
  SMC_DIAG_NONE: NONE,
  TCPDIAG_GETSOCK: OLD,
  XDP_DIAG_NONE: NONE,
  inet_diag_req: OLD,
  inet_diag_req_v2: "inet_diag_req_raw names one member more",
  sock_diag_req: "the beginning of every request",
};
