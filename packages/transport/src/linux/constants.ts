/** Numbers of the system call interface; the same on x64, arm64, arm, riscv64, loong64 and ppc64. */
export const AF_NETLINK = 16;
export const AF_PACKET = 17;
export const SOCK_TYPES = { dgram: 2, raw: 3 } as const;
export const SOCK_NONBLOCK = 0x800;
export const SOCK_CLOEXEC = 0x80000;

export const SOL_SOCKET = 1;
export const SO_SNDBUF = 7;
export const SO_RCVBUF = 8;
export const SO_PASSCRED = 16;
export const SCM_CREDENTIALS = 2;
export const SO_SNDBUFFORCE = 32;
export const SO_RCVBUFFORCE = 33;
export const SO_TIMESTAMPNS = 35;
export const SO_MEMINFO = 55;

export const SOL_PACKET = 263;
export const PACKET_STATISTICS = 6;
export const ETH_P_ALL = 3;

export const SOL_NETLINK = 270;
export const NETLINK_ADD_MEMBERSHIP = 1;
export const NETLINK_DROP_MEMBERSHIP = 2;
export const NETLINK_PKTINFO = 3;
export const NETLINK_BROADCAST_ERROR = 4;
export const NETLINK_LIST_MEMBERSHIPS = 9;
export const NETLINK_NO_ENOBUFS = 5;
export const NETLINK_LISTEN_ALL_NSID = 8;
export const NETLINK_CAP_ACK = 10;
export const NETLINK_EXT_ACK = 11;
export const NETLINK_GET_STRICT_CHK = 12;

export const MSG_TRUNC = 0x20;
export const MSG_DONTWAIT = 0x40;

export const EPOLL_CTL_ADD = 1;
export const EPOLL_CTL_DEL = 2;
export const EPOLLIN = 1;
export const EPOLLET = 0x8000_0000;
export const EPOLL_CLOEXEC = 0x80000;

export const EFD_CLOEXEC = 0x80000;
export const EFD_NONBLOCK = 0x800;

export const O_RDONLY_CLOEXEC = 0x80000;
export const O_NONBLOCK = 0x800;
export const O_PATH = 0x20_0000;
export const O_CREAT = 0x40;
export const O_EXCL = 0x80;
export const LOCK_EX = 2;
export const LOCK_NB = 4;
export const MS_BIND = 0x1000;
export const MS_REC = 0x4000;
export const MS_SHARED = 0x10_0000;
export const MNT_DETACH = 2;
export const UMOUNT_NOFOLLOW = 8;
/** `f_type` of the files that represent namespaces. */
export const NSFS_MAGIC = 0x6e73_6673;
export const CLONE_NEWNET = 0x40000000;

export const EPERM = 1;
export const ENOENT = 2;
export const EINTR = 4;
export const EBADF = 9;
export const EAGAIN = 11;
export const EACCES = 13;
export const EEXIST = 17;
export const EINVAL = 22;
export const ECONNREFUSED = 111;
export const ENOSPC = 28;
export const ENOSYS = 38;
export const ELIBACC = 79;
export const EMSGSIZE = 90;
export const EPROTONOSUPPORT = 93;
export const ENETDOWN = 100;
export const ENOBUFS = 105;
export const ENOMEM = 12;
export const ENFILE = 23;
export const EMFILE = 24;
