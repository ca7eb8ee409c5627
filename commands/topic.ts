import type { Topic } from '#library/model.ts';
import { commandTexts } from '#locales/index.ts';
import { drawPage } from '#pages/draw.ts';
import { findSpeaker, findTopic } from '#pages/lookup.ts';
import type { Reader } from '#pages/model.ts';
import { targetRoute } from '#pages/names.ts';
import { drawNoMatch } from '#pages/notices.ts';
import type { Target } from '#search/model.ts';
import { defineCommand } from './define.ts';
import type { CommandContext, Reply } from './model.ts';
import { languageOption, privateOption, readingOf } from './options/common.ts';
import {
  choicesFor,
  type Resolution,
  resolveTyped,
  routeOf,
  sourcesOf,
  typedWords,
} from './options/suggest.ts';

/** What a name may mean: speakers are known by theirs as topics are. */
type NameTarget = Extract<Target, { kind: 'topic' | 'speaker' }>;

const isNamed = (target: Target): target is NameTarget =>
  target.kind === 'topic' || target.kind === 'speaker';

const namesOf = ({ name, aliases }: Topic): readonly (string | undefined)[] => [
  ...Object.values(name),
  ...aliases,
];

function meantByName(context: CommandContext, typed: string, reader: Reader): Resolution<NameTarget> {
  const route = routeOf(typed);
  const speaker = route?.page === 'speaker' ? findSpeaker(context.library(), route.speaker) : undefined;
  if (speaker !== undefined) return { kind: 'found', target: { kind: 'speaker', speaker: speaker.id } };
  const id = route?.page === 'topic' ? route.topic : undefined;
  const wanted = typed.normalize('NFC').trim().toLowerCase();
  const topic =
    id === undefined
      ? context.library().topics.find((one) => namesOf(one).some((name) => name?.toLowerCase() === wanted))
      : findTopic(context.library(), id);
  if (topic !== undefined) return { kind: 'found', target: { kind: 'topic', topic: topic.id } };
  return resolveTyped(context, typedWords(typed), { kind: 'topic' }, reader, isNamed);
}

/** `/topic`: all sections about a topic; or the speaker of that name. */
export const topic = defineCommand({
  name: 'topic',
  texts: commandTexts('topic'),
  options: {
    name: {
      type: 'string',
      required: true,
      complete: (context, typed, _others, reader) => choicesFor(context, typed, { kind: 'topic' }, reader),
    },
    private: privateOption,
    language: languageOption,
  },
  run: (context, args, given): Reply => {
    const { language, reader, isPrivate } = readingOf(context, args, given);
    const sources = sourcesOf(context);
    const meant = meantByName(context, args.name, reader);
    if (meant.kind === 'miss') {
      return {
        page: drawNoMatch(sources, 'topic', typedWords(args.name), meant.closest, reader),
        private: isPrivate,
      };
    }
    const route = { ...targetRoute(meant.target), ...(language && { language }) };
    return { page: drawPage(sources, route, reader), private: isPrivate, route };
  },
});
