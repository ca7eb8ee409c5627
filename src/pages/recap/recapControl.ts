import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import { cutLabel } from '../message/cut.ts';
import { LIMITS } from '../message/limits.ts';

const WITH_SUBSCRIPTION = [
  'show',
  'preview',
  'edit',
  'more',
  'pause',
  'resume',
  'leave',
  'unsubscribe',
] as const;

/** The action of a control on the pages for managing recaps. */
export type RecapAction =
  | { readonly action: 'list' | 'subscribe' }
  /** Without a subscription: of all recaps in the place. `part` from 1. */
  | { readonly action: 'history'; readonly subscription?: string; readonly part: number }
  | {
      readonly action: (typeof WITH_SUBSCRIPTION)[number];
      readonly subscription: string;
    };

const PATTERN = /^\/r\/([a-z]+)(?:\/([0-9a-z]{8}))?(?:\?p=([1-9]\d{0,3}))?$/;

/** The custom_id of a control: `/r/pause/k3f9a0qz`, `/r/history/k3f9a0qz?p=2`. Distinct from page routes. */
export function encodeRecapAction(control: RecapAction): string {
  const id =
    'subscription' in control && control.subscription !== undefined ? `/${control.subscription}` : '';
  const part = control.action === 'history' && control.part > 1 ? `?p=${Math.min(control.part, 9_999)}` : '';
  return `/r/${control.action}${id}${part}`;
}

/** Parses a custom_id or a menu value; undefined for other formats. */
export function readRecapAction(text: string): RecapAction | undefined {
  const [, action, subscription, part = '1'] = PATTERN.exec(text) ?? [];
  if (action === 'list' || action === 'subscribe') return text === `/r/${action}` ? { action } : undefined;
  if (action === 'history') {
    return { action, part: Number(part), ...(subscription === undefined ? {} : { subscription }) };
  }
  const known = WITH_SUBSCRIPTION.find((one) => one === action);
  return known && subscription !== undefined && !text.includes('?')
    ? { action: known, subscription }
    : undefined;
}

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

export interface RecapButton {
  readonly label: string;
  readonly control: RecapAction;
  readonly style?: 'primary' | 'danger';
  readonly disabled?: boolean;
}

const STYLES = { primary: ButtonStyle.Primary, danger: ButtonStyle.Danger } as const;

/** At most five. */
export function recapButtons(...list: readonly (RecapButton | false | undefined)[]): readonly Row[] {
  const components = list
    .filter((button): button is RecapButton => Boolean(button))
    .slice(0, LIMITS.buttons)
    .map(
      ({ label, control, style, disabled }): APIButtonComponent => ({
        type: ComponentType.Button,
        style: style === undefined ? ButtonStyle.Secondary : STYLES[style],
        label: cutLabel(label, LIMITS.buttonLabel),
        custom_id: encodeRecapAction(control),
        ...(disabled ? { disabled: true } : {}),
      }),
    );
  return components.length === 0 ? [] : [{ type: ComponentType.ActionRow, components }];
}

export function recapMenu(
  placeholder: string,
  entries: readonly { readonly label: string; readonly description: string; readonly control: RecapAction }[],
): readonly Row[] {
  if (entries.length === 0) return [];
  const options = entries.slice(0, LIMITS.options).map(({ label, description, control }) => ({
    label: cutLabel(label, LIMITS.optionLabel),
    description: cutLabel(description, LIMITS.optionDescription),
    value: encodeRecapAction(control),
  }));
  const menu = {
    type: ComponentType.StringSelect as const,
    custom_id: 'menu#1',
    placeholder: cutLabel(placeholder, LIMITS.placeholder),
    options,
  };
  return [{ type: ComponentType.ActionRow, components: [menu] }];
}
