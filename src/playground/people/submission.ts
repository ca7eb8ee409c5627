import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';

interface Input {
  readonly type: number;
  readonly id?: number;
  readonly custom_id?: string;
  readonly value?: string;
  readonly label?: string;
  readonly required?: boolean;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly min_values?: number;
  readonly max_values?: number;
  readonly options?: readonly { readonly value: string; readonly default?: boolean }[];
  readonly default_values?: readonly { readonly id: string }[];
  readonly component?: Input;
  readonly components?: readonly Input[];
}

const TEXT_INPUT = 4;
const STRING_SELECT = 3;
const LABEL = 18;
const ACTION_ROW = 1;

/**
 * `data` of a modal's interaction (Interactions, "Receiving and Responding", modal submit data), from values
 * by custom id; what is not given is sent as it stood there. Throws where Discord's client would not send it: an empty
 * required input, a text too short or long, too few or too many values selected, or one that is not offered.
 */
export function modalData(
  modal: APIModalInteractionResponseCallbackData,
  values: Readonly<Record<string, string | readonly string[]>>,
): { readonly custom_id: string; readonly components: readonly object[] } {
  let count = 0;
  const answer = (input: Input): object => {
    count += 1;
    const id = input.id ?? count;
    if (input.type === ACTION_ROW)
      return { type: input.type, id, components: (input.components ?? []).map(answer) };
    if (input.type === LABEL && input.component)
      return { type: input.type, id, component: answer(input.component) };
    if (input.custom_id === undefined) return { type: input.type, id };
    const typed = values[input.custom_id];
    const common = { type: input.type, id, custom_id: input.custom_id };
    if (input.type !== TEXT_INPUT) {
      const given = typeof typed === 'string' ? [typed] : typed;
      return { ...common, values: selected(input, given ?? preselected(input)) };
    }
    return { ...common, value: checked(input, typeof typed === 'string' ? typed : (input.value ?? '')) };
  };
  return {
    custom_id: modal.custom_id,
    components: (modal.components as unknown as readonly Input[]).map(answer),
  };
}

function checked(input: Input, value: string): string {
  const { required = true, min_length: min = 0, max_length: max = 4_000 } = input;
  if (required && value === '') throw new Error(`${input.custom_id} must be filled in.`);
  if (value !== '' && (value.length < min || value.length > max)) {
    throw new Error(`${input.custom_id} takes ${min} to ${max} characters.`);
  }
  return value;
}

/** What a menu shows as selected when the modal opens. */
const preselected = ({ options = [], default_values: entities = [] }: Input): readonly string[] => [
  ...options.filter((option) => option.default === true).map(({ value }) => value),
  ...entities.map(({ id }) => id),
];

function selected(input: Input, values: readonly string[]): readonly string[] {
  const { required = true, min_values: min = 1, max_values: max = 1, options = [], custom_id: id } = input;
  if (values.length === 0 && required) throw new Error(`${id} must be chosen.`);
  if (values.length > 0 && (values.length < min || values.length > max)) {
    throw new Error(`${id} takes ${min} to ${max} values.`);
  }
  const wrong = values.find((value) => !options.some((option) => option.value === value));
  if (input.type === STRING_SELECT && wrong !== undefined) throw new Error(`${id} does not offer ${wrong}.`);
  return values;
}

const ENTITIES = [5, 6, 7, 8];

/** The ids of people, roles and channels that were selected. */
export function selectedIds(components: readonly object[]): readonly string[] {
  return (components as readonly (Input & { readonly values?: readonly string[] })[]).flatMap((input) => {
    const inner = input.component ?? input;
    return ENTITIES.includes(inner.type) && 'values' in inner ? (inner.values as readonly string[]) : [];
  });
}
