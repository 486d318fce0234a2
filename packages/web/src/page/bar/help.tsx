import { signal } from "@preact/signals";
import { X } from "lucide";
import { useEffect, useRef } from "preact/hooks";
import { IconButton } from "../look/icon-button.js";
import { KEYS } from "./keys.js";

/** True while the keys are listed. */
const isHelpOpen = signal(false);

/** Lists the keys. */
export const openHelp = () => {
  isHelpOpen.value = true;
};

const close = () => {
  isHelpOpen.value = false;
};

/** The list of the keys. */
export function Help() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isHelpOpen.value) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isHelpOpen.value]);
  return (
    <dialog ref={dialog} class="help" aria-label="Keys" onClose={close}>
      <h2>Keys</h2>
      <IconButton icon={X} label="Close" closes onClick={close} />
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
