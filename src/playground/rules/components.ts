import { schemeMistake } from './embeds.ts';
import type { Mistake } from './errors.ts';

/** A component that passed the schema. */
export interface Component {
  readonly type: number;
  readonly custom_id?: string | null;
  readonly style?: number;
  readonly label?: string | null;
  readonly url?: string | null;
  readonly sku_id?: string | null;
  readonly emoji?: object | null;
  readonly content?: string;
  readonly options?: readonly { readonly value: string; readonly default?: boolean | null }[];
  readonly min_values?: number | null;
  readonly max_values?: number | null;
  readonly components?: readonly Component[];
  readonly accessory?: Component;
  readonly component?: Component;
  readonly media?: { readonly url: string };
  readonly file?: { readonly url: string };
  readonly items?: readonly { readonly media: { readonly url: string } }[];
}

/** A component and its path. */
export interface PlacedComponent {
  readonly component: Component;
  readonly path: Mistake['path'];
}

const ACTION_ROW = 1;
const BUTTON = 2;
const STRING_SELECT = 3;
const TEXT_DISPLAY = 10;
const SELECTS = [3, 5, 6, 7, 8];
const LINK = 5;
const PREMIUM = 6;

/** Rules for a message's components that Discord's schema lacks. `isV2` is the flag `IS_COMPONENTS_V2`. */
export function componentMistakes(
  components: readonly Component[],
  isV2: boolean,
  path: Mistake['path'],
): Mistake[] {
  const all = flatten(components, path);
  return [
    ...(isV2 ? v2Mistakes(all, path) : legacyMistakes(components, path)),
    ...all.flatMap(rowMistakes),
    ...all.flatMap(buttonMistakes),
    ...all.flatMap(selectMistakes),
    ...duplicateIds(all),
  ];
}

/** All components including nested ones, in reading order. */
export function flatten(components: readonly Component[], path: Mistake['path']): PlacedComponent[] {
  return components.flatMap((component, index) => inner(component, [...path, index]));
}

function inner(component: Component, path: Mistake['path']): PlacedComponent[] {
  return [
    { component, path },
    ...flatten(component.components ?? [], [...path, 'components']),
    ...(component.accessory ? inner(component.accessory, [...path, 'accessory']) : []),
    ...(component.component ? inner(component.component, [...path, 'component']) : []),
  ];
}

function legacyMistakes(components: readonly Component[], path: Mistake['path']): Mistake[] {
  const mistakes: Mistake[] = components.flatMap((component, index) =>
    component.type === ACTION_ROW
      ? []
      : [
          {
            path: [...path, index, 'type'],
            code: 'UNION_TYPE_CHOICES',
            message: 'Value of field "type" must be one of (1,).',
          },
        ],
  );
  if (components.length > 5) {
    mistakes.push({ path, code: 'BASE_TYPE_BAD_LENGTH', message: 'Must be between 1 and 5 in length.' });
  }
  return mistakes;
}

/** Components, "Reference": 40 components, 4,000 characters of text over all. */
function v2Mistakes(all: readonly PlacedComponent[], path: Mistake['path']): Mistake[] {
  const mistakes: Mistake[] = [];
  if (all.length > 40) {
    mistakes.push({
      path,
      code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      message: 'The maximum number of components is 40',
    });
  }
  const text = all.reduce(
    (sum, { component }) => sum + (component.type === TEXT_DISPLAY ? (component.content ?? '').length : 0),
    0,
  );
  if (text > 4_000) {
    mistakes.push({
      path,
      code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      message: 'Displayable text size exceeds maximum size of 4000',
    });
  }
  return mistakes;
}

/** A select fills a row of five. */
function rowMistakes({ component, path }: PlacedComponent): Mistake[] {
  if (component.type !== ACTION_ROW) return [];
  let width = 0;
  return (component.components ?? []).flatMap((one, index) => {
    width += SELECTS.includes(one.type) ? 5 : 1;
    return width > 5
      ? [
          {
            path: [...path, 'components', index],
            code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
            message: 'The specified component exceeds the maximum width',
          },
        ]
      : [];
  });
}

function buttonMistakes({ component, path }: PlacedComponent): Mistake[] {
  if (component.type !== BUTTON) return [];
  const mistakes: Mistake[] = [];
  const say = (key: string, code: string, message: string) =>
    mistakes.push({ path: [...path, key], code, message });
  const { style, custom_id, url, label, emoji, sku_id } = component;
  if (style === LINK) {
    if (custom_id) {
      say(
        'custom_id',
        'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
        'A custom id and url cannot both be specified',
      );
    }
    if (!url) say('url', 'BASE_TYPE_REQUIRED', 'A url is required');
    else {
      const scheme = schemeMistake(url, ['http', 'https', 'discord']);
      if (scheme) say('url', scheme.code, scheme.message);
    }
  } else if (style === PREMIUM) {
    if (!sku_id) say('sku_id', 'BASE_TYPE_REQUIRED', 'This field is required');
  } else {
    if (!custom_id) say('custom_id', 'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', 'A custom id is required');
    if (url)
      say(
        'url',
        'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
        'A custom id and url cannot both be specified',
      );
  }
  if (style !== PREMIUM && !label?.trim() && !emoji) {
    say('label', 'BUTTON_COMPONENT_INVALID_LABEL', 'A button needs a label or an emoji');
  }
  return mistakes;
}

function selectMistakes({ component, path }: PlacedComponent): Mistake[] {
  if (!SELECTS.includes(component.type)) return [];
  const mistakes: Mistake[] = [];
  const options = component.options ?? [];
  const min = component.min_values ?? 1;
  const max = component.max_values ?? 1;
  const say = (keys: (string | number)[], code: string, message: string) =>
    mistakes.push({ path: [...path, ...keys], code, message });
  if (min > max)
    say(['max_values'], 'SELECT_COMPONENT_MIN_VALUES_EXCEEDED', 'Min values must be at most max values');
  if (component.type !== STRING_SELECT) return mistakes;
  if (max > options.length) {
    say(['options'], 'BASE_TYPE_BAD_LENGTH', `Must be between ${max} and 25 in length.`);
  }
  const seen = new Set<string>();
  for (const [index, option] of options.entries()) {
    if (seen.has(option.value)) {
      const message = 'The specified option value is already used';
      say(['options', index, 'value'], 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', message);
    }
    seen.add(option.value);
  }
  if (options.filter((option) => option.default).length > max) {
    say(
      ['options'],
      'SELECT_COMPONENT_TOO_MANY_DEFAULTS',
      'More options are selected than max values allows',
    );
  }
  return mistakes;
}

/** Custom ids are unique in a message or a modal. */
export function duplicateIds(all: readonly PlacedComponent[]): Mistake[] {
  const seen = new Set<string>();
  return all.flatMap(({ component, path }) => {
    const id = component.custom_id;
    if (!id) return [];
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const message = 'Component custom id cannot be duplicated';
    return [{ path: [...path, 'custom_id'], code: 'COMPONENT_CUSTOM_ID_DUPLICATED', message }];
  });
}
