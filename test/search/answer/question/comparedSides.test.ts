import { describe, expect, it } from 'vitest';
import { comparedSides } from '#search/answer/question/comparedSides.ts';

describe('the things that a question compares', () => {
  it.each([
    ['cnn이랑 rnn 뭐가 다른데', ['cnn', 'rnn']],
    ['stt tts 맨날 헷갈림 뭐가 뭐임', ['stt', 'tts']],
    ['솔루션 빌딩블록 플랫폼 세개 뭐가 다름', ['솔루션', '빌딩블록', '플랫폼']],
    ['conformer는 transformer랑 뭐가 달라', ['conformer', 'transformer']],
    ['볼트 쓸까 시크릿매니저 쓸까..', ['볼트', '시크릿매니저']],
    ['데이터레이크랑 웨어하우스 차이 후배한테 설명해야되는데 ㅠ', ['데이터레이크', '웨어하우스']],
    ['signature vs provenance vs SBOM?', ['signature', 'provenance', 'SBOM']],
    ['When is the Vision API enough and when do I need AutoML?', ['Vision API', 'AutoML']],
    ["normal TPU vs the edge one, what's different?", ['TPU', 'edge TPU']],
    [
      "verified compiler or validating each output: what's the difference?",
      ['verified compiler', 'validating each output'],
    ],
    ['キーワードとベクトル、それぞれ何が得意？', ['キーワード', 'ベクトル']],
    ['빅쿼리가 뭐야', []],
    ['what is BigQuery?', []],
  ])('%s', (question, sides) => {
    expect(comparedSides(question)).toEqual(sides);
  });
});
