import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APISelectMenuOption,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import { stringsFor } from '#locales/index.ts';
import type { Page, Reader } from '../model.ts';
import { type Control, encodeControl, type Route, readControl } from '../route.ts';
import { LIMITS } from './limits.ts';

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

const isButtons = ({ components }: Row): boolean =>
  components.every(({ type }) => type === ComponentType.Button);

/**
 * Adds a share button to the page: at the end of the last row of buttons with a free slot,
 * else in a new row. A page without space for either is unchanged; the pages of this folder always have it.
 */
export function withShare(page: Page, route: Route, reader: Reader): Page {
  const { recap: _, ...shared } = route;
  const button: APIButtonComponent = {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label: stringsFor(reader.locale).button.share,
    custom_id: encodeControl({ kind: 'share', route: shared }),
  };
  const last = page.components.findLastIndex(
    (row) => isButtons(row) && row.components.length < LIMITS.buttons,
  );
  if (last === -1) {
    const row: Row = { type: ComponentType.ActionRow, components: [button] };
    return page.components.length < LIMITS.rows ? { ...page, components: [...page.components, row] } : page;
  }
  const components = page.components.map((row, at) =>
    at === last ? { ...row, components: [...row.components, button] } : row,
  );
  return { ...page, components };
}

/** The page as it stands in a channel, with the name of who shared it, whom it does not ping. */
export function withSharer(page: Page, personId: string, reader: Reader): Page {
  return withLastLine(page, `${SMALL}${stringsFor(reader.locale).sharedBy(`<@${personId}>`)}`);
}

const SMALL = '-# ';

const withLastLine = (page: Page, line: string): Page => ({
  ...page,
  content: [...(page.content === undefined ? [] : [page.content]), line].join('\n'),
});

/** The page in the place of one that somebody shared: it still says who that was. @param before that message's content */
export function keepSharer(page: Page, before: string): Page {
  const last = before.slice(before.lastIndexOf('\n') + 1);
  return last.startsWith(SMALL) ? withLastLine(page, last) : page;
}

/**
 * Adds a delivery's key to each control, by which the message is recognized as a recap and found again. The targets of
 * the controls are unchanged.
 * @param key at most 25 characters of `[A-Za-z0-9_-]`.
 */
export function markRecap(page: Page, key: string): Page {
  const mark = (text: string): string => {
    const control: Control | undefined = readControl(text);
    if (control === undefined) return text;
    const salt = /#(\d+)$/.exec(text)?.[1];
    const marked = { ...control, route: { ...control.route, recap: key } };
    return encodeControl(marked, salt === undefined ? undefined : Number(salt));
  };
  const markOption = (option: APISelectMenuOption): APISelectMenuOption => ({
    ...option,
    value: mark(option.value),
  });
  const components = page.components.map((row) => ({
    ...row,
    components: row.components.map((component) => {
      if (component.type === ComponentType.StringSelect) {
        return { ...component, options: component.options.map(markOption) };
      }
      return component.type === ComponentType.Button && 'custom_id' in component
        ? { ...component, custom_id: mark(component.custom_id) }
        : component;
    }),
  }));
  return { ...page, components };
}
