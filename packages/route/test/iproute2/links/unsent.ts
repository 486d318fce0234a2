// Settings of links that no comparison sends and no golden file has, and why.

const READ_ONLY = "read-only";
const OBSOLETE = "the kernel takes no notice of it any more";
const NEEDS_PORT = "names a port; sent where ports are tested";

/** The kernel reports them of all GRE over IPv6. */
const OF_ERSPAN = {
  erspanIndex: READ_ONLY,
  erspanVer: READ_ONLY,
  erspanDir: READ_ONLY,
  erspanHwid: READ_ONLY,
};

/** By kind: each setting that is neither. */
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
  gtp: { fd0: "a descriptor of a socket of user space", fd1: "a descriptor of a socket of user space" },
  hsr: { supervisionAddr: READ_ONLY, seqNr: READ_ONLY },
  ip6gre: OF_ERSPAN,
  ip6gretap: OF_ERSPAN,
  macsec: { offload: "needs hardware that encrypts" },
  macvlan: { macaddrCount: READ_ONLY, bcQueueLenUsed: READ_ONLY },
  macvtap: {
    macaddrCount: READ_ONLY,
    bcQueueLenUsed: READ_ONLY,
    bcCutoff: "as for macvlan, whose code it is",
  },
  netkit: { primary: READ_ONLY },
  ppp: { devFd: "a descriptor of /dev/ppp that user space has set up" },
};
