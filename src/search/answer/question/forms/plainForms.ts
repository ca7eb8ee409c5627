import type { AskedIn } from '../../../model.ts';

/** What can be asked of a thing by its name alone. */
export type AskedOfName =
  | 'definition'
  | 'fate'
  | 'advantages'
  | 'drawbacks'
  | 'reasons'
  | 'usage'
  | 'workings'
  | 'features'
  | 'parts'
  | 'sorts'
  | 'steps'
  | 'cases'
  | 'maker'
  | 'release'
  | 'ending'
  | 'date'
  | 'amount';

/** The plainest words for what is asked of a thing, by its name, and others for texts that tell it in other words. */
export const PLAIN_FORMS: Readonly<
  Record<AskedOfName, Readonly<Record<AskedIn, (name: string) => readonly string[]>>>
> = {
  definition: { ko: (x) => [`${x} 뭐야?`], en: (x) => [`What is ${x}?`], ja: (x) => [`${x}とは何ですか`] },
  fate: {
    ko: (x) => [`${x} 지금도 쓸 수 있어?`],
    en: (x) => [`Is ${x} still available?`],
    ja: (x) => [`${x}は今も使えますか`],
  },
  advantages: {
    ko: (x) => [`${x}의 장점은?`, `${x} 왜 써?`],
    en: (x) => [`What are the advantages of ${x}?`, `Why use ${x}?`],
    ja: (x) => [`${x}のメリットは？`, `${x}を使う理由は？`],
  },
  drawbacks: {
    ko: (x) => [`${x}의 단점은?`, `${x}에서 어려운 점은?`],
    en: (x) => [`What are the drawbacks of ${x}?`, `What are the problems with ${x}?`],
    ja: (x) => [`${x}のデメリットは？`, `${x}の問題点は？`],
  },
  reasons: {
    ko: (x) => [`${x} 왜 써?`, `${x} 왜 필요해?`, `${x}의 장점은?`],
    en: (x) => [`Why use ${x}?`, `Why is ${x} needed?`, `What are the advantages of ${x}?`],
    ja: (x) => [`${x}を使う理由は？`, `${x}はなぜ必要ですか`, `${x}のメリットは？`],
  },
  usage: {
    ko: (x) => [`${x} 어떻게 써?`],
    en: (x) => [`How do I use ${x}?`],
    ja: (x) => [`${x}の使い方は？`],
  },
  workings: {
    ko: (x) => [`${x} 어떻게 동작해?`],
    en: (x) => [`How does ${x} work?`],
    ja: (x) => [`${x}の仕組みは？`],
  },
  features: {
    ko: (x) => [`${x}의 기능은?`],
    en: (x) => [`What are the features of ${x}?`],
    ja: (x) => [`${x}の機能は？`],
  },
  parts: {
    ko: (x) => [`${x}의 구성 요소는?`, `${x}의 종류는?`],
    en: (x) => [`What are the parts of ${x}?`, `What kinds of ${x} are there?`],
    ja: (x) => [`${x}の構成要素は？`, `${x}の種類は？`],
  },
  sorts: {
    ko: (x) => [`${x}의 종류는?`, `${x}의 구성 요소는?`],
    en: (x) => [`What kinds of ${x} are there?`, `What are the parts of ${x}?`],
    ja: (x) => [`${x}の種類は？`, `${x}の構成要素は？`],
  },
  steps: {
    ko: (x) => [`${x}의 단계는?`],
    en: (x) => [`What are the steps of ${x}?`],
    ja: (x) => [`${x}の手順は？`],
  },
  cases: {
    ko: (x) => [`${x} 도입 사례`, `${x} 쓰는 곳`, `${x} 활용 사례`],
    en: (x) => [`${x} case study`, `Where is ${x} used?`, `Example of using ${x}`],
    ja: (x) => [`${x}の導入事例は？`, `${x}はどこで使われていますか`],
  },
  maker: {
    ko: (x) => [`${x} 누가 만들었어?`],
    en: (x) => [`Who made ${x}?`],
    ja: (x) => [`${x}は誰が作りましたか`],
  },
  release: {
    ko: (x) => [`${x} 언제 나왔어?`],
    en: (x) => [`When was ${x} released?`],
    ja: (x) => [`${x}はいつ出ましたか`],
  },
  ending: {
    ko: (x) => [`${x} 언제 종료됐어?`, `${x} 지금도 쓸 수 있어?`],
    en: (x) => [`When did ${x} end?`, `Is ${x} still available?`],
    ja: (x) => [`${x}はいつ終了しましたか`, `${x}は今も使えますか`],
  },
  date: {
    ko: (x) => [`${x} 언제 나왔어?`, `${x} 언제 종료됐어?`],
    en: (x) => [`When was ${x} released?`, `When did ${x} end?`],
    ja: (x) => [`${x}はいつ出ましたか`, `${x}はいつ終了しましたか`],
  },
  // What is counted or measured is said as it is asked.
  amount: { ko: () => [], en: () => [], ja: () => [] },
};
