import { describe, expect, test } from 'vitest';
import { isFollowUp, subjectOf } from '../../../src/discord/mentions/followUp.ts';
import { readCorpus } from '../../relevance/corpora.ts';

const library = await readCorpus('full');
const KO = { locale: 'ko', language: 'ko' } as const;

test.each([
  '그건 언제 나왔어?',
  '더 자세히',
  '왜?',
  'why?',
  'tell me more',
  'when was it released?',
  '누가 만들었어? 그거',
])('points to what was said before: %s', (question) => expect(isFollowUp(question)).toBe(true));

test.each(['BigQuery ML이 뭐야?', '에지 컴퓨팅의 장점', 'what is Kubeflow', 'POS'])(
  'says by itself what it is about: %s',
  (question) => expect(isFollowUp(question)).toBe(false),
);

describe('the subject of a message', () => {
  const withControls = (...customIds: string[]) => ({
    components: [{ type: 1, components: customIds.map((custom_id) => ({ type: 2, custom_id })) }],
  });

  test('is the first page that its controls lead to', () => {
    const [session] = library.sessions;
    const [section] = session?.posts[0].sections.slice(1) ?? [];
    const message = withControls('/', `/s/${session?.id}/${section?.id}`);
    expect(subjectOf(message, library, KO)).toContain(section?.name);
  });

  test.each([
    [undefined],
    [null],
    ['text'],
    [{}],
    [{ components: 'x' }],
    [withControls('nothing of ours', '/t/gone')],
  ])('is none in %j', (message) => expect(subjectOf(message, library, KO)).toBeUndefined());
});
