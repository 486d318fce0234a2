import { computed } from "@preact/signals";
import type { Happening } from "../../wire/state.js";
import { select } from "../graph/select.js";
import { rateText, timeText } from "../look/units.js";
import { moment, showTime } from "../store/moment.js";
import { frames, happenings, links, namespaces } from "../store/network.js";
import { names } from "../store/selection.js";
import { LinkName } from "./link-name.js";

const MOST = { busy: 6, events: 80 };

/** The links that receive and send most. */
const busiest = computed(() => {
  const rates = Object.entries(frames.value.at(-1)?.rates ?? {});
  return rates
    .filter(([id]) => links.value.has(id))
    .map(([id, [rx, tx]]) => ({ id, sum: rx + tx }))
    .sort((one, other) => other.sum - one.sum)
    .slice(0, MOST.busy);
});

/** What happened up to the time that is shown, the latest first. */
const latest = computed(() => {
  const until = moment.value ?? Number.POSITIVE_INFINITY;
  return happenings.value
    .filter(({ time }) => time <= until)
    .slice(-MOST.events)
    .reverse();
});

const SIGNS = { added: "+", changed: "~", removed: "−" } as const;

/** A line about what happened, which leads to its time. */
function Line({ happening }: { readonly happening: Happening }) {
  const { time, namespace, link, type, object, text } = happening;
  const goTo = () => {
    showTime(time);
    if (link !== undefined && type !== "removed") select(link);
  };
  return (
    <li>
      <button type="button" class={`event ${type}`} onClick={goTo}>
        <time>{timeText(time)}</time>
        <span class="sign">{SIGNS[type]}</span>
        <span class="what">
          <em>{object}</em> {text}
        </span>
        {names.value.length > 1 && object !== "namespace" && <small>{namespace}</small>}
      </button>
    </li>
  );
}

function Figures() {
  const all = [...links.value.values()];
  const figures = [
    [namespaces.value.length, "namespaces"],
    [all.length, "links"],
    [all.filter(({ state }) => state === "up").length, "up"],
    [all.reduce((sum, { addresses }) => sum + addresses.length, 0), "addresses"],
  ] as const;
  return (
    <ul class="figures">
      {figures.map(([number, label]) => (
        <li key={label}>
          <strong>{number.toLocaleString("en")}</strong> {label}
        </li>
      ))}
    </ul>
  );
}

/** What is shown while nothing is selected. */
export function Overview() {
  return (
    <article>
      <Figures />
      {busiest.value.length > 0 && (
        <section>
          <h3>Busiest</h3>
          <ul class="busiest">
            {busiest.value.map(({ id, sum }) => (
              <li key={id}>
                <LinkName id={id} />
                <span class="number">{rateText(sum)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="events">
        <h3>Events</h3>
        {latest.value.length === 0 && <p class="note">Nothing has changed yet.</p>}
        <ol>
          {latest.value.map((happening) => (
            <Line key={happening.id} happening={happening} />
          ))}
        </ol>
      </section>
    </article>
  );
}
