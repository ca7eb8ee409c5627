import type { AskedIn } from '../../../model.ts';

/** What can be asked of a thing by its name alone. */
export type AskedOfName = keyof typeof SAID | 'date' | 'amount';

/** The plainest words for it, in Korean, English and Japanese. */
const SAID = {
  definition: ['{} 뭐야?', 'What is {}?', '{}とは何ですか'],
  fate: ['{} 지금도 쓸 수 있어?', 'Is {} still available?', '{}は今も使えますか'],
  advantages: ['{}의 장점은?', 'What are the advantages of {}?', '{}のメリットは？'],
  drawbacks: ['{}의 단점은?', 'What are the drawbacks of {}?', '{}のデメリットは？'],
  reasons: ['{} 왜 써?', 'Why use {}?', '{}を使う理由は？'],
  usage: ['{} 어떻게 써?', 'How do I use {}?', '{}の使い方は？'],
  workings: ['{} 어떻게 동작해?', 'How does {} work?', '{}の仕組みは？'],
  features: ['{}의 기능은?', 'What are the features of {}?', '{}の機能は？'],
  parts: ['{}의 구성 요소는?', 'What are the parts of {}?', '{}の構成要素は？'],
  sorts: ['{}의 종류는?', 'What kinds of {} are there?', '{}の種類は？'],
  steps: ['{}의 단계는?', 'What are the steps of {}?', '{}の手順は？'],
  cases: ['{} 도입 사례', '{} case study', '{}の導入事例は？'],
  maker: ['{} 누가 만들었어?', 'Who made {}?', '{}は誰が作りましたか'],
  release: ['{} 언제 나왔어?', 'When was {} released?', '{}はいつ出ましたか'],
  ending: ['{} 언제 종료됐어?', 'When did {} end?', '{}はいつ終了しましたか'],
} as const;

/** Others, for texts that tell it in other words. What is counted or measured is said as it is asked. */
const SAID_ELSE = {
  need: ['{} 왜 필요해?', 'Why is {} needed?', '{}はなぜ必要ですか'],
  trouble: ['{}에서 어려운 점은?', 'What are the problems with {}?', '{}の問題点は？'],
  place: ['{} 쓰는 곳', 'Where is {} used?', '{}はどこで使われていますか'],
  example: ['{} 활용 사례', 'Example of using {}', '{}の活用事例は？'],
} as const;
const ELSE: Readonly<Partial<Record<AskedOfName, readonly (keyof typeof SAID | keyof typeof SAID_ELSE)[]>>> =
  {
    advantages: ['reasons'],
    drawbacks: ['trouble'],
    reasons: ['need', 'advantages'],
    parts: ['sorts'],
    sorts: ['parts'],
    cases: ['place', 'example'],
    ending: ['fate'],
    date: ['release', 'ending'],
  };

/** A question for something of what a name names, in the plainest words; behind it the same in others. */
export function plainForms(asks: AskedOfName, language: AskedIn, name: string): readonly string[] {
  const own = asks === 'date' || asks === 'amount' ? [] : [asks];
  const said = { ...SAID, ...SAID_ELSE };
  return [...own, ...(ELSE[asks] ?? [])].map((form) => {
    const [ko, en, ja] = said[form];
    return { ko, en, ja }[language].replace('{}', () => name);
  });
}
