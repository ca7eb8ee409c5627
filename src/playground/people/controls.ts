import type { APIMessage } from 'discord-api-types/v10';
import { type Component, flatten } from '../rules/components.ts';

/** A button or a menu of a message. */
export type Control = {
  readonly customId: string | undefined;
  /** Discord's component type, and its id in the message. */
  readonly type: number;
  readonly id: number | undefined;
  readonly disabled: boolean;
} & (
  | { readonly kind: 'button'; readonly label: string; readonly url: string | undefined }
  | {
      readonly kind: 'menu';
      readonly placeholder: string | undefined;
      readonly min: number;
      readonly max: number;
      readonly options: readonly {
        readonly label: string;
        readonly value: string;
        readonly description: string | undefined;
        readonly isDefault: boolean;
      }[];
    }
);

interface SeenComponent extends Component {
  readonly id?: number;
  readonly disabled?: boolean | null;
  readonly placeholder?: string | null;
  readonly emoji?: { readonly name?: string } | null;
  readonly options?: readonly {
    readonly value: string;
    readonly label: string;
    readonly description?: string | null;
    readonly default?: boolean | null;
  }[];
}

/** All buttons and menus of a message, in reading order. */
export function controlsOf(message: Pick<APIMessage, 'components'>): Control[] {
  const all = flatten((message.components ?? []) as unknown as readonly Component[], []);
  return all.flatMap(({ component }): Control[] => {
    const seen = component as SeenComponent;
    const common = {
      customId: seen.custom_id ?? undefined,
      type: seen.type,
      id: seen.id,
      disabled: seen.disabled === true,
    };
    if (seen.type === 2) {
      return [
        {
          ...common,
          kind: 'button',
          label: seen.label ?? seen.emoji?.name ?? '',
          url: seen.url ?? undefined,
        },
      ];
    }
    if (![3, 5, 6, 7, 8].includes(seen.type)) return [];
    const options = (seen.options ?? []).map((option) => ({
      label: option.label,
      value: option.value,
      description: option.description ?? undefined,
      isDefault: option.default === true,
    }));
    const bounds = { min: seen.min_values ?? 1, max: seen.max_values ?? 1 };
    return [{ ...common, kind: 'menu', placeholder: seen.placeholder ?? undefined, ...bounds, options }];
  });
}

/** The text of a message: content, embeds in reading order, and text of components (V2). */
export function textOf(message: Pick<APIMessage, 'content' | 'embeds' | 'components'>): string {
  const embeds = message.embeds.flatMap((embed) => [
    embed.author?.name,
    embed.title,
    embed.description,
    ...(embed.fields ?? []).flatMap((field) => [field.name, field.value]),
    embed.footer?.text,
  ]);
  const components = flatten((message.components ?? []) as unknown as readonly Component[], []);
  const texts = components.map(({ component }) => (component.type === 10 ? component.content : undefined));
  return [message.content, ...embeds, ...texts]
    .filter((text) => text !== undefined && text !== '')
    .join('\n');
}
