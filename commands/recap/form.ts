import { languagesOf } from '#library/find.ts';
import { commandTexts } from '#locales/index.ts';
import { languageName } from '#pages/locale.ts';
import type { Reader } from '#pages/model.ts';
import { encodeRecapAction, type RecapAction, readRecapAction } from '#pages/recap/recapControl.ts';
import { drawForm, type FormField } from '#pages/recap/recapForm.ts';
import { filterChoices, filterName, nameIn, resolveFilter } from '#recap/filter.ts';
import { everyDay } from '#recap/time/weekdays.ts';
import type { RecapFilter, RecapWhat, Subscription } from '#store/model.ts';
import { DEFAULT_SETTINGS, writeFilter } from '#store/settings.ts';
import { defineSubcommand } from '../define.ts';
import type {
  Answered,
  ChannelArgument,
  CommandContext,
  FormReply,
  FormValues,
  Reply,
  Request,
  RoleArgument,
} from '../model.ts';
import { belongsTo, recapChannelOf, recapChannelTypes } from './access.ts';
import { withChosen } from './manage.ts';
import { channelOption, defaultZone, whatOption } from './options.ts';
import { readSettings, type Wanted } from './read.ts';
import { subscribe } from './setUp.ts';
import { asManager, card as cardReply, type Manager, problemReply } from './view.ts';

/** The values of days in a form: read in any language. */
const DAY_NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const EVERYTHING = '-';
const MOST_CHOICES = 25;

const timeField = (
  { strings: { form } }: Manager,
  what: RecapWhat | undefined,
  value: string,
): FormField => ({
  kind: 'text',
  id: 'time',
  label: form.time,
  description: what === 'new' ? form.newTimeHint : form.timeHint,
  value,
  required: what !== 'new' && what !== undefined,
  most: 30,
});

const daysField = ({ strings: { form } }: Manager, chosen: readonly number[]): FormField => ({
  kind: 'choice',
  id: 'days',
  label: form.days,
  options: everyDay.map((day) => ({
    label: form.weekdays[day - 1] ?? '',
    value: DAY_NAMES[day - 1] ?? '',
    chosen: chosen.includes(day),
  })),
  most: everyDay.length,
});

/** A filter as it is typed: by its name where that means it and nothing else. */
function typedFilter({ context, reader }: Manager, filter: RecapFilter | undefined): string {
  if (filter === undefined) return '';
  const library = context.library();
  const name = filterName(library, filter, [reader.language, reader.locale]);
  const read = resolveFilter(library, name);
  return read?.kind === filter.kind && read.value === filter.value ? name : writeFilter(filter);
}

/** A menu where everything fits into one, else a text. */
function filterField(manager: Manager, filter: RecapFilter | undefined): FormField {
  const { context, reader, strings } = manager;
  const { form, filterKind, filterCount, everything } = strings;
  const field = { id: 'filter', label: form.filter };
  const choices = filterChoices(context.library());
  const written = filter && writeFilter(filter);
  const listed = choices.map((choice) => ({
    label: `${filterKind[choice.filter.kind]}: ${nameIn(choice, [reader.language, reader.locale])} (${filterCount(choice.sessions)})`,
    value: writeFilter(choice.filter),
  }));
  const fits =
    listed.length < MOST_CHOICES &&
    listed.every(({ value }) => value.length <= 100) &&
    (written === undefined || listed.some(({ value }) => value === written));
  if (!fits) {
    const value = typedFilter(manager, filter);
    return { ...field, kind: 'text', description: form.filterHint, value, required: false, most: 100 };
  }
  return {
    ...field,
    kind: 'choice',
    most: 1,
    options: [
      { label: everything, value: EVERYTHING, chosen: written === undefined },
      ...listed.map((one) => ({ ...one, chosen: one.value === written })),
    ],
  };
}

const mentionField = ({ strings: { form } }: Manager, chosen: string | undefined): FormField => ({
  kind: 'role',
  id: 'mention',
  label: form.mention,
  description: form.mentionHint,
  chosen,
});

