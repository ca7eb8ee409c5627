import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readIncoming } from '../../../src/discord/mentions/incoming.ts';

const BOT = '900';
const asked = (more: object) =>
  readIncoming(
    { id: '1', channel_id: '2', guild_id: '3', type: 0, content: '', author: { id: '10' }, ...more } as never,
    BOT,
  );

describe('a message is heard', () => {
  test.each([
    ['a mention', { content: `<@${BOT}> 에지 컴퓨팅이 왜 중요해?` }, '에지 컴퓨팅이 왜 중요해?'],
    ['a mention of an older form', { content: `POS가 뭐야 <@!${BOT}>` }, 'POS가 뭐야'],
    ['a mention with a comma', { content: `<@${BOT}>, what is\n\na tensor?` }, 'what is a tensor?'],
    ['a mention beside others', { content: `<@${BOT}> <@77> <#5> <:wave:6> BigQuery?` }, 'BigQuery?'],
    ['code in the question', { content: `<@${BOT}> \`BigQuery ML\`이 뭐야?` }, 'BigQuery ML 이 뭐야?'],
    ['a mention after a quote', { content: `> 무슨 말이지\n<@${BOT}> 텐서가 뭐야?` }, '텐서가 뭐야?'],
    ['a mention alone', { content: `<@${BOT}>` }, ''],
    ['a mention and a sign', { content: `<@${BOT}> ?!` }, ''],
    ['a DM', { guild_id: undefined, content: '몇 개 세션이 있어?' }, '몇 개 세션이 있어?'],
    [
      'a reply to the bot',
      { type: 19, content: '더 자세히', referenced_message: { author: { id: BOT } } },
      '더 자세히',
    ],
  ])('%s', (_, message, question) => {
    expect(asked(message)).toMatchObject({ id: '1', channelId: '2', personId: '10', question });
  });

  test('a reply knows the message that it answers', () => {
    const referenced = { id: '8', author: { id: BOT }, components: [] };
    expect(asked({ type: 19, content: '왜?', referenced_message: referenced })?.repliedTo).toBe(referenced);
    const others = { type: 19, content: `<@${BOT}> 왜?`, referenced_message: { author: { id: '77' } } };
    expect(asked(others)?.repliedTo).toBeUndefined();
  });
});

describe('a message is not heard', () => {
  const question = `<@${BOT}> POS가 뭐야`;
  test.each([
    ['by a bot', { content: question, author: { id: '11', bot: true } }],
    ['by itself', { content: question, author: { id: BOT } }],
    ['by a webhook', { content: question, webhook_id: '5' }],
    ['to everyone', { content: `${question} @everyone`, mention_everyone: true }],
    ['without a mention', { content: 'POS가 뭐야' }],
    ['whose text Discord does not send', { content: '' }],
    [
      'that answers the bot without pinging it',
      { type: 19, content: '', referenced_message: { author: { id: BOT } } },
    ],
    ['with the mention in code', { content: `\`<@${BOT}>\` 라고 쓰면 됩니다` }],
    ['with the mention in a block of code', { content: `\`\`\`\n${question}\n\`\`\`` }],
    ['with the mention in a quote', { content: `> ${question}\n맞아` }],
    ['with the mention in a long quote', { content: `>>> 이렇게\n${question}` }],
    ['that tells of somebody who joined', { content: question, type: 7 }],
    ['without an author', { content: question, author: undefined }],
    ['without an id', { content: question, id: undefined }],
  ])('%s', (_, message) => {
    expect(asked(message)).toBeUndefined();
  });
});

test('whatever is written, a question is one line without markup, and short', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 2_000 }), (text) => {
      const question = asked({ content: `<@${BOT}> ${text}`, guild_id: undefined })?.question ?? '';
      expect(question.length).toBeLessThanOrEqual(500);
      expect(question).not.toMatch(/[\n\r]|<@/u);
      expect(question.isWellFormed()).toBe(true);
    }),
  );
});
