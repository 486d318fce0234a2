import { Box } from "lucide";
import type { LinkView } from "../../wire/link-view.js";
import { Icon } from "../look/icon.js";
import { namespaces } from "../store/network.js";
import { DetailTables } from "./detail-tables.js";
import { FirewallRules } from "./firewall.js";
import { LinkName } from "./link-name.js";

const MOST = 60;

/** Everything about a namespace. */
export function NamespacePanel({
  name,
  links,
}: {
  readonly name: string;
  readonly links: ReadonlyMap<string, LinkView>;
}) {
  const own = [...links.values()].filter(({ namespace }) => namespace === name);
  const error = namespaces.value.find((one) => one.name === name)?.error;
  return (
    <article>
      <header>
        <span class="tile large">
          <Icon of={Box} size={22} />
        </span>
        <div>
          <h2>{name}</h2>
          <p class="from">network namespace</p>
        </div>
      </header>
      {error !== undefined && <p class="note bad">{error}</p>}
      <details open>
        <summary>
          Links <span class="count">{own.length}</span>
        </summary>
        <p class="chips">
          {own.slice(0, MOST).map(({ id }) => (
            <LinkName key={id} id={id} beside={name} />
          ))}
          {own.length > MOST && <span>and {own.length - MOST} more</span>}
        </p>
      </details>
      <FirewallRules namespace={name} />
      <DetailTables namespace={name} />
    </article>
  );
}
