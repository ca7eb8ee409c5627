import { LitElement } from 'lit';

const CONTROLS = 'button.button:not([disabled]), button.select:not([disabled])';

const nameOf = (control: HTMLElement): string =>
  control.getAttribute('aria-label') ?? control.textContent?.trim() ?? '';

/** The name of the message's control that has the focus; undefined where none has it. */
export function heldControl(message: HTMLElement): string | undefined {
  const control = document.activeElement;
  return control instanceof HTMLElement && message.contains(control) && control.matches(CONTROLS)
    ? nameOf(control)
    : undefined;
}

/**
 * Focuses the control with this name in a message that was drawn anew, else the one that leads on: a person at the
 * keyboard goes on from where the message changed.
 */
export async function focusAgain(message: HTMLElement, name: string): Promise<void> {
  const menus = [...message.querySelectorAll('play-select')].filter((menu) => menu instanceof LitElement);
  await Promise.all(menus.map((menu) => menu.updateComplete));
  const controls = [...message.querySelectorAll<HTMLElement>(CONTROLS)];
  const target =
    controls.find((control) => nameOf(control) === name) ??
    controls.find((control) => control.classList.contains('primary')) ??
    controls[0];
  target?.focus({ preventScroll: true });
}
