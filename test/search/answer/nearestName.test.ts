import { describe, expect, it } from 'vitest';
import { plainAnswer } from '#pages/answer/plainAnswer.ts';
import { createSearch } from '#search/engine.ts';
import { folder } from '../../library/folder.ts';

const GARDEN = {
  'topics.yml': `- id: moisture
  name: { ko: 수분 센서, en: Moisture sensor }
  aliases: [모이스처 센서]
  summary: { ko: 흙이 얼마나 젖었는지 재는 장치입니다., en: A device that measures how wet soil is. }
- id: hydroponics
  name: { ko: 하이드로포닉스, en: Hydroponics }
  summary: { ko: 흙 없이 물로 기르는 방법입니다., en: Growing plants in water without soil. }
- id: sprinklr
  name: { ko: Sprinklr, en: Sprinklr }
  aliases: [스프링클러 엔진]
  summary: { ko: 물 주는 시각을 정하는 도구입니다., en: A tool that decides when to water. }
- id: lmd
  name: { ko: LMD, en: LMD }
  summary: { ko: 잎이 젖어 있던 시간입니다., en: For how long leaves were wet. }
- id: greenwall
  name: { ko: Greenwall Cloud, en: Greenwall Cloud }
  aliases: [그린월 클라우드]
  summary: { ko: 벽에 심은 화분을 살피는 서비스입니다., en: A service that looks after walls of plants. }
`,
  'content/garden.md': `---
title: 화분의 밤
---

## 물 주기

수분 센서가 재고 Sprinklr가 물을 준다. LMD도 함께 본다. 하이드로포닉스는 다음에 다룬다. Greenwall Cloud도 쓴다.

## 흙 고르기

배수가 잘되는 흙을 고른다.
`,
};

/** What is read, in what was typed: the name as the posts spell it. */
const RESPELLED: readonly (readonly [typed: string, read: string])[] = [
  ['하이드로포닉쓰', '하이드로포닉스'],
  ['하이드로포니스가 뭐야?', '하이드로포닉스가 뭐야?'],
  ['하이드로포닠스 뜻', '하이드로포닉스 뜻'],
  ['hydroponcis', 'Hydroponics'],
  ['what is hidroponics', 'what is Hydroponics'],
  ['수뷴 센서', '수분 센서'],
  ['모이스쳐 쎈서는 뭐야', '모이스처 센서는 뭐야'],
  ['moisture sensro', 'Moisture sensor'],
  ['엘앰디가 뭐야', 'LMD가 뭐야'],
  ['그린웰 클라우드', 'Greenwall Cloud'],
];

describe('a name that the posts spell otherwise', () => {
  const open = async () => createSearch(await (await folder(GARDEN)).read());

  it.each(RESPELLED)('%s is read as %s', async (typed, read) => {
    const search = await open();
    const { verdict, readAs } = search.search(typed);
    expect([verdict, readAs]).toEqual(['answer', read]);
  });

  it('a name in Katakana is told by itself, whatever it is asked in', async () => {
    const search = await open();
    const { verdict, readAs } = search.search('ハイドロポニクスとは');
    expect([verdict, readAs ?? '하이드로포닉스']).toEqual([
      'answer',
      expect.stringMatching(/하이드로포닉스|Hydroponics/),
    ]);
  });

  it.each(['수분 센서', '하이드로포닉스 뜻이 뭐야', 'what is Sprinklr', 'LMD'])(
    '%s is read as it stands',
    async (typed) => {
      const search = await open();
      expect(search.search(typed)).not.toHaveProperty('readAs');
    },
  );

  it.each([
    // Words that are spelled as they should be.
    '수분 섭취',
    '압력 센서',
    'motion sensor',
    '그린 클라우드',
    // More, or less, than the name.
    '하이드로포닉스 협회',
    '하이드로',
    'Sprinklr Studio',
    // Short names are those of many things.
    'LDM',
    'LMT',
    '엘더가 뭐야',
    'what is hydro power',
  ])('%s is another name', async (typed) => {
    const search = await open();
    expect(search.search(typed)).not.toHaveProperty('readAs');
  });
});

describe('a name that is typed for a topic', () => {
  it.each(['하이드로포닉쓰', '수뷴 센서', '엘앰디', 'moisture sensro', 'ハイドロポニクス'])(
    '%s is used without asking back',
    async (typed) => {
      const search = await createSearch(await (await folder(GARDEN)).read());
      const [best] = search.complete(typed, { kind: 'topic' });
      expect(best?.target).toMatchObject({
        kind: 'topic',
        topic: expect.stringMatching(/^(hydroponics|moisture|lmd)$/),
      });
      expect(best?.guess).toBeUndefined();
      expect(best?.confidence).toBeGreaterThan(0.5);
    },
  );
});

describe('a thing right behind the name of its maker', () => {
  const TOOLS = {
    'topics.yml': `- id: google-cloud
  name: { ko: Google Cloud }
  aliases: [GCP]
  summary: { ko: Google의 클라우드 서비스입니다. }
- id: datapatch
  name: { ko: Datapatch }
  summary: { ko: 데이터를 기워 주는 도구입니다. }
`,
    'content/one.md':
      '---\ntitle: 하나\n---\n\n## 도구들\n\nGCP에서 Datapatch를 쓴다.\n\n## 그 밖에\n\n점심을 먹었다.\n',
  };

  it.each([
    ['gcp datapatch가 뭐야', '기워 주는 도구'],
    ['what is GCP Datapatch?', '기워 주는 도구'],
    ['Google Cloud Datapatch 뜻', '기워 주는 도구'],
    ['gcp가 뭐야', '클라우드 서비스'],
  ])('is what is meant: %s', async (question, told) => {
    const library = await (await folder(TOOLS)).read();
    const result = (await createSearch(library)).search(question);
    expect(plainAnswer(library, result, { locale: 'ko', language: 'ko' })?.text).toContain(told);
  });
});
