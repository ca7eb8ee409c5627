import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import type { Page, PageFile } from '../model.ts';
import { type Control, encodeControl, encodeRoute, type Route } from '../route.ts';
import { contentLineOf } from './contentLine.ts';
import { cut, cutLabel, graphemeEnd } from './cut.ts';
import { LIMITS } from './limits.ts';
import { isOpenable, plainLabel, withoutHidden } from './plain.ts';

/** The one accent colour. */
export const ACCENT = 0x4f6fa8;

export type Button =
  | {
      readonly kind: Control['kind'];
      readonly label: string;
      readonly route: Route;
      readonly primary?: boolean;
      /** Undefined counts as false. */
      readonly disabled?: boolean | undefined;
    }
  | { readonly kind: 'link'; readonly label: string; readonly url: string };

/** A menu entry; all texts plain, truncated to Discord's limits. */
export interface Entry {
  readonly label: string;
  readonly description?: string | undefined;
  readonly route: Route;
}

/** A row of buttons, or a menu; empty ones are left out. */
export type Row =
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] }
  | { readonly kind: 'menu'; readonly placeholder: string; readonly entries: readonly Entry[] };

/** A message before it is fitted into Discord's limits. */
export interface PageDraft {
  readonly embeds: readonly APIEmbed[];
  readonly rows: readonly Row[];
  readonly files?: readonly PageFile[];
  /** What the page is a part of, plain: the session of a section. */
  readonly within?: string;
}

export const buttons = (...list: readonly (Button | undefined | false)[]): Row => ({
  kind: 'buttons',
  buttons: list.filter((button): button is Button => button !== undefined && button !== false),
});

/** A link button, if Discord takes the address. */
export const link = (label: string, url: string | undefined): Button | undefined =>
  url !== undefined && url.length <= LIMITS.linkUrl && isOpenable(url)
    ? { kind: 'link', label, url }
    : undefined;

const orDash = (text: string): string => (text.trim() === '' ? '—' : text);

function drawButton(button: Button, customId: (control: Control) => string): APIButtonComponent {
  const label = orDash(cutLabel(plainLabel(button.label), LIMITS.buttonLabel));
  if (button.kind === 'link') {
    return { type: ComponentType.Button, style: ButtonStyle.Link, label, url: button.url };
  }
  return {
    type: ComponentType.Button,
    style: button.primary ? ButtonStyle.Primary : ButtonStyle.Secondary,
    label,
    custom_id: customId(button),
    ...(button.disabled ? { disabled: true } : {}),
  };
}

function drawRow(
  row: Row,
  at: number,
  customId: (control: Control) => string,
): APIActionRowComponent<APIComponentInMessageActionRow> | undefined {
  if (row.kind === 'buttons') {
    const components = row.buttons.slice(0, LIMITS.buttons).map((button) => drawButton(button, customId));
    return components.length === 0 ? undefined : { type: ComponentType.ActionRow, components };
  }
  const options = new Map(
    row.entries.map(({ label, description, route }) => {
      const value = encodeRoute(route);
      const told = plainLabel(description ?? '')
        .replace(/\s+/g, ' ')
        .trim();
      return [
        value,
        {
          label: orDash(cutLabel(plainLabel(label), LIMITS.optionLabel)),
          value,
          ...(told === '' ? {} : { description: cutLabel(told, LIMITS.optionDescription) }),
        },
      ];
    }),
  );
  if (options.size === 0) return undefined;
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: `menu#${at + 1}`,
        placeholder: cutLabel(row.placeholder, LIMITS.placeholder),
        options: [...options.values()].slice(0, LIMITS.options),
      },
    ],
  };
}

/** The text of an embed that counts towards the total of 6,000. */
const textOf = ({ title, description, fields, footer, author }: APIEmbed): number =>
  (title?.length ?? 0) +
  (description?.length ?? 0) +
  (footer?.text.length ?? 0) +
  (author?.name.length ?? 0) +
  (fields ?? []).reduce((sum, { name, value }) => sum + name.length + value.length, 0);

const fits = (url: string | undefined): url is string =>
  url !== undefined && url.length <= LIMITS.embedUrl && (url.startsWith('attachment://') || isOpenable(url));

/** Fits an embed into each limit. Pages are drawn to fit; this is a guarantee. */
function fitEmbed(embed: APIEmbed): APIEmbed {
  const { title, description, fields, footer, author, url, image, thumbnail, ...rest } = embed;
  const given = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';
  return {
    ...rest,
    ...(given(title) ? { title: title.slice(0, graphemeEnd(title, LIMITS.title)) } : {}),
    ...(fits(url) ? { url } : {}),
    ...(given(description) ? { description: cut(description, LIMITS.description) } : {}),
    ...(given(author?.name)
      ? { author: { ...author, name: cutLabel(withoutHidden(author.name), LIMITS.author) } }
      : {}),
    ...(given(footer?.text)
      ? { footer: { ...footer, text: cutLabel(withoutHidden(footer.text), LIMITS.footer) } }
      : {}),
    ...(fields === undefined || fields.length === 0
      ? {}
      : {
          fields: fields.slice(0, LIMITS.fields).map((field) => ({
            ...field,
            name: orDash(cutLabel(field.name, LIMITS.fieldName)),
            value: orDash(cut(field.value, LIMITS.fieldValue)),
          })),
        }),
    ...(fits(image?.url) ? { image } : {}),
    ...(fits(thumbnail?.url) ? { thumbnail } : {}),
  };
}

const isEmpty = ({ title, description, fields, footer, author, image }: APIEmbed): boolean =>
  [title, description, fields, footer, author, image].every((part) => part === undefined);

/** Fits each embed of a message into its limits, and leaves out those that exceed the limit of all together. */
function fitEmbeds(embeds: readonly APIEmbed[]): readonly APIEmbed[] {
  const kept: APIEmbed[] = [];
  let text = 0;
  for (const embed of embeds.map(fitEmbed)) {
    if (isEmpty(embed) || kept.length >= LIMITS.embeds || text + textOf(embed) > LIMITS.embedText) continue;
    text += textOf(embed);
    kept.push(embed);
  }
  return kept;
}

/** Composes a message: fits it into every limit of Discord, and gives each control a unique id. */
export function compose({ embeds, rows, files = [], within }: PageDraft): Page {
  const used = new Set<string>();
  const customId = (control: Control): string => {
    let id = encodeControl(control);
    for (let salt = 1; used.has(id); salt += 1) id = encodeControl(control, salt);
    used.add(id);
    return id;
  };
  const components = rows
    .map((row, at) => drawRow(row, at, customId))
    .filter((row) => row !== undefined)
    .slice(0, LIMITS.rows);
  const fitted = fitEmbeds(embeds);
  const content = fitted[0] === undefined ? '' : contentLineOf(fitted[0], within);
  return { embeds: fitted, components, files, ...(content === '' ? {} : { content }) };
}
