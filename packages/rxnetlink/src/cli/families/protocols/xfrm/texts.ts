import type { XfrmPolicy, XfrmSelector, XfrmState, XfrmTemplate } from "@rxnetlink/xfrm";

const hex = (value: number) => `0x${value.toString(16)}`;

/** Joins the parts that say something. */
const joined = (...parts: string[]) => parts.filter((part) => part !== "").join(" ");

function selectorText({ saddr, prefixlenS, sport, daddr, prefixlenD, dport, proto }: XfrmSelector): string {
  const port = (number: number) => (number === 0 ? "" : `:${number}`);
  const ends = `${saddr}/${prefixlenS}${port(sport)} > ${daddr}/${prefixlenD}${port(dport)}`;
  return proto === 0 ? ends : `${ends} ${proto}`;
}

function templateText({ proto, mode, saddr, daddr, reqid, optional }: XfrmTemplate): string {
  const ends = mode === "transport" ? "" : `${saddr} > ${daddr}`;
  return joined(
    `by ${proto} ${mode}`,
    ends,
    reqid === 0 ? "" : `reqid ${reqid}`,
    optional === 0 ? "" : "optional",
  );
}

function identityText({ mark, ifId }: Pick<XfrmState, "mark" | "ifId">): string {
  return joined(
    mark === undefined ? "" : `mark ${hex(mark.v)}/${hex(mark.m)}`,
    ifId === undefined ? "" : `if_id ${hex(ifId)}`,
  );
}

/** Formats a policy as one line. */
export function policyText(policy: XfrmPolicy): string {
  const { sel, dir, action, priority, tmpl = [], index } = policy;
  return joined(
    `${dir} ${selectorText(sel)}`,
    action === "block" ? "block" : "",
    ...tmpl.map(templateText),
    identityText(policy),
    `priority ${priority}`,
    `index ${index}`,
  );
}

/** Formats a state as one line, without its keys. */
export function stateText(state: XfrmState): string {
  const { saddr, daddr, proto, spi, mode, reqid, algAead, algCrypt, algAuthTrunc, algComp, curlft } = state;
  const algorithms = [algAead, algCrypt, algAuthTrunc, algComp].flatMap((one) => one?.name ?? []);
  return joined(
    `${saddr} > ${daddr} ${proto} ${hex(spi)} ${mode}`,
    reqid === 0 ? "" : `reqid ${reqid}`,
    algorithms.length === 0 ? "without keys" : algorithms.join(" "),
    identityText(state),
    curlft.packets === 0n ? "" : `${curlft.packets} packets ${curlft.bytes} bytes`,
  );
}
