// Each expression at least once, most with all their members.

import type { ExpressionData } from "#src/nftables/index.js";

const bytes = (...values: number[]) => ({ value: Uint8Array.from(values) });

/** An expression, those that it needs before it, and the chain that takes it if that is not `filter`. */
export type Written = readonly [data: ExpressionData, before?: readonly ExpressionData[], chain?: string];

/** A register that holds an address. */
const ADDRESS: ExpressionData[] = [{ immediate: { dreg: 1, data: bytes(192, 0, 2, 1) } }];
/** Registers of 4 bytes that hold a range of ports. */
const PORTS: ExpressionData[] = [
  { immediate: { dreg: 9, data: bytes(0x1f, 0x90) } },
  { immediate: { dreg: 10, data: bytes(0x1f, 0x9a) } },
];
const TCP: ExpressionData[] = [
  { meta: { key: "l4proto", dreg: 1 } },
  { cmp: { sreg: 1, op: "eq", data: bytes(6) } },
];

export const written: readonly Written[] = [
  [{ bitwise: { sreg: 1, dreg: 1, len: 4, mask: bytes(255, 0, 0, 0), xor: bytes(0, 0, 0, 1) } }, ADDRESS],
  [{ bitwise: { sreg: 1, dreg: 12, len: 4, op: "rshift", data: bytes(3, 0, 0, 0) } }, ADDRESS],
  // Since 2026, kernels refuse a size that is not the length.
  [{ byteorder: { sreg: 1, dreg: 1, op: "ntoh", len: 4, size: 4 } }, ADDRESS],
  [{ cmp: { sreg: 1, op: "gte", data: bytes(192, 0, 2, 0) } }, ADDRESS],
  [{ connlimit: { count: 5, flags: 1 } }],
  [{ counter: { packets: 7n, bytes: 1n << 40n } }],
  [{ ct: { key: "protoSrc", direction: "reply", dreg: 1 } }],
  [{ ct: { key: "mark", sreg: 1 } }, ADDRESS],
  [{ dup: { sregAddr: 1 } }, ADDRESS],
  [{ dynset: { setName: "timed", op: "update", sregKey: 1, timeout: 5000n } }, ADDRESS],
  [{ dynset: { setName: "counted", op: "add", sregKey: 1, expr: { data: { counter: {} } } } }, ADDRESS],
  [{ exthdr: { op: "tcpopt", type: 3, offset: 2, len: 1, dreg: 1 } }, TCP],
  [{ exthdr: { op: "ipv6", type: 44, offset: 0, len: 1, flags: 1, dreg: 1 } }, [], "six"],
  [{ exthdr: { op: "tcpopt", type: 2, offset: 2, len: 2, sreg: 1 } }, ADDRESS],
  [{ exthdr: { op: "tcpopt", type: 4 } }],
  [{ fib: { dreg: 1, result: "addrtype", flags: 2 } }],
  [{ flow_offload: { tableName: "ft" } }, TCP, "through"],
  [{ fwd: { sregDev: 1 } }, [{ immediate: { dreg: 1, data: bytes(1, 0, 0, 0) } }], "ingress"],
  [{ hash: { sreg: 1, dreg: 2, len: 4, modulus: 10, seed: 5, offset: 100, type: "jenkins" } }, ADDRESS],
  [{ hash: { dreg: 1, modulus: 10, type: "sym" } }],
  [{ immediate: { dreg: 0, data: { verdict: { code: "goto", chain: "other" } } } }],
  [
    {
      inner: {
        num: 0,
        type: "vxlan",
        flags: 15,
        hdrsize: 8,
        expr: { data: { payload: { base: "network", offset: 12, len: 4, dreg: 1 } } },
      },
    },
    [{ meta: { key: "l4proto", dreg: 1 } }, { cmp: { sreg: 1, op: "eq", data: bytes(17) } }],
  ],
  [{ last: { set: 0 } }],
  [{ limit: { rate: 10n, unit: 60n, burst: 3, type: "pkts", flags: 1 } }],
  [{ log: { prefix: "x y", group: 5, snaplen: 64, qthreshold: 3 } }],
  [{ log: { level: "debug", flags: 0x2f } }],
  [{ lookup: { set: "timed", sreg: 1, flags: 1 } }, ADDRESS],
  [{ masq: { flags: 4, regProtoMin: 9, regProtoMax: 10 } }, PORTS, "postnat"],
  [{ meta: { key: "iifname", dreg: 2 } }],
  [{ meta: { key: "mark", sreg: 1 } }, ADDRESS],
  [
    { nat: { type: "snat", family: "ipv4", regAddrMin: 1, regProtoMin: 9 } },
    [...ADDRESS, ...PORTS],
    "postnat",
  ],
  [{ notrack: {} }, [], "early"],
  [{ numgen: { dreg: 1, modulus: 4, type: "random", offset: 8 } }],
  [{ objref: { immType: "counter", immName: "c" } }],
  [{ osf: { dreg: 1, ttl: 2, flags: 1 } }],
  [{ payload: { base: "transport", offset: 2, len: 2, dreg: 23 } }],
  [
    {
      payload: {
        base: "network",
        offset: 12,
        len: 4,
        sreg: 1,
        csumType: "inet",
        csumOffset: 10,
        csumFlags: 1,
      },
    },
    ADDRESS,
  ],
  [{ queue: { num: 4, total: 2, flags: 3 } }],
  [{ queue: { sregQnum: 9, flags: 1 } }, PORTS],
  [{ quota: { bytes: 1n << 33n, flags: 1, consumed: 5n } }],
  [
    { range: { sreg: 1, op: "neq", fromData: bytes(10, 0, 0, 0), toData: bytes(10, 255, 255, 255) } },
    ADDRESS,
  ],
  [{ redir: { regProtoMin: 9, regProtoMax: 10, flags: 2 } }, PORTS, "prenat"],
  [{ reject: { type: "icmpxUnreach", icmpCode: 3 } }],
  [{ rt: { key: "nexthop4", dreg: 1 } }],
  [{ socket: { key: "mark", dreg: 1 } }],
  [{ synproxy: { mss: 1460, wscale: 7, flags: 0xf } }],
  [{ tproxy: { family: "ipv4", regAddr: 1, regPort: 9 } }, [...ADDRESS, ...PORTS], "early"],
  [{ tunnel: { key: "id", dreg: 1, mode: "rx" } }, [], "ingress"],
  [{ xfrm: { dreg: 1, key: "spi", dir: "in", spnum: 1 } }],
];
