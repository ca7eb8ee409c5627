import { readAsked } from '#test/relevance/asked.ts';
import { startBare, startLectern } from '../stub/bots.ts';
import type { InteractionData } from '../stub/discord.ts';
import { median } from '../stub/figures.ts';
import type { Bot } from '../stub/process.ts';

// CPU time and waiting time of a reply, beside a bare discord.js bot that replies with the same message and picture as a
// constant. Both are processes of their own on a stub of their own, and take turns.

const ROUNDS = Number(process.argv[3] ?? 9);
/** Replies of each bot in a round, 16 in flight. */
const REPLIES = 400;
const IN_FLIGHT = 16;
/** And of those that are waited for one by one. */
const ALONE = 50;

const asked = (question: string): InteractionData => ({
  kind: 'command',
  name: 'ask',
  options: { question },
});

const KINDS: Readonly<Record<string, readonly InteractionData[]>> = {
  'session page with picture': [{ kind: 'command', name: 'session', options: { name: '1' } }],
  section: [{ kind: 'command', name: 'topic', options: { name: 'BigQuery ML' } }],
  completion: ['big', '빅쿼', 'ㅁㅅㄹㄴ', 'auto', '에지 컴', 'kube', '데이터', 'ㅌㅅ'].map((typed) => ({
    kind: 'completion',
    name: 'topic',
    option: 'name',
    typed,
  })),
  // These few are found among the results that search keeps: what is left is to draw, to send, and what a bot does anyway.
  'ask, eight questions again and again': [
    'BigQuery ML이 뭐야?',
    '에지 컴퓨팅이 왜 중요해?',
    'what is a tensor?',
    '번역 API는 몇 개 언어를 지원해?',
    'IoT Core 아직 쓸 수 있어?',
    'how does AutoML Vision work',
    '쿠버네티스에서 머신러닝 돌리기',
    '하이퍼파라미터 자동으로 찾아주는 거',
  ].map(asked),
  // Each comes again only behind more than a thousand others: no result is kept that long, so search does all of its work.
  'ask, a thousand questions, none kept': readAsked('tune')
    .filter(({ set }) => set === 'content')
    .map(({ text }) => asked(text)),
};

interface Cost {
  /** In ms of CPU time a reply. */
  readonly cpu: number;
  /** In ms a reply, one at a time. */
  readonly wall: number;
}

/** @param round those of the next round are asked where the last one has ended. */
const costOf = async (bot: Bot, wanted: readonly InteractionData[], round: number): Promise<Cost> => {
  let sent = 0;
  const next = () => {
    const at = round * (REPLIES + ALONE) + sent;
    sent += 1;
    return bot.stub.interact(wanted[at % wanted.length] as InteractionData);
  };
  const lane = async (): Promise<void> => {
    while (sent < REPLIES) await next();
  };
  const cpu = bot.cpuOfThreads();
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
  const used = (bot.cpuOfThreads() - cpu) / sent;
  const waits: number[] = [];
  for (let one = 0; one < ALONE; one += 1) {
    const begun = performance.now();
    await next();
    waits.push(performance.now() - begun);
  }
  return { cpu: used, wall: median(waits) };
};

console.log(
  '| reply | bare: CPU ms | ms | Lectern: CPU ms | ms | CPU ratio | ratio |\n|---|---|---|---|---|---|---|',
);
for (const [name, wanted] of Object.entries(KINDS)) {
  const ours = await startLectern();
  const [first] = wanted;
  const answer = first && (await ours.stub.interact(first));
  const bare = await startBare(first?.kind === 'completion' ? undefined : answer);
  const costs = { ours: [] as Cost[], bare: [] as Cost[] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const [one, other] = [await costOf(ours, wanted, round), await costOf(bare, wanted, round)];
    // The first round warms up.
    if (round === 0) continue;
    costs.ours.push(one);
    costs.bare.push(other);
  }
  const show = (list: readonly Cost[], what: keyof Cost): string =>
    median(list.map((cost) => cost[what])).toFixed(2);
  const ratio = (what: keyof Cost): string =>
    median(costs.ours.map((cost, round) => cost[what] / (costs.bare[round]?.[what] ?? Number.NaN))).toFixed(
      2,
    );
  const cells = [costs.bare, costs.ours].flatMap((list) => [show(list, 'cpu'), show(list, 'wall')]);
  console.log(`| ${[name, ...cells, ratio('cpu'), ratio('wall')].join(' | ')} |`);
  await Promise.all([ours.stop(), bare.stop()]);
}
