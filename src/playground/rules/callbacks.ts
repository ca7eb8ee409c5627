import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { type Component, duplicateIds, flatten } from './components.ts';
import { invalidForm, type Mistake } from './errors.ts';
import type { Spec } from './schema.ts';

/** Autocompletion's `data`: at most 25 choices, values of at most 100 characters and of the option's type. */
export function checkChoices(spec: Spec, data: unknown, optionType: number): void {
  const isText = optionType === ApplicationCommandOptionType.String;
  const path = ['data'];
  const mistakes: Mistake[] = spec.check(
    isText
      ? 'InteractionApplicationCommandAutocompleteCallbackStringData'
      : 'InteractionApplicationCommandAutocompleteCallbackNumberData',
    data ?? {},
    path,
  );
  if (mistakes.length === 0) {
    const { choices } = (data ?? {}) as { choices?: readonly ({ value: unknown } | null)[] | null };
    for (const [index, choice] of (choices ?? []).entries()) {
      const at = [...path, 'choices', index, 'value'];
      if (typeof choice?.value === 'string' && choice.value.length > 100) {
        mistakes.push({ path: at, code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 100 or fewer in length.' });
      }
      if (optionType === ApplicationCommandOptionType.Integer && !Number.isInteger(choice?.value)) {
        mistakes.push({
          path: at,
          code: 'NUMBER_TYPE_COERCE',
          message: `Value "${choice?.value}" is not int.`,
        });
      }
    }
  }
  if (mistakes.length > 0) throw invalidForm(mistakes);
}

/** A modal's `data`: at most five rows or labels, unique custom ids. */
export function checkModal(spec: Spec, data: unknown): void {
  const path = ['data'];
  const mistakes: Mistake[] = spec.check('ModalInteractionCallbackRequestData', data, path);
  if (mistakes.length === 0) {
    const components = (data as { components: readonly Component[] }).components;
    const at = [...path, 'components'];
    if (components.length > 5) {
      mistakes.push({
        path: at,
        code: 'BASE_TYPE_BAD_LENGTH',
        message: 'Must be between 1 and 5 in length.',
      });
    }
    const all = flatten(components, at);
    mistakes.push(...duplicateIds(all));
    for (const { component, path: place } of all) {
      mistakes.push(...choiceMistakes(component, place));
      // In a row, the input has the label; in a Label component it must not.
      const inRow = place.at(-2) === 'components' && place.length > at.length + 1;
      if (component.type === 4 && inRow && !component.label) {
        const message = 'This field is required';
        mistakes.push({ path: [...place, 'label'], code: 'BASE_TYPE_REQUIRED', message });
      }
    }
  }
  if (mistakes.length > 0) throw invalidForm(mistakes);
}

/** Components, "String Select": between 1 and 25 options, and no more selected ones than may be chosen. */
function choiceMistakes({ type, options, max_values: most }: Component, path: Mistake['path']): Mistake[] {
  if (type !== 3) return [];
  const count = (options ?? []).length;
  const chosen = (options ?? []).filter((option) => option.default === true).length;
  return [
    ...(count < 1 || count > 25
      ? [
          {
            path: [...path, 'options'],
            code: 'BASE_TYPE_BAD_LENGTH',
            message: 'Must be between 1 and 25 in length.',
          },
        ]
      : []),
    ...(chosen > (most ?? 1)
      ? [
          {
            path: [...path, 'options'],
            code: 'SELECT_COMPONENT_TOO_MANY_DEFAULT_OPTIONS',
            message: 'The number of selected default options exceeds the maximum number of values.',
          },
        ]
      : []),
  ];
}
