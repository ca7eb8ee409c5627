import type { APIEmbed } from 'discord-api-types/v10';
import { recapStringsFor } from '#locales/index.ts';
import type { RecapStrings } from '#locales/model/recap.ts';
import { ACCENT, compose } from '../message/compose.ts';
import { cutLabel } from '../message/cut.ts';
import { escapeCut } from '../message/escape.ts';
import type { Page, Reader } from '../model.ts';
import { recapButtons, recapMenu } from './recapControl.ts';
import { placeOf, type RecapView, timestamp, whyRefused } from './recapViews.ts';

function pauseOf({ pauseReason }: RecapView, strings: RecapStrings): string {
  return pauseReason?.kind === 'unreachable'
    ? strings.state.pausedUnreachable(whyRefused(pauseReason.code, strings))
    : strings.state.pausedByPerson;
}

function nothingNext(
  reason: Extract<RecapView['next'], { kind: 'nothing' }>['reason'],
  { list }: RecapStrings,
): string {
  switch (reason) {
    case 'all-told':
      return list.allTold;
    case 'filtered':
      return list.filtered;
    case 'empty':
    case 'gone':
      return list.nothing;
  }
}

/** What it tells next and when, in the reader's time. */
function nextOf({ what, next, upcoming: [due] }: RecapView, strings: RecapStrings): string {
  if (what === 'new') return strings.list.waiting;
  if (next.kind === 'nothing') return nothingNext(next.reason, strings);
  const when = due === undefined ? '' : `\n${timestamp(due, 'f')} · ${timestamp(due, 'R')}`;
  return `${strings.list.next(escapeCut(next.name, 120, cutLabel))}${when}`;
}

function contentLineOf(view: RecapView, strings: RecapStrings): string {
  const state = view.state === 'paused' ? pauseOf(view, strings) : nextOf(view, strings);
  return `**${placeOf(view, strings)} · ${strings.what[view.what]}**\n-# ${view.when}\n${state}`;
}

/** All recaps of a server or DM. `names`: channel names by id, where known, for the menu. */
export function drawRecapList(
  order: {
    readonly views: readonly RecapView[];
    readonly most: number;
    /** The mention of `/recap subscribe`. */
    readonly subscribe: string;
    /** A sentence above the list that asks the person to choose. */
    readonly lead?: string;
  },
  reader: Reader,
): Page {
  const strings = recapStringsFor(reader.locale);
  const { views, most, subscribe, lead } = order;
  const list = views.map((view) => contentLineOf(view, strings)).join('\n\n');
  const text = views.length === 0 ? strings.list.empty(subscribe) : list;
  const page = compose({
    embeds: [
      {
        color: ACCENT,
        title: strings.list.title,
        description: lead === undefined ? text : `${lead}\n\n${text}`,
        footer: { text: views.length === 0 ? '' : strings.list.count(views.length, most) },
      },
    ],
    rows: [],
  });
  return {
    ...page,
    components: [
      ...recapMenu(
        strings.menu,
        views.map((view, index) => ({
          label: `${index + 1} · ${strings.what[view.what]}`,
          description: view.when,
          control: { action: 'show', subscription: view.id },
        })),
      ),
      ...(views.length === 0
        ? []
        : recapButtons({ label: strings.button.history, control: { action: 'history', part: 1 } })),
    ],
  };
}

function cardOf(view: RecapView, title: string, reader: Reader): APIEmbed {
  const strings = recapStringsFor(reader.locale);
  const { card } = strings;
  const next = view.upcoming.map((at) => `${timestamp(at, 'F')} · ${timestamp(at, 'R')}`).join('\n');
  const told =
    view.what === 'new' || view.next.kind === 'item' ? next : nothingNext(view.next.reason, strings);
  const fields = [
    { name: card.where, value: placeOf(view, strings), inline: true },
    { name: card.tells, value: strings.what[view.what], inline: true },
    { name: card.when, value: view.when, inline: false },
    ...view.fields,
    ...(view.state === 'paused' ? [{ name: card.paused, value: pauseOf(view, strings), inline: false }] : []),
    ...(told === '' || view.state === 'paused' ? [] : [{ name: card.next, value: told, inline: false }]),
    ...(view.guildId === undefined ? [] : [{ name: card.owner, value: `<@${view.ownerId}>`, inline: true }]),
  ];
  return { color: ACCENT, title, fields };
}

