import { signal } from "@preact/signals";
import { X } from "lucide";
import { useEffect, useRef } from "preact/hooks";
import { Icon } from "../look/icon.js";
import { KEYS } from "./keys.js";

/** True while the keys are listed. */
export const isHelpOpen = signal(false);

const close = () => {
  isHelpOpen.value = false;
};

/** Lists the keys. */
export function Help() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isHelpOpen.value) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isHelpOpen.value]);
  return (
    <dialog ref={dialog} class="help" aria-label="Keys" onClose={close}>
      <h2>Keys</h2>
      <button type="button" class="plain close" aria-label="Close" onClick={close}>
        <Icon of={X} />
      </button>
      <dl>
        {KEYS.map(({ shown, does }) => (
          <div key={does}>
            <dt>
              {shown.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  );
}
