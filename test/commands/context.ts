import { guideOf } from '#commands/guide.ts';
import { commands } from '#commands/index.ts';
import type { Command, CommandContext, Options, Reply, Request } from '#commands/model.ts';
import type { Library } from '#library/model.ts';
import type { Page, Reader } from '#pages/model.ts';
import type { SearchResult } from '#search/model.ts';
import { fakeSearch, library, post, section, session, topic } from '../pages/build.ts';

const five = [
  section({ name: '여는 말', id: 'intro', lead: true, markdown: '모두를 위한 AI다.' }),
  section({ name: 'BigQuery ML', id: 'bigquery-ml', markdown: '데이터가 있는 곳에서 학습한다.' }),
  section({ name: 'Kubeflow', id: 'kubeflow', markdown: '쿠버네티스 위의 ML이다.' }),
];

/** Two sessions, one of them in two languages, and two topics. */
export const smallLibrary: Library = library(
  [
    session(
      5,
      post('데이터 사이언티스트를 위한 Cloud AI Platform 소개', five),
      post(
        'Introducing Cloud AI Platform',
        [section({ name: 'Kubeflow', id: 'kubeflow', markdown: 'ML on Kubernetes.' })],
        { language: 'en' },
      ),
    ),
    session(
      6,
      post('비즈니스를 위한 간편한 머신러닝', [
        section({ name: 'Vision API', id: 'vision', markdown: '글' }),
      ]),
    ),
  ],
  [
    topic('kubeflow', [{ session: '5', section: 'kubeflow' }], {
      name: { ko: '쿠브플로', en: 'Kubeflow' },
      aliases: ['쿠베플로우'],
    }),
    topic('bigquery-ml', [{ session: '5', section: 'bigquery-ml' }], { name: { en: 'BigQuery ML' } }),
  ],
);

/** A context with a library, and a search that knows only the given answers. */
export const context = (
  of: Library = smallLibrary,
  results: Readonly<Record<string, SearchResult>> = {},
): CommandContext => ({
  library: () => of,
  search: fakeSearch(() => of, results),
  mention: (command) => `</${command}:1>`,
  guide: guideOf(commands),
  defaults: { locale: 'ko', timeZone: 'Asia/Seoul' },
});

export const request: Request = {
  discordLocale: 'ko',
  locale: 'ko',
  personId: '1',
  place: { kind: 'dm', channelId: '2' },
  at: Temporal.Instant.from('2026-01-01T00:00:00Z'),
};

/** Runs a slash command as the wire does: with whatever came. */
export async function run(
  command: Command,
  args: Parameters<Extract<Command, { kind: 'slash' }>['run']>[1],
  reader: Reader,
  at: CommandContext = context(),
): Promise<Reply> {
  if (command.kind !== 'slash') throw new Error(`${command.name} is no slash command`);
  const answered = await command.run(at, args, reader, request);
  if ('form' in answered) throw new Error('a form was opened');
  return answered;
}

/** Completes one option of a slash command. */
export function complete(
  command: Command,
  option: string,
  typed: string,
  others: Readonly<Record<string, string | undefined>>,
  reader: Reader,
  at: CommandContext = context(),
) {
  const options: Options = command.kind === 'slash' ? command.options : {};
  const found = options[option];
  if (found?.type !== 'string' || found.complete === undefined)
    throw new Error(`${option} does not complete`);
  return found.complete(at, typed, others, reader, request);
}

export const titleOf = (page: Page): string | undefined => page.embeds[0]?.title;
