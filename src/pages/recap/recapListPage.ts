import type { APIEmbed } from 'discord-api-types/v10';
import { recapStringsFor } from '#locales/index.ts';
import type { RecapStrings } from '#locales/model/recap.ts';
import { languageName } from '../locale.ts';
import { ACCENT, compose } from '../message/compose.ts';
import { cutLabel } from '../message/cut.ts';
import type { Page, Reader } from '../model.ts';
import { recapButtons, recapMenu } from './recapControl.ts';
import { placeOf, type RecapView, timestamp, whyRefused } from './recapViews.ts';

function pauseOf({ pauseReason }: RecapView, strings: RecapStrings): string {
  return pauseReason?.kind === 'unreachable'
    ? strings.state.pausedUnreachable(whyRefused(pauseReason.code, strings))
    : strings.state.pausedByPerson;
}

function lineOf(view: RecapView, strings: RecapStrings): string {
  const [next] = view.upcoming;
  const state =
    view.state === 'paused' ? pauseOf(view, strings) : next === undefined ? '' : timestamp(next, 'R');
  const head = `**${placeOf(view, strings)} · ${strings.unit[view.unit]}**`;
  return `${head}\n${view.time} · ${strings.days(view.days)} · ${view.zone}\n${state}`;
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
  const list = views.map((view) => lineOf(view, strings)).join('\n\n');
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
          label: `${index + 1} · ${strings.unit[view.unit]} · ${view.time}`,
          description: `${strings.days(view.days)} · ${view.zone}`,
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
  const fields = [
    { name: card.where, value: placeOf(view, strings), inline: true },
    { name: card.tells, value: strings.unit[view.unit], inline: true },
    { name: card.language, value: languageName(view.language, reader.locale), inline: true },
    { name: card.when, value: `${view.time} · ${strings.days(view.days)}\n${view.zone}`, inline: false },
    ...(view.mentionRoleId === undefined
      ? []
      : [{ name: card.mention, value: `<@&${view.mentionRoleId}>`, inline: true }]),
    ...(view.thread ? [{ name: card.thread, value: card.yes, inline: true }] : []),
    { name: card.afterwards, value: strings.repeat[view.repeat], inline: true },
    ...(view.state === 'paused' ? [{ name: card.paused, value: pauseOf(view, strings), inline: false }] : []),
    ...(next === '' ? [] : [{ name: card.next, value: next, inline: false }]),
    ...(view.guildId === undefined ? [] : [{ name: card.owner, value: `<@${view.ownerId}>`, inline: true }]),
  ];
  return { color: ACCENT, title, fields };
}

const controlsOf = ({ id, state }: RecapView, strings: RecapStrings, but?: 'preview') =>
  recapButtons(
    but === 'preview'
      ? undefined
      : { label: strings.button.preview, control: { action: 'preview', subscription: id } },
    state === 'paused'
      ? { label: strings.button.resume, control: { action: 'resume', subscription: id }, style: 'primary' }
      : { label: strings.button.pause, control: { action: 'pause', subscription: id } },
    { label: strings.button.history, control: { action: 'history', subscription: id, part: 1 } },
    { label: strings.button.unsubscribe, control: { action: 'leave', subscription: id } },
    { label: strings.button.list, control: { action: 'list' } },
  );

/** One recap with its actions. */
export function drawRecapCard(view: RecapView, title: string | undefined, reader: Reader): Page {
  const strings = recapStringsFor(reader.locale);
  const page = compose({ embeds: [cardOf(view, title ?? strings.recap, reader)], rows: [] });
  return { ...page, components: controlsOf(view, strings) };
}

/**
 * One recap with its actions, and below it a preview of the next message.
 * @param preview undefined where nothing is left to post
 */
export function drawRecapPreview(
  view: RecapView,
  title: string,
  preview: Page | undefined,
  reader: Reader,
): Page {
  const strings = recapStringsFor(reader.locale);
  const { previewBelow, nothingToTell } = strings.done;
  const card = cardOf(view, title, reader);
  const below = preview === undefined ? nothingToTell : previewBelow;
  const page = compose({ embeds: [{ ...card, description: below }, ...(preview?.embeds ?? [])], rows: [] });
  return {
    ...page,
    files: preview?.files ?? [],
    components: [...(preview?.components ?? []), ...controlsOf(view, strings, 'preview')].slice(0, 5),
    ...(preview?.content === undefined ? {} : { content: preview.content }),
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
