import {
  type APIComponentInLabel,
  type APIModalInteractionResponseCallbackData,
  type ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from 'discord-api-types/v10';
import { cutLabel } from '../message/cut.ts';
import { LIMITS } from '../message/limits.ts';

/** Limits of forms: docs.discord.com/developers/components/reference#label, and of the response that opens a modal. */
const FORM = { title: 45, label: 45, description: 100, fields: 5, placeholder: 100 } as const;

/** What a person fills in or chooses. `id` names it in what they send. */
export type FormField = {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
} & (
  | {
      readonly kind: 'text';
      readonly value: string;
      readonly placeholder?: string;
      readonly required: boolean;
      readonly most: number;
    }
  | {
      readonly kind: 'choice';
      readonly options: readonly {
        readonly label: string;
        readonly value: string;
        readonly chosen: boolean;
      }[];
      /** Most that can be chosen. At least one must be. */
      readonly most: number;
    }
  | { readonly kind: 'role'; readonly chosen: string | undefined }
  | {
      readonly kind: 'channel';
      readonly chosen: string | undefined;
      readonly channelTypes: readonly ChannelType[];
    }
);

function inputOf(field: FormField): APIComponentInLabel {
  const { id } = field;
  switch (field.kind) {
    case 'text':
      return {
        type: ComponentType.TextInput,
        custom_id: id,
        style: TextInputStyle.Short,
        required: field.required,
        max_length: field.most,
        ...(field.value === '' ? {} : { value: field.value.slice(0, field.most) }),
        ...(field.placeholder === undefined
          ? {}
          : { placeholder: cutLabel(field.placeholder, FORM.placeholder) }),
      };
    case 'choice':
      return {
        type: ComponentType.StringSelect,
        custom_id: id,
        min_values: 1,
        max_values: field.most,
        options: field.options.slice(0, LIMITS.options).map(({ label, value, chosen }) => ({
          label: cutLabel(label, LIMITS.optionLabel),
          value,
          default: chosen,
        })),
      };
    case 'role':
      return {
        type: ComponentType.RoleSelect,
        custom_id: id,
        required: false,
        min_values: 0,
        max_values: 1,
        ...(field.chosen === undefined
          ? {}
          : { default_values: [{ id: field.chosen, type: SelectMenuDefaultValueType.Role }] }),
      };
    case 'channel':
      return {
        type: ComponentType.ChannelSelect,
        custom_id: id,
        min_values: 1,
        max_values: 1,
        channel_types: [...field.channelTypes],
        ...(field.chosen === undefined
          ? {}
          : { default_values: [{ id: field.chosen, type: SelectMenuDefaultValueType.Channel }] }),
      };
  }
}

/** A form of at most five fields. */
export const drawForm = (
  customId: string,
  title: string,
  fields: readonly FormField[],
): APIModalInteractionResponseCallbackData => ({
  custom_id: customId,
  title: cutLabel(title, FORM.title),
  components: fields.slice(0, FORM.fields).map((field) => ({
    type: ComponentType.Label,
    label: cutLabel(field.label, FORM.label),
    ...(field.description === undefined
      ? {}
      : { description: cutLabel(field.description, FORM.description) }),
    component: inputOf(field),
  })),
});
