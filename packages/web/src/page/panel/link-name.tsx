import { select } from "../graph/select.js";
import { familyOf } from "../look/families.js";
import { links } from "../store/network.js";
import { names } from "../store/selection.js";

/** The name of a link, which selects it; with its namespace, unless that is said beside it. */
export function LinkName({ id, beside }: { readonly id: string; readonly beside?: string }) {
  const link = links.value.get(id);
  if (link === undefined) return <span>{id}</span>;
  return (
    <button type="button" class={`chip family-${familyOf(link.kind).name}`} onClick={() => select(id)}>
      <span class="swatch" />
      {link.name}
      {names.value.length > 1 && link.namespace !== beside && <small>{link.namespace}</small>}
    </button>
  );
}
