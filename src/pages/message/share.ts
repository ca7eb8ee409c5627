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
import { type Control, encodeControl, type Route, readControl, shortQuestionRoute } from '../route.ts';
import { LIMITS } from './limits.ts';

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

const isButtons = ({ components }: Row): boolean =>
  components.every(({ type }) => type === ComponentType.Button);

/**
 * Adds a button to the page: at the end of the last row of buttons with a free slot, else in a new row. A page without
 * space for either is unchanged.
 */
function withButton(page: Page, button: APIButtonComponent): Page {
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

const withoutRecap = ({ recap: _, ...route }: Route): Route => route;

const withControl = (page: Page, kind: 'share' | 'save', route: Route, reader: Reader): Page =>
  withButton(page, {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label: stringsFor(reader.locale).button[kind],
    custom_id: encodeControl({ kind, route: withoutRecap(route) }),
  });

/** Where a page is shown. */
export interface PageContext {
  readonly route: Route;
  /** To one person alone. */
  readonly private: boolean;
  /** In the person's DM with the bot, where everything is saved already. */
  readonly inDm: boolean;
}

/** Sessions and what is in them are kept by many. */
const KEPT: readonly Route['page'][] = ['session', 'section'];

/**
 * The page with what can be done with it besides reading on, as far as it has space: a private one is shared, and it or
 * a session is saved.
 */
export function withActions(page: Page, shown: PageContext, reader: Reader): Page {
  const { route } = shown;
  const shared = shown.private ? withControl(page, 'share', route, reader) : page;
  const saves = !shown.inDm && (shown.private || KEPT.includes(route.page));
  return saves ? withControl(shared, 'save', route, reader) : shared;
}

/** The answer with two buttons that mark it, in a row of their own, if it has space for one. */
export function withMarks(page: Page, question: string, reader: Reader): Page {
  const route = shortQuestionRoute(question);
  if (route === undefined || page.components.length >= LIMITS.rows) return page;
  const labels = stringsFor(reader.locale).gaps;
  const components = (['right', 'wrong'] as const).map((kind) => ({
    type: ComponentType.Button as const,
    style: ButtonStyle.Secondary as const,
    label: labels[kind],
    custom_id: encodeControl({ kind, route }),
  }));
  return { ...page, components: [...page.components, { type: ComponentType.ActionRow, components }] };
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

/** The page in place of a shared one: it still says who shared it. @param before that message's content */
export function keepSharer(page: Page, before: string): Page {
  const last = before.slice(before.lastIndexOf('\n') + 1);
  return last.startsWith(SMALL) ? withLastLine(page, last) : page;
}

/** A message's content without the name of who shared it. */
export const withoutSharer = (content: string): string =>
  content
    .split('\n')
    .filter((line) => !line.startsWith(SMALL))
    .join('\n');

/** The page with other controls; one for which `change` gives nothing is left out. */
function mapControls(page: Page, change: (control: Control) => Control | undefined): Page {
  const changed = (text: string): string | undefined => {
    const control = readControl(text);
    if (control === undefined) return text;
    const salt = /#(\d+)$/.exec(text)?.[1];
    const other = change(control);
    return other && encodeControl(other, salt === undefined ? undefined : Number(salt));
  };
  const changeOption = (option: APISelectMenuOption): readonly APISelectMenuOption[] => {
    const value = changed(option.value);
    return value === undefined ? [] : [{ ...option, value }];
  };
  const components = page.components.map((row) => ({
    ...row,
    components: row.components.flatMap((component): APIComponentInMessageActionRow[] => {
      if (component.type === ComponentType.StringSelect) {
        return [{ ...component, options: component.options.flatMap(changeOption) }];
      }
      if (component.type !== ComponentType.Button || !('custom_id' in component)) return [component];
      const id = changed(component.custom_id);
      return id === undefined ? [] : [{ ...component, custom_id: id }];
    }),
  }));
  return { ...page, components: components.filter((row) => row.components.length > 0) };
}

/**
 * Adds a delivery's key to each control, by which the message is recognized as a recap and found again. The targets of
 * the controls are unchanged.
 * @param key at most 25 characters of `[A-Za-z0-9_-]`.
 */
export const markRecap = (page: Page, key: string): Page =>
  mapControls(page, (control) => ({ ...control, route: { ...control.route, recap: key } }));

/** The page as it is saved: without the mark of a recap, and without a button to save it. */
export const savedCopy = (page: Page): Page =>
  mapControls(page, ({ kind, route }) =>
    kind === 'save' ? undefined : { kind, route: withoutRecap(route) },
  );

/** The page that a message shows, by those of its controls that do something with it. */
export const shownRoute = ({ components }: Page): Route | undefined =>
  components
    .flatMap((row) => row.components)
    .map((component) => ('custom_id' in component ? readControl(component.custom_id) : undefined))
    .find((control) => control !== undefined && control.kind !== 'open')?.route;
