/** Keyboard actions of a text field with suggestions. */
export interface FieldKeys {
  /** Number of visible suggestions. */
  readonly count: number;
  /** -1 for none. */
  readonly active: number;
  /** Whether Enter takes the first suggestion without a selection. */
  readonly eager: boolean;
  readonly move: (index: number) => void;
  readonly pick: (index: number) => void;
  /** Takes the first of the suggestions that are on their way; undefined where the visible ones are the newest. */
  readonly pickArriving: (() => void) | undefined;
  readonly shut: () => void;
  /** Opens the closed suggestions again. */
  readonly open: (() => void) | undefined;
  readonly cancel: () => void;
  /** Goes back from an empty field; false where it is the first. */
  readonly back: () => boolean;
  readonly send: () => void;
}

/** Handles a key of a text field with suggestions; false for the default action. */
export function handleFieldKey(
  event: KeyboardEvent,
  field: HTMLInputElement | HTMLTextAreaElement,
  keys: FieldKeys,
): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const { count, active } = keys;
  const chosen = active >= 0 && active < count ? active : keys.eager && count > 0 ? 0 : -1;
  switch (event.key) {
    case 'ArrowDown':
      if (count === 0) return reopen(keys);
      keys.move((active + 1) % count);
      return true;
    case 'ArrowUp':
      if (count === 0) return reopen(keys);
      keys.move(active <= 0 ? count - 1 : active - 1);
      return true;
    case 'Tab': {
      // Tab takes the active or the best suggestion; without suggestions it moves to the next field.
      if (event.shiftKey || (chosen < 0 && field.value.trim() === '')) return false;
      if (chosen < 0 && keys.pickArriving) keys.pickArriving();
      else if (count > 0) keys.pick(Math.max(0, chosen));
      else return false;
      return true;
    }
    case 'Enter':
      if (event.shiftKey) return false;
      if (chosen >= 0) keys.pick(chosen);
      else keys.send();
      return true;
    case 'Escape':
      if (count > 0) keys.shut();
      else keys.cancel();
      return true;
    case 'Backspace':
      return field.value === '' && keys.back();
    default:
      return false;
  }
}

function reopen(keys: FieldKeys): boolean {
  keys.open?.();
  return keys.open !== undefined;
}
