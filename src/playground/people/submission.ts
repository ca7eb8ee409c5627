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
  readonly component?: Input;
  readonly components?: readonly Input[];
}

const TEXT_INPUT = 4;
const LABEL = 18;
const ACTION_ROW = 1;

/**
 * `data` of a modal's interaction (Interactions, "Receiving and Responding", modal submit data), from values
 * by custom id. Throws where Discord's client would not send it: an empty required input, a text too short or long.
 */
export function modalData(
  modal: APIModalInteractionResponseCallbackData,
  values: Readonly<Record<string, string | readonly string[]>>,
): object {
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
      return { ...common, values: typed === undefined ? [] : typeof typed === 'string' ? [typed] : typed };
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
