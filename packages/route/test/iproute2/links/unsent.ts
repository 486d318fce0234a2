// Settings of links that no test sends and no golden file has, with the reason.

const READ_ONLY = "read-only";
const OBSOLETE = "ignored by current kernels";
const NEEDS_PORT = "refers to a port; sent by the tests of ports";

/** Settings of ERSPAN that the kernel reports for all GRE over IPv6. */
const OF_ERSPAN = {
  erspanIndex: READ_ONLY,
  erspanVer: READ_ONLY,
  erspanDir: READ_ONLY,
  erspanHwid: READ_ONLY,
};

/** Settings by kind. */
export const UNSENT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  bond: { activeSlave: NEEDS_PORT, primary: NEEDS_PORT, adInfo: READ_ONLY },
  bridge: {
    rootId: READ_ONLY,
    bridgeId: READ_ONLY,
    rootPort: READ_ONLY,
    rootPathCost: READ_ONLY,
    topologyChange: READ_ONLY,
    topologyChangeDetected: READ_ONLY,
    helloTimer: READ_ONLY,
    tcnTimer: READ_ONLY,
    topologyChangeTimer: READ_ONLY,
    gcTimer: READ_ONLY,
    mcastHashElasticity: OBSOLETE,
    mcastQuerierState: READ_ONLY,
    fdbNLearned: READ_ONLY,
  },
  can: { restart: "write-only, and needs a CAN controller" },
  gtp: { fd0: "file descriptor of a user space socket", fd1: "file descriptor of a user space socket" },
  hsr: { supervisionAddr: READ_ONLY, seqNr: READ_ONLY },
  ip6gre: OF_ERSPAN,
  ip6gretap: OF_ERSPAN,
  macsec: { offload: "needs hardware that encrypts" },
  macvlan: { macaddrCount: READ_ONLY, bcQueueLenUsed: READ_ONLY },
  macvtap: {
    macaddrCount: READ_ONLY,
    bcQueueLenUsed: READ_ONLY,
    bcCutoff: "tested with macvlan, which shares the code",
  },
  netkit: { primary: READ_ONLY },
  ppp: { devFd: "file descriptor of /dev/ppp, set up by user space" },
};
