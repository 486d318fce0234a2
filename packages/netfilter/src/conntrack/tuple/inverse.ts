import type { Tuple, TupleProto } from "./layout.js";

/** Types of ICMP that answer each other: echo, timestamp, information, address mask. */
const ICMP = [
  [8, 0],
  [13, 14],
  [15, 16],
  [17, 18],
];
/** Types of ICMPv6 that answer each other: echo, node information. */
const ICMPV6 = [
  [128, 129],
  [139, 140],
];

const answer = (pairs: readonly (readonly number[])[], type: number): number => {
  const pair = pairs.find((types) => types.includes(type));
  return pair?.find((other) => other !== type) ?? type;
};

function inverseProto({ srcPort, dstPort, icmpType, icmpv6Type, ...proto }: TupleProto): TupleProto {
  return {
    ...proto,
    ...(dstPort !== undefined && { srcPort: dstPort }),
    ...(srcPort !== undefined && { dstPort: srcPort }),
    ...(icmpType !== undefined && { icmpType: answer(ICMP, icmpType) }),
    ...(icmpv6Type !== undefined && { icmpv6Type: answer(ICMPV6, icmpv6Type) }),
  };
}

/** Returns the tuple of the packets that answer, if no address is translated. */
export function inverse({ ip = {}, proto = {} }: Tuple): Tuple {
  const { src, dst } = ip;
  return {
    ip: { ...(dst !== undefined && { src: dst }), ...(src !== undefined && { dst: src }) },
    proto: inverseProto(proto),
  };
}