const threadField = ({ strings: { form } }: Manager, thread: boolean): FormField => ({
  kind: 'choice',
  id: 'thread',
  label: form.thread,
  options: [
    { label: form.threadNo, value: 'no', chosen: !thread },
    { label: form.threadYes, value: 'yes', chosen: thread },
  ],
  most: 1,
});

async function tagsField({ recaps, strings: { form } }: Manager, one: Subscription): Promise<FormField> {
  const forum = await recaps.forumTags(one.channelId);
  const names = forum.kind === 'tags' ? forum.tags.filter(({ id }) => one.tags.includes(id)) : [];
  return {
    kind: 'text',
    id: 'tags',
    label: form.tags,
    description: form.tagsHint,
    value: names.map(({ name }) => name).join(', '),
    required: false,
    most: 120,
  };
}

const zoneField = ({ strings: { form } }: Manager, value: string): FormField => ({
  kind: 'text',
  id: 'timezone',
  label: form.zone,
  value,
  required: true,
  most: 100,
});

const repeatField = ({ strings: { form, repeat } }: Manager, chosen: string): FormField => ({
  kind: 'choice',
  id: 'repeat',
  label: form.repeat,
  options: (['again', 'stop'] as const).map((value) => ({
    label: repeat[value],
    value,
    chosen: value === chosen,
  })),
  most: 1,
});

const itemsField = ({ strings: { form, card } }: Manager, count: number): FormField => ({
  kind: 'choice',
  id: 'items',
  label: form.count,
  options: [2, 3, 4, 5, 6, 7].map((one) => ({
    label: card.items(one),
    value: String(one),
    chosen: one === count,
  })),
  most: 1,
});

const languageField = ({ context, reader, strings: { form } }: Manager, chosen: string): FormField => ({
  kind: 'choice',
  id: 'language',
  label: form.language,
  options: languagesOf(context.library())
    .slice(0, MOST_CHOICES)
    .map((language) => ({
      label: languageName(language, reader.locale),
      value: language,
      chosen: language === chosen,
    })),
  most: 1,
});

/** The form of `/recap subscribe` with nothing typed, with good defaults. */
export async function subscribeForm(manager: Manager): Promise<FormReply> {
  const { context, request, strings } = manager;
  const { form, what } = strings;
  const inDm = request.place.kind === 'dm';
  const here = recapChannelOf(request, undefined);
  const whatField: FormField = {
    kind: 'choice',
    id: 'what',
    label: form.what,
    options: whatOption.choices.map((value) => ({
      label: what[value],
      value,
      chosen: value === 'session',
    })),
    most: 1,
  };
  const channelField: FormField = {
    kind: 'channel',
    id: 'channel',
    label: form.channel,
    chosen: here?.channelId,
    channelTypes: recapChannelTypes,
  };
  return {
    form: drawForm(encodeRecapAction({ action: 'subscribe' }), form.subscribe, [
      whatField,
      ...(inDm ? [] : [channelField]),
      timeField(manager, undefined, DEFAULT_SETTINGS.time),
      daysField(manager, everyDay),
      ...(inDm ? [zoneField(manager, defaultZone(context, request))] : [mentionField(manager, undefined)]),
    ]),
  };
}

/** The form of `/recap edit`: what people change most. */
export async function editForm(manager: Manager, one: Subscription): Promise<FormReply> {
  const { id, what, time, atOnce, days, filter, mentionRoleId, thread, channelKind, timeZone } = one;
  const place =
    channelKind === 'dm'
      ? [zoneField(manager, timeZone)]
      : [
          mentionField(manager, mentionRoleId),
          channelKind === 'forum' ? await tagsField(manager, one) : threadField(manager, thread),
        ];
  return {
    form: drawForm(encodeRecapAction({ action: 'edit', subscription: id }), manager.strings.form.edit, [
      timeField(manager, what, atOnce ? '' : time),
      daysField(manager, days),
      filterField(manager, filter),
      ...place,
    ]),
  };
}

