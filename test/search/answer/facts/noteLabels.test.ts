import { describe, expect, it } from 'vitest';
import { plainAnswer } from '#pages/answer/plainAnswer.ts';
import { createSearch } from '#search/engine.ts';
import { folder } from '../../../library/folder.ts';

/** Hasty notes: who spoke, where and when in lines, tables, brackets and in passing. */
const NOTES = {
  'talks/glaze.md': `# Glaze at the edge

- **Event:** ClayConf Europe 2024, Lisbon
- **Date:** 14 May 2024
- **Speaker:** Ines Carvalho (Potter, Lumen)
- **Video:** https://youtu.be/abc12345678

## Notes

- sieve it twice
`,
  'talks/kilns.md': `# Kilns without tears

| | |
|---|---|
| Speaker | Tomasz Wilk, Redpine |
| Event | FireLand 2023 |
| Venue | Brühl town hall |

Notes:

* vents stay open below 600 °C
`,
  'talks/queues.md': `# Drying racks are not free

Talk by Hannah Osei from Dockside at ShelfCon 2022.

- a rack hides a slow kiln
`,
  'talks/fest.md': `Spent the weekend in Graz. Quick notes.

**Slip keynote** by Luc Fontaine, who works at Ardent Robotics
thin slip in 12 strokes.

**Unsafe stacking** - talk given by Priya Raman
which shelf may touch which.
`,
  'talks/fair.md': `# 도자기 페어 2023

> 📅 2023년 9월 9일
> 📍 코엑스 3층

## 유약 토큰 (가마집 오지후님)

- 이름에 색을 쓰지 않는다

## 물레 3년 회고

🎤 Alex Moreau · Fjord Clay

- 한 번에 하나만

### Speaker: Yuki Tanabe | Topic: Feather marks

- one brush, two strokes
`,
  'talks/days.md': `# Mud Days 2022

## Day one

### Stacked shelves
- Length 35:22
- Jiří Pinkas

### Raku outdoors

#### *Speaker: Mauricio Salatino, LearnClay*

- use tongs

## Day two

### Glazes that last

Dana Callan gave the keynote that day. She is a chemist at Mosaic.

### 손물레의 법칙 @davedelong

- 천천히
`,
};

describe('what stands beside a talk in hasty notes', () => {
  it.each([
    ['where was the talk about glaze', /Lisbon/],
    ['when was glaze at the edge presented', /14 May 2024/],
    ['at which conference was the kilns talk', /FireLand/],
    ['venue of the kilns talk', /Brühl/],
    ['who talked about drying racks', /Hannah Osei/],
    ['the drying racks talk, which conf was it at?', /ShelfCon/],
    ['who did the slip keynote', /Luc Fontaine/],
    ['speaker of unsafe stacking', /Priya Raman/],
    ['유약 토큰 발표 누구였지', /오지후/],
    ['물레 회고 누가 발표했어', /Alex Moreau/],
    ['도자기 페어 어디서 열림', /코엑스/],
    ['feather marks talk: who', /Yuki Tanabe/],
    ['who talked about stacked shelves', /^Jiří Pinkas$/],
    ['who talked about raku outdoors', /Mauricio Salatino/],
    ['who talked about glazes that last', /Dana Callan.*chemist/],
    ['mud days 2022 누가 발표했어', /Pinkas[\s\S]*Salatino[\s\S]*Callan[\s\S]*davedelong/],
    ['도자기 페어 2023 발표 목록', /유약 토큰[\s\S]*물레/],
  ])('%s', async (question, told) => {
    const library = await (await folder(NOTES)).read();
    const language = /[가-힣]/u.test(question) ? 'ko' : 'en';
    const result = (await createSearch(library)).search(question, { language });
    expect(plainAnswer(library, result, { locale: language, language })?.text).toMatch(told);
  });
});
