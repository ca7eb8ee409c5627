/** What the keys of a text field with suggestions do. */
export interface FieldKeys {
  /** How many suggestions stand open; 0 where none do. */
  readonly count: number;
  /** -1 where none is. */
  readonly active: number;
  /** Whether Enter takes the first suggestion without anybody having gone there. */
  readonly eager: boolean;
  readonly move: (index: number) => void;
  readonly pick: (index: number) => void;
  readonly shut: () => void;
  /** Opens suggestions that were closed by hand. */
  readonly open: (() => void) | undefined;
  readonly cancel: () => void;
  /** Goes back from an empty field; false where there is nothing to go back to. */
  readonly back: () => boolean;
  readonly send: () => void;
}

/** Carries out a key of a text field with suggestions; false where the key keeps its own meaning. */
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
      // Tab takes what is pointed at, or the best suggestion for what was typed; else it goes on to the next field.
      const index = chosen >= 0 ? chosen : count > 0 && field.value.trim() !== '' ? 0 : -1;
      if (event.shiftKey || index < 0) return false;
      keys.pick(index);
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
