import { describe, expect, it } from 'vitest';
import { namedEvent } from '#search/answer/facts/event/eventNames.ts';
import { folder } from '../../../../library/folder.ts';

const post = (title: string): string =>
  `---\ntitle: "${title}"\ndate: 2023-05-06\n---\n\n글이다.\n\n## 하나\n\n내용이다.\n`;

/** What is left of words of a question once the event of posts with these titles is named. */
const leftOf = async (posts: Readonly<Record<string, string>>, said: string): Promise<readonly string[]> => {
  const files = Object.entries(posts).map(([file, title]) => [`content/${file}.md`, post(title)]);
  const library = await (await folder(Object.fromEntries(files))).read();
  return namedEvent(library, said.split(' '), false).rest;
};

const KOREAN = {
  '2023-05-06-narucon-am': '[노트] 나루 웹콘 2023 오전 - 렌더링',
  '2023-05-06-narucon-pm': '[노트] 나루 웹콘 2023 오후 - 번들러',
};
const ENGLISH = {
  one: 'Bubble & Squeak 2023, day one: soldering',
  two: 'Bubble & Squeak 2023, day two: joints',
};
const JAPANESE = {
  '2023-05-06-minato-data-night-1': '港データナイト2023 参加レポート(1) 検索',
  '2023-05-06-minato-data-night-2': '港データナイト2023 参加レポート(2) 推薦',
};

describe('what an event is called', () => {
  it.each(['웹콘', '나루 웹콘', '나루웹콘은', 'webcon'])(
    'beside what titles say of notes, up to the year: %s',
    async (said) => {
      expect(await leftOf(KOREAN, said)).toEqual([]);
    },
  );

  it.each(['오전', '노트', '렌더링', '나루터'])('is not what else titles say: %s', async (said) => {
    expect(await leftOf(KOREAN, said)).toEqual([said]);
  });

  it.each(['버블앤스퀵', '버블 앤 스퀵', 'bubble squeak'])('with "and" for its sign: %s', async (said) => {
    expect(await leftOf(ENGLISH, said)).toEqual([]);
  });

  it.each(['미나토 데이터나이트', 'minato data night', '데이터나이트', 'minato', '미나토'])(
    'as its files or its Katakana are heard: %s',
    async (said) => {
      expect(await leftOf(JAPANESE, said)).toEqual([]);
    },
  );
});