const controlsOf = ({ id, state }: RecapView, strings: RecapStrings, but?: 'preview') => [
  ...recapButtons(
    { label: strings.button.edit, control: { action: 'edit', subscription: id }, style: 'primary' },
    { label: strings.button.editMore, control: { action: 'more', subscription: id } },
    but === 'preview'
      ? undefined
      : { label: strings.button.preview, control: { action: 'preview', subscription: id } },
    state === 'paused'
      ? { label: strings.button.resume, control: { action: 'resume', subscription: id }, style: 'primary' }
      : { label: strings.button.pause, control: { action: 'pause', subscription: id } },
    { label: strings.button.unsubscribe, control: { action: 'leave', subscription: id } },
  ),
  ...recapButtons(
    { label: strings.button.history, control: { action: 'history', subscription: id, part: 1 } },
    { label: strings.button.list, control: { action: 'list' } },
  ),
];

/** What is to be said of a recap that has nothing to post; empty where it has. */
function sayNothingNext({ next }: RecapView, { done }: RecapStrings): string {
  if (next.kind !== 'nothing') return '';
  return next.reason === 'filtered' ? done.matchesNothing : done.nothingToTell;
}

/**
 * One recap with its actions.
 * @param title says what was done to it; undefined where it is only shown
 */
export function drawRecapCard(view: RecapView, title: string | undefined, reader: Reader): Page {
  const strings = recapStringsFor(reader.locale);
  const said = title === undefined ? '' : sayNothingNext(view, strings);
  const card = cardOf(view, title ?? strings.recap, reader);
  const page = compose({ embeds: [said === '' ? card : { ...card, description: said }], rows: [] });
  return { ...page, components: controlsOf(view, strings) };
}

/**
 * One recap with its actions, and below it a preview of the next message.
 * @param title says what was done, which is then the first that is read; undefined where nothing was
 * @param preview undefined where nothing is left to post
 */
export function drawRecapPreview(
  view: RecapView,
  title: string | undefined,
  preview: Page | undefined,
  reader: Reader,
): Page {
  const strings = recapStringsFor(reader.locale);
  const { previewBelow, exampleBelow, nothingToTell } = strings.done;
  const card = cardOf(view, title ?? strings.recap, reader);
  const below =
    preview === undefined
      ? sayNothingNext(view, strings) || nothingToTell
      : view.what === 'new'
        ? exampleBelow
        : previewBelow;
  const page = compose({ embeds: [{ ...card, description: below }, ...(preview?.embeds ?? [])], rows: [] });
  return {
    ...page,
    ...(title === undefined && preview?.content !== undefined ? { content: preview.content } : {}),
    files: preview?.files ?? [],
    components: [...(preview?.components ?? []), ...controlsOf(view, strings, 'preview')].slice(0, 5),
  };
}

/** Asks for confirmation before unsubscribing. */
export function drawRecapLeave(view: RecapView, reader: Reader): Page {
  const strings = recapStringsFor(reader.locale);
  const page = compose({
    embeds: [{ ...cardOf(view, strings.done.confirm, reader), description: strings.done.confirmText }],
    rows: [],
  });
  return {
    ...page,
    components: recapButtons(
      {
        label: strings.button.reallyUnsubscribe,
        control: { action: 'unsubscribe', subscription: view.id },
        style: 'danger',
      },
      { label: strings.button.keep, control: { action: 'show', subscription: view.id } },
    ),
  };
}

/** A short notice about recaps. */
export function drawRecapNotice(title: string, text: string, list: boolean, reader: Reader): Page {
  const strings = recapStringsFor(reader.locale);
  const page = compose({
    embeds: [{ color: ACCENT, title: cutLabel(title, 256), description: text }],
    rows: [],
  });
  return list
    ? { ...page, components: recapButtons({ label: strings.button.list, control: { action: 'list' } }) }
    : page;
}

/** The DM that notifies the owner that a recap was paused because it could not be posted. */
export function drawPausedNotice(
  view: Pick<RecapView, 'guildId' | 'channelId'>,
  code: number,
  resume: string,
  reader: Reader,
): Page {
  const strings = recapStringsFor(reader.locale);
  const text = strings.pausedNotice(placeOf(view, strings), whyRefused(code, strings), resume);
  return drawRecapNotice(strings.pausedNoticeTitle, text, false, reader);
}

/** The DM that notifies the owner that a recap has nothing left to tell. */
export function drawDryNotice(
  view: Pick<RecapView, 'guildId' | 'channelId'>,
  reason: 'all-told' | 'filtered',
  edit: string,
  reader: Reader,
): Page {
  const strings = recapStringsFor(reader.locale);
  const text = strings.dryNotice(placeOf(view, strings), reason, edit);
  return drawRecapNotice(strings.dryNoticeTitle, text, false, reader);
}
