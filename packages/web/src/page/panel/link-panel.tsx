import type { LinkView } from "../../wire/link-view.js";
import { familyOf } from "../look/families.js";
import { Icon } from "../look/icon.js";
import { Sparkline } from "../look/sparkline.js";
import { rateText } from "../look/units.js";
import { links, rateOf, ratesOf } from "../store/network.js";
import { selection } from "../store/selection.js";
import { DetailTables } from "./detail-tables.js";
import { LinkName } from "./link-name.js";

const WIDTH = 336;

/** What a link receives and sends. */
function Traffic({ id }: { readonly id: string }) {
  const [rx, tx] = rateOf(id);
  return (
    <section class="chart">
      <Sparkline rates={ratesOf(id)} width={WIDTH} height={64} />
      <p>
        <span class="key received">received {rateText(rx)}</span>
        <span class="key sent">sent {rateText(tx)}</span>
      </p>
    </section>
  );
}

/** Links that belong to a link, by how. */
function relations({ id, master, lower, peer }: LinkView): readonly (readonly [string, readonly string[]])[] {
  const all = [...links.value.values()];
  const one = (other: string | undefined) => (other === undefined ? [] : [other]);
  const where = (member: "master" | "lower") =>
    all.filter((link) => link[member] === id).map((link) => link.id);
  const found = [
    ["Master", one(master)],
    ["Peer", one(peer)],
    ["Lies over", one(lower)],
    ["Ports", where("master")],
    ["Under", where("lower")],
  ] as const;
  return found.filter(([, ids]) => ids.length > 0);
}

function Facts({ link }: { readonly link: LinkView }) {
  const { index, mtu, mac, facts, addresses, elsewhere } = link;
  const own = [
    ["Index", String(index)],
    ...(mtu === undefined ? [] : [["MTU", String(mtu)]]),
    ...(mac === undefined ? [] : [["MAC", mac]]),
    ...facts,
  ] as const;
  return (
    <dl class="facts">
      {addresses.length > 0 && (
        <>
          <dt>Addresses</dt>
          <dd>
            {addresses.map((address) => (
              <code key={address}>{address}</code>
            ))}
          </dd>
        </>
      )}
      {relations(link).map(([label, ids]) => (
        <>
          <dt>{label}</dt>
          <dd>
            {ids.slice(0, 40).map((id) => (
              <LinkName id={id} key={id} beside={link.namespace} />
            ))}
            {ids.length > 40 && <span>and {ids.length - 40} more</span>}
          </dd>
        </>
      ))}
      {elsewhere && (
        <>
          <dt>Leads to</dt>
          <dd>a namespace that is not shown</dd>
        </>
      )}
      {own.map(([label, value]) => (
        <>
          <dt>{label}</dt>
          <dd>
            <code>{value}</code>
          </dd>
        </>
      ))}
    </dl>
  );
}

/** Everything about a link. */
export function LinkPanel({ link }: { readonly link: LinkView }) {
  const { id, namespace, index, name, kind, state, note } = link;
  const { name: family, icon } = familyOf(kind);
  const goToNamespace = () => {
    selection.value = { namespace };
  };
  return (
    <article class={`family-${family}`}>
      <header>
        <span class="tile large">
          <Icon of={icon} size={22} />
        </span>
        <div>
          <h2>{name}</h2>
          <p class="from">
            {note ?? kind} in{" "}
            <button type="button" class="link" onClick={goToNamespace}>
              {namespace}
            </button>
          </p>
        </div>
        <span class={`badge ${state.replace(" ", "-")}`}>{state}</span>
      </header>
      <Traffic id={id} />
      <Facts link={link} />
      <DetailTables namespace={namespace} index={index} />
    </article>
  );
}
