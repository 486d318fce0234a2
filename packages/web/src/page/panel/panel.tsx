import { X } from "lucide";
import { IconButton } from "../look/icon-button.js";
import { links } from "../store/network.js";
import { names, selectedLink, selection } from "../store/selection.js";
import { LinkPanel } from "./link-panel.js";
import { NamespacePanel } from "./namespace-panel.js";
import { Overview } from "./overview.js";

/** What is selected, but is not there at the time that is shown. */
const Gone = () => <p class="note">It is not there at this time.</p>;

function Selected() {
  const chosen = selection.value;
  if (chosen === undefined) return <Overview />;
  if ("link" in chosen)
    return selectedLink.value === undefined ? (
      <Gone />
    ) : (
      <LinkPanel link={selectedLink.value} key={chosen.link} />
    );
  return names.value.includes(chosen.namespace) ? (
    <NamespacePanel name={chosen.namespace} links={links.value} key={chosen.namespace} />
  ) : (
    <Gone />
  );
}

const selectNothing = () => {
  selection.value = undefined;
};

/** The panel at the side: what is selected, or an overview. */
export function Panel() {
  return (
    <aside class="panel" aria-label="Details">
      {selection.value !== undefined && (
        <IconButton icon={X} label="Close" shortcut="Escape" closes onClick={selectNothing} />
      )}
      <Selected />
    </aside>
  );
}
