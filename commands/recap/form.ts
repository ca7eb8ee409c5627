import { commandTexts } from '#locales/index.ts';
import { encodeRecapAction } from '#pages/recap/recapControl.ts';
import { drawForm, type FormField } from '#pages/recap/recapForm.ts';
import { everyDay } from '#recap/time/weekdays.ts';
import type { Subscription } from '#store/model.ts';
import { defineSubcommand } from '../define.ts';
import type { Answered, FormReply } from '../model.ts';
import { recapChannelOf, recapChannelTypes } from './access.ts';
import {
  daysField,
  filterField,
  firstTimeField,
  itemsField,
  languageField,
  mentionField,
  repeatField,
  tagsField,
  threadField,
  timeField,
  zoneField,
} from './formFields.ts';
import { withChosen } from './manage.ts';
import { channelOption, defaultZone, whatOption } from './options.ts';
import { asManager, type Manager } from './view.ts';

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
      firstTimeField(manager),
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
export async function moreSettingsForm(manager: Manager, one: Subscription): Promise<FormReply> {
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

/** `/recap edit`: changes a recap in a form, without losing where it stands. */
export const editCommand = defineSubcommand({
  texts: commandTexts('recap edit'),
  options: { channel: channelOption, what: whatOption },
  run: (context, args, reader, request) =>
    asManager<Answered>(context, reader, request, (manager) =>
      withChosen(manager, args, (one) => editForm(manager, one)),
    ),
});
