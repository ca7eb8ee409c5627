import { type APIButtonComponent, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { stringsFor } from '#locales/index.ts';
import { locateSection } from '../lookup.ts';
import { ACCENT, compose, type Entry } from '../message/compose.ts';
import { cutLabel } from '../message/cut.ts';
import { escapeCut } from '../message/escape.ts';
import type { Page, Reader, Sources } from '../model.ts';
import { sectionLabel } from '../names.ts';
import type { Gap } from './groupGaps.ts';

/** What a control of this page does; `part` counts from 1. */
export type GapsAction = { readonly action: 'show'; readonly part: number } | { readonly action: 'start' };

/** The custom_id of a control: `/g/start`, `/g?p=2`. Distinct from the routes of pages. */
export const encodeGapsAction = (control: GapsAction): string =>
  control.action === 'start' ? '/g/start' : `/g?p=${control.part}`;

/** Parses a custom_id; undefined for other formats. */
export function readGapsAction(text: string): GapsAction | undefined {
  if (text === '/g/start') return { action: 'start' };
  const [, part] = /^\/g\?p=([1-9]\d{0,3})$/.exec(text) ?? [];
  return part === undefined ? undefined : { action: 'show', part: Number(part) };
}

/** Questions on one page. */
const SHOWN = 8;

const button = (
  label: string,
  control: GapsAction,
  style = ButtonStyle.Secondary as const,
): APIButtonComponent => ({
  type: ComponentType.Button,
  style,
  label,
  custom_id: encodeGapsAction(control),
});

const withButtons = (page: Page, list: readonly APIButtonComponent[]): Page =>
  list.length === 0
    ? page
    : {
        ...page,
        components: [...page.components, { type: ComponentType.ActionRow, components: [...list] }],
      };

/** What people asked that is missing in the posts, the most asked first. */
export function drawGaps(sources: Sources, gaps: readonly Gap[], wanted: number, reader: Reader): Page {
  const { gaps: words, button: labels, menu } = stringsFor(reader.locale);
  const parts = Math.max(1, Math.ceil(gaps.length / SHOWN));
  const part = Math.min(wanted, parts);
  const from = (part - 1) * SHOWN;
  const shown = gaps.slice(from, from + SHOWN);
  const nearestOf = ({ nearest }: Gap) => nearest && locateSection(sources.library, nearest, reader);
  const lines = shown.map((gap, at) => {
    const { question, counts } = gap;
    const located = nearestOf(gap);
    const title = question === undefined ? words.withoutText : `“${escapeCut(question, 200, cutLabel)}”`;
    const near =
      located === undefined
        ? ''
        : ` · ${words.nearest(escapeCut(sectionLabel(located, reader).label, 100, cutLabel))}`;
    return `${from + at + 1}. **${title}**\n-# ${words.counts(counts)}${near}`;
  });
  const entries = shown.flatMap((gap): readonly Entry[] => {
    const located = nearestOf(gap);
    if (located === undefined) return [];
    const { session, section } = located;
    return [
      {
        ...sectionLabel(located, reader),
        route: { page: 'section', session: session.id, section: section.id, part: 1 },
      },
    ];
  });
  const page = compose({
    embeds: [
      {
        color: ACCENT,
        title: words.title,
        description: lines.length === 0 ? words.nothing : lines.join('\n'),
        footer: { text: words.kept },
      },
    ],
    rows: [{ kind: 'menu', placeholder: menu.nearest, entries }],
  });
  const range = (to: number): string => labels.range((to - 1) * SHOWN + 1, Math.min(to * SHOWN, gaps.length));
  return withButtons(page, [
    ...(part > 1 ? [button(range(part - 1), { action: 'show', part: part - 1 })] : []),
    ...(part < parts ? [button(range(part + 1), { action: 'show', part: part + 1 })] : []),
  ]);
}

/** What is kept where a server opts in, with a button that does it. */
export function drawGapsOff(reader: Reader): Page {
  const { gaps: words } = stringsFor(reader.locale);
  const page = compose({
    embeds: [{ color: ACCENT, title: words.offTitle, description: words.off }],
    rows: [],
  });
  return withButtons(page, [button(words.start, { action: 'start' })]);
}

/** A word about what was done, or why it was not. */
export function drawGapsNotice(
  what: 'mayNot' | 'notHere' | 'stopped' | 'forgotten' | 'thanks' | 'tooLate',
  reader: Reader,
): Page {
  const { gaps: words } = stringsFor(reader.locale);
  const title = what === 'thanks' ? words.thanksTitle : words.title;
  return compose({ embeds: [{ color: ACCENT, title, description: words[what] }], rows: [] });
}
