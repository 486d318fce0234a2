import { useReply } from "./use-reply.js";

/** Time after which counters are read again, in milliseconds. */
const AGAIN_MS = 2000;

const COUNTER = /(counter packets \d+ bytes \d+)/;

/** A line of a ruleset, with its counter set off. */
function Line({ text }: { readonly text: string }) {
  const [before, counter, after] = text.split(COUNTER);
  if (counter === undefined) return <>{text}</>;
  return (
    <>
      {before}
      <mark>{counter}</mark>
      {after}
    </>
  );
}

/** The ruleset of nftables with its counters, as they are now. */
export function FirewallRules({ namespace }: { readonly namespace: string }) {
  const { reply } = useReply("firewall", { namespace }, AGAIN_MS);
  const lines = (reply?.text ?? "").split("\n").filter((line) => line !== "");
  return (
    <details open={lines.length > 0}>
      <summary>Firewall {lines.length === 0 && <span class="count">none</span>}</summary>
      {reply?.error !== undefined && <p class="note">{reply.error}</p>}
      {lines.length > 0 && (
        <pre class="scroll ruleset">
          {lines.map((line, at) => (
            <div key={at}>
              <Line text={line.replaceAll("\t", "  ")} />
            </div>
          ))}
        </pre>
      )}
    </details>
  );
}
