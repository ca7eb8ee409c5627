import type { Reader } from '#pages/model.ts';
import { type RecapAction, readRecapAction } from '#pages/recap/recapControl.ts';
import type { Subscription } from '#store/model.ts';
import type { Answered, CommandContext, Request } from '../model.ts';
import { editForm, moreSettingsForm, subscribeForm } from './form.ts';
import {
  confirmUnsubscribe,
  history,
  list,
  pause,
  resume,
  show,
  showPreview,
  unsubscribe,
  withNamed,
} from './manage.ts';
import { asManager, type Manager } from './view.ts';

const ACTIONS = {
  show,
  edit: editForm,
  more: moreSettingsForm,
  pause,
  resume,
  leave: confirmUnsubscribe,
  unsubscribe,
  preview: showPreview,
} as const;

function act(manager: Manager, control: RecapAction): Promise<Answered> {
  switch (control.action) {
    case 'list':
      return list(manager);
    case 'subscribe':
      return subscribeForm(manager);
    case 'history': {
      const { subscription, part } = control;
      if (subscription === undefined) return history(manager, undefined, part);
      return withNamed(manager, subscription, (one) => history(manager, one, part));
    }
    default: {
      const action: (manager: Manager, subscription: Subscription) => Promise<Answered> =
        ACTIONS[control.action];
      return withNamed(manager, control.subscription, (one) => action(manager, one));
    }
  }
}

/** Handles presses on the pages for managing recaps, after checking the permission again. */
export function pressRecap(
  context: CommandContext,
  text: string,
  reader: Reader,
  request: Request,
): Promise<Answered> | undefined {
  const control = readRecapAction(text);
  return control && asManager(context, reader, request, (manager) => act(manager, control));
}
