import { languagesOf } from '#library/find.ts';
import { languageName } from '#pages/locale.ts';
import type { FormField } from '#pages/recap/recapForm.ts';
import { filterChoices, filterName, nameIn, resolveFilter } from '#recap/filter.ts';
import { everyDay } from '#recap/time/weekdays.ts';
import type { RecapFilter, RecapWhat, Subscription } from '#store/model.ts';
import { DEFAULT_SETTINGS, writeFilter } from '#store/settings.ts';
import type { Manager } from './view.ts';

/** The values of days in a form: read in any language. */
const DAY_NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const EVERYTHING = '-';
const MOST_CHOICES = 25;
/** Letters of a typed time of day. */
const MOST_TIME = 30;

/** When a new recap is posted; empty for the default time, and for new posts at once. */
export const firstTimeField = ({ strings: { form } }: Manager): FormField => ({
  kind: 'text',
  id: 'time',
  label: form.time,
  description: form.firstTimeHint(DEFAULT_SETTINGS.time),
  value: '',
  placeholder: DEFAULT_SETTINGS.time,
  required: false,
  most: MOST_TIME,
});

/** When recaps are posted; empty for new posts at once. */
export const timeField = ({ strings: { form } }: Manager, what: RecapWhat, value: string): FormField => ({
  kind: 'text',
  id: 'time',
  label: form.time,
  description: what === 'new' ? form.newTimeHint : form.timeHint,
  value,
  required: what !== 'new',
  most: MOST_TIME,
});

/** On which days of the week. */
export const daysField = ({ strings: { form } }: Manager, chosen: readonly number[]): FormField => ({
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
export function filterField(manager: Manager, filter: RecapFilter | undefined): FormField {
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

/** The role that recaps mention. */
export const mentionField = ({ strings: { form } }: Manager, chosen: string | undefined): FormField => ({
  kind: 'role',
  id: 'mention',
  label: form.mention,
  description: form.mentionHint,
  chosen,
});

/** Whether each recap opens a thread. */
export const threadField = ({ strings: { form } }: Manager, thread: boolean): FormField => ({
  kind: 'choice',
  id: 'thread',
  label: form.thread,
  options: [
    { label: form.threadNo, value: 'no', chosen: !thread },
    { label: form.threadYes, value: 'yes', chosen: thread },
  ],
  most: 1,
});

/** The tags of a forum's posts, by their names. */
export async function tagsField(
  { recaps, strings: { form } }: Manager,
  one: Subscription,
): Promise<FormField> {
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

/** The time zone that times are in. */
export const zoneField = ({ strings: { form } }: Manager, value: string): FormField => ({
  kind: 'text',
  id: 'timezone',
  label: form.zone,
  value,
  required: true,
  most: 100,
});

/** What happens after everything was posted. */
export const repeatField = ({ strings: { form, repeat } }: Manager, chosen: string): FormField => ({
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

/** How many items a digest has. */
export const itemsField = ({ strings: { form, card } }: Manager, count: number): FormField => ({
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

/** The language of what is posted. */
export const languageField = (
  { context, reader, strings: { form } }: Manager,
  chosen: string,
): FormField => ({
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
