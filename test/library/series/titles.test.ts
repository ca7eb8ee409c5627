import { expect, test } from 'vitest';
import { folder, post, postsOf } from '../folder.ts';

/** Event, track, number and title of posts with these titles, in the order given. */
async function named(titles: readonly string[], more = ''): Promise<unknown[][]> {
  const files = Object.fromEntries(
    titles.map((title, n) => [`${String(n).padStart(2, '0')}.md`, post(title, `text ${n}`, more)]),
  );
  const library = await (await folder(files)).read();
  const numbers = new Map(library.sessions.map((one) => [one.posts[0].file, one.number]));
  return postsOf(library)
    .sort((a, b) => (a.file < b.file ? -1 : 1))
    .map((one) => [one.event, one.track, numbers.get(one.file), one.title]);
}

test('one post alone tells its event and track by the change of script, by a year, or by a mark', async () => {
  expect(await named(['Sky Data Summit 하늘을 나는 기계와 지도(5)-지도 그리기'])).toEqual([
    ['Sky Data Summit', '하늘을 나는 기계와 지도', 5, '지도 그리기'],
  ]);
  expect(await named(['구름 컨퍼런스 2021 데이터 트랙 #2: 표와 그림'])).toEqual([
    ['구름 컨퍼런스 2021', '데이터 트랙', 2, '표와 그림'],
  ]);
  expect(await named(['DevCon - Backend, Part 4: Queues: a love story'])).toEqual([
    ['DevCon', 'Backend', 4, 'Queues: a love story'],
  ]);
  expect(await named(['RiverConf 서밋 서울(3)-강물'])).toEqual([
    ['RiverConf 서밋 서울', undefined, 3, '강물'],
  ]);
  expect(await named(['개발자의 하루(2) - 저녁', '개발자의 하루(1) - 아침'])).toEqual([
    ['개발자의 하루', undefined, 2, '저녁'],
    ['개발자의 하루', undefined, 1, '아침'],
  ]);
});

test('posts of several tracks tell the event by what they share', async () => {
  expect(await named(['Big Sky Day Maps and birds (1)-One', 'Big Sky Day Rain and wind (2)-Two'])).toEqual([
    ['Big Sky Day', 'Maps and birds', 1, 'One'],
    ['Big Sky Day', 'Rain and wind', 2, 'Two'],
  ]);
});

test('a shared beginning without numbers is an event; a mark that nobody shares is none', async () => {
  expect(await named(['DevDay: Testing', 'DevDay: Shipping', 'Rust: a review'])).toEqual([
    ['DevDay', undefined, undefined, 'Testing'],
    ['DevDay', undefined, undefined, 'Shipping'],
    [undefined, undefined, undefined, 'Rust: a review'],
  ]);
});

test('numbers that count nothing stay in the title', async () => {
  expect(await named(['Three (3) ways to fail', '2018 회고', 'HTTP 2 is here'])).toEqual([
    [undefined, undefined, undefined, 'Three (3) ways to fail'],
    [undefined, undefined, undefined, '2018 회고'],
    [undefined, undefined, undefined, 'HTTP 2 is here'],
  ]);
});

test('front matter wins', async () => {
  const keys = 'event: 다른 행사\ntrack: 다른 트랙\nnumber: 9\nsession: 다른 제목';
  expect(await named(['Sky Data Summit 하늘을 나는 기계(5)-지도'], keys)).toEqual([
    ['다른 행사', '다른 트랙', 9, '다른 제목'],
  ]);
});

test('sessions stand in the order of their numbers, those of no series behind them', async () => {
  const made = await folder({
    'c.md': post('Track talk(2)-B', 'x', 'date: 2018-10-25'),
    'a.md': post('Track talk(10)-C', 'x', 'date: 2018-10-25'),
    'b.md': post('Track talk(1)-A', 'x', 'date: 2018-10-25'),
    'z.md': post('Alone', 'x', 'date: 2017-01-01'),
  });
  const library = await made.read();
  expect(library.sessions.map((one) => one.number)).toEqual([1, 2, 10, undefined]);
});

test('posts without a date stand as their files are counted', async () => {
  const files = ['day-one/b.md', 'day-two/a.md', 'day-three/a.md', 'notes/2-x.md', 'notes/10-x.md'];
  const made = await folder(
    Object.fromEntries(files.toReversed().map((file) => [file, `# ${file}\ntext\n`])),
  );
  const library = await made.read();
  expect(library.sessions.map(({ posts: [{ file }] }) => file)).toEqual(files);
});

test('a number twice in one series is named', async () => {
  const made = await folder({
    'a1.md': post('Alpha days(1)-A', 'x'),
    'b1.md': post('Beta days(1)-B', 'x'),
    'b1x.md': post('Beta days(1)-C', 'x'),
  });
  const library = await made.read();
  expect(library.findings.map(({ file, line, code }) => [file, line, code])).toEqual([
    ['b1x.md', 2, 'same-number'],
  ]);
});

test('an opening that a series shares word for word stays out, whatever it is called', async () => {
  const talk = (n: number, title: string) =>
    post(
      `강가의 모임(${n})-${title}`,
      `# 여는 말\n강가의 모임에 다녀왔다. 세 번에 나누어 적는다. 이번에는 "${title}" 시간의 이야기를 모두 옮겨 적었다.\n\n# ${title}\n${title}에 대한 이야기는 ${n}번째 방에서 들었다.`,
    );
  const made = await folder({
    'a.md': talk(1, '배 만들기'),
    'b.md': talk(2, '노 젓기'),
    'c.md': talk(3, '돛과 바람'),
  });
  const library = await made.read();
  for (const one of postsOf(library)) expect(one.sections.map((found) => found.name)).toEqual([one.title]);
  const alone = await (await folder({ 'a.md': talk(1, '배 만들기') })).read();
  expect(postsOf(alone)[0]?.sections.length).toBe(2);
});

test('different openings and posts of one section are left alone; a shared first paragraph goes', async () => {
  const made = await folder({
    'a.md': post(
      'Hill days(1)-A',
      'Welcome to my notes on the hill days, as every year.\n\nThe first talk was about apples and pears.',
    ),
    'b.md': post(
      'Hill days(2)-B',
      'Welcome to my notes on the hill days, as every year.\n\nStones were what the second one told of.',
    ),
    'c.md': post('Lake days(1)-C', '# Intro\nFish.\n\n# More\nx'),
    'd.md': post('Lake days(2)-D', '# Intro\nBoats and their names.\n\n# More\ny'),
  });
  const texts = postsOf(await made.read()).map((one) => one.sections.map((found) => found.text));
  expect(texts).toEqual([
    ['The first talk was about apples and pears.'],
    ['Stones were what the second one told of.'],
    ['Fish.', 'x'],
    ['Boats and their names.', 'y'],
  ]);
});

test('the heading that goes on from the name of its file is the title, in letters of any script', async () => {
  const text = '## 오솔길 걷기의 즐거움: 숲과 들\n\n걷는다.\n\n## 숲\n\n길다.\n\n## 들\n\n넓다.\n';
  const library = await (await folder({ 'walks/오솔길걷기의즐거움.md': text })).read();
  expect(library.sessions.map(({ posts: [{ title }] }) => title)).toEqual(['오솔길 걷기의 즐거움: 숲과 들']);
});
