// Declarations that differ from the reference or are missing there, with the reason.
import type { DriftRules } from "@rxnetlink/drift";

const NO_UAPI = "of no UAPI header";
const OTHER_HEADER = "its header is not in the reference";
const SHIFTED = "1 << (the number of the attribute - 1)";
const BIT_FIELD = "a bit field; the reference lists those without their bits";
const SOCKID = "a member of id, which is flat here; inet_diag_sockid is compared alone";
const UNNAMED = "in C one number, or nothing";
const ALIGNED = "the reference does not see into __aligned_u64";
const PREFIX = "of a prefix of its own";
const DESTROY = "SOCK_DIAG_BY_FAMILY lists, and SOCK_DESTROY destroys";

/** The members of id in a struct. */
const sockidOf = (struct: string) =>
  Object.fromEntries(
    ["sport", "dport", "src", "dst", "if", "cookie"].map((member) => [`${struct}.${member}`, SOCKID]),
  );

export const differences: Pick<DriftRules, "subsets" | "choices" | "exceptions"> = {
  subsets: [],
  exceptions: {
    ...sockidOf("inet_diag_msg"),
    ...sockidOf("inet_diag_req_raw"),
    ...sockidOf("smc_diag_msg"),
    ...sockidOf("smc_diag_req"),
    AF_: NO_UAPI,
    INET_DIAG_EXT_: SHIFTED,
    SMC_DIAG_EXT_: SHIFTED,
    INET_DIAG_REQ_BPF_STORAGES: "INET_DIAG_REQ_SK_BPF_STORAGES; the reply has the other name",
    INET_DIAG_REQ_FILTER: "INET_DIAG_REQ_BYTECODE",
    INET_DIAG_REQ_WIDE_PROTOCOL: "INET_DIAG_REQ_PROTOCOL; the reply has the other name",
    IPPROTO_: OTHER_HEADER,
    NETLINK_ALL: "NDIAG_PROTO_ALL",
    NETLINK_CLOSE: "TCP_CLOSE, which a netlink socket has before it connects",
    PACKET_FANOUT_: OTHER_HEADER,
    PACKET_MR_: OTHER_HEADER,
    RCV_SHUTDOWN: NO_UAPI,
    SEND_SHUTDOWN: NO_UAPI,
    SCTP_: NO_UAPI,
    SMC_: NO_UAPI,
    SOCK_: NO_UAPI,
    TCPF_: NO_UAPI,
    TCP_: NO_UAPI,
    TIPCF_: NO_UAPI,
    TIPC_: OTHER_HEADER,
    TLS_: OTHER_HEADER,
    sctp_info: OTHER_HEADER,
    sk_meminfo: "an array in C, whose order another test compares",
    sockaddr_in: OTHER_HEADER,
    none: UNNAMED,
    "packet fanout": UNNAMED,
    "inet_diag_sockopt.": BIT_FIELD,
    "packet_diag_mclist.addr": "pdmc_alen and pdmc_addr",
    "smc_diag_msg.inode": ALIGNED,
    "smc_diag_msg.mode": "in a union",
    "smcd_diag_dmbinfo.": ALIGNED,
    "tcp_info.rcvWscale": BIT_FIELD,
    "tcp_info.fastopenClientFail": BIT_FIELD,
    "tcp_info.accecnOptSeen": BIT_FIELD,
    "tcp_info.accecnFailMode": BIT_FIELD,
    "tcp_info.options2": BIT_FIELD,
    "unix_diag_vfs.": PREFIX,
    tcp: DESTROY,
    udp: DESTROY,
    udplite: DESTROY,
    raw: DESTROY,
  },
};