/** The form with all else. */
export async function moreForm(manager: Manager, one: Subscription): Promise<FormReply> {
  const { id, what, language, timeZone, repeat, count } = one;
  return {
    form: drawForm(encodeRecapAction({ action: 'more', subscription: id }), manager.strings.form.edit, [
      ...(what === 'digest' ? [itemsField(manager, count)] : []),
      languageField(manager, language),
      zoneField(manager, timeZone),
      ...(what === 'new' ? [] : [repeatField(manager, repeat)]),
    ]),
  };
}

const textOf = (value: FormValues[string]): string | undefined =>
  typeof value === 'string' ? value : value?.filter((one) => typeof one === 'string').join(',');

const isRole = (value: unknown): value is RoleArgument =>
  typeof value === 'object' && value !== null && 'mentionable' in value;
const isChannel = (value: unknown): value is ChannelArgument =>
  typeof value === 'object' && value !== null && 'type' in value;

const pickedOf = (value: FormValues[string]): unknown => (typeof value === 'string' ? undefined : value?.[0]);

/** An empty text takes off what can be taken off. */
const orNothing = (text: string | undefined): string | null | undefined =>
  text?.trim() === '' ? null : text;

function wantedOf(values: FormValues): Wanted {
  const role = pickedOf(values['mention']);
  return {
    time: orNothing(textOf(values['time'])),
    timezone: textOf(values['timezone']),
    days: textOf(values['days']),
    items: textOf(values['items']),
    filter: orNothing(textOf(values['filter'])),
    language: textOf(values['language']),
    mention: isRole(role) ? role : values['mention'] === undefined ? undefined : null,
    thread: values['thread'] === undefined ? undefined : textOf(values['thread']) === 'yes',
    tags: orNothing(textOf(values['tags'])),
    repeat: textOf(values['repeat']),
  };
}

async function change(manager: Manager, one: Subscription, wanted: Wanted): Promise<Reply> {
  const { recaps, reader, request, strings } = manager;
  const { guildId, channelId, channelKind: kind } = one;
  const { place } = request;
  const here = place.kind === 'guild' && place.channelId === channelId ? place : undefined;
  const target = {
    guildId,
    channelId,
    kind,
    thread: false,
    permissions: here?.appPermissions,
    personPermissions: here?.permissions,
  };
  const { settings, problems } = await readSettings(manager, wanted, target, one.what, one);
  if (problems.length > 0) return problemReply(reader, problems.join('\n\n'), true);
  const changed = await recaps.change(one, settings, request.personId);
  return changed
    ? cardReply(manager, changed, strings.done.changed)
    : problemReply(reader, strings.problem.gone, true);
}

const SENT: readonly RecapAction['action'][] = ['subscribe', 'edit', 'more'];

/** Handles what was sent with a form, after checking the permission again. */
export function submitRecap(
  context: CommandContext,
  customId: string,
  values: FormValues,
  reader: Reader,
  request: Request,
): Promise<Reply> | undefined {
  const action = readRecapAction(customId);
  if (action === undefined || !SENT.includes(action.action)) return undefined;
  const wanted = wantedOf(values);
  return asManager<Reply>(context, reader, request, async (manager) => {
    if (!('subscription' in action) || action.subscription === undefined) {
      const channel = pickedOf(values['channel']);
      const what = textOf(values['what']);
      // The default of the field is a time of day; new posts are told at once where it was left as it is.
      const time = what === 'new' && wanted.time === DEFAULT_SETTINGS.time ? null : wanted.time;
      const mention = wanted.mention ?? undefined;
      return subscribe(manager, {
        ...wanted,
        time,
        mention,
        what,
        channel: isChannel(channel) ? channel : undefined,
      });
    }
    const { recaps, filter, strings } = manager;
    const one = await recaps.find(action.subscription);
    return one && belongsTo(one, filter)
      ? change(manager, one, wanted)
      : problemReply(reader, strings.problem.gone, true);
  });
}

/** `/recap edit`: changes a recap in a form, without losing where it stands. */
export const editCommand = defineSubcommand({
  texts: commandTexts('recap edit'),
  options: { channel: channelOption, what: whatOption },
  run: (context, args, reader, request) =>
    asManager<Answered>(context, reader, request, (manager) =>
      withChosen(manager, args, (one) => editForm(manager, one)),
    ),
});
