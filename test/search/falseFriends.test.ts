import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readLibrary } from '#library/read.ts';
import { createSearch } from '#search/engine.ts';
import { readWordList } from '../../src/search/words/lists/wordList.ts';

const dir = fileURLToPath(new URL('../../content/', import.meta.url));
const library = await readLibrary({ dir, defaultLanguage: 'ko' });
const search = await createSearch(library);
/** Paths, times of files and hashes may hold any word: which names are tried must not depend on them. */
const CHANCE: readonly string[] = ['path', 'stamp', 'hash', 'version'];
const told = JSON.stringify(library, (key, value: unknown) =>
  CHANCE.includes(key) ? undefined : value,
).toLowerCase();

/** Names of one word that the thesaurus knows and the posts nowhere hold, every so many of them. */
const names = ['software', 'world', 'cloud', 'data']
  .flatMap((file) => readWordList(`concepts/${file}.txt`))
  .flatMap((line) => line.split(' ~ ')[0]?.split(' / ') ?? [])
  .filter((name) => !name.includes(' ') && !name.endsWith('다') && !told.includes(name.toLowerCase()))
  .filter((_, at) => at % 37 === 0);

const opens = (name: string): boolean => {
  const [first] = search.complete(name, { kind: 'topic' });
  return first !== undefined && first.confidence >= 0.5 && first.guess !== true;
};

describe('words that the posts do not hold', () => {
  it.each(
    '마이그레이션 벤치마크 재촉 도커 모니터링 블루투스 세탁기 방화벽 결제 코인 스케줄링 redis docker printer firewall bitcoin'.split(
      ' ',
    ),
  )('leaves %s unanswered', (word) => {
    for (const asked of [word, /[가-힣]/u.test(word) ? `${word} 뭐야` : `what is ${word}`])
      expect(search.search(asked, { language: 'ko' }).verdict).not.toBe('answer');
    expect(opens(word)).toBe(false);
  });

  it.each(['cigarette lighter', '배터리 지속 시간', 'press machine', 'sales pitch'])(
    'leaves %s unanswered, each word of which is found',
    (words) => {
      expect(search.search(words).verdict).not.toBe('answer');
    },
  );

  it.each([
    'what is connection draining',
    'what is management team',
    '데이터 관찰 가능성이 뭐야',
    '엔지니어링 팀이 뭐야',
  ])('leaves %s unanswered: the name is meant as a whole', (question) => {
    expect(search.search(question).verdict).not.toBe('answer');
  });

  it.each(['합계', '별개', '책', 'vr', 'rtt', '언제든지'])(
    'leaves %s unanswered: it is a word, and no other keyboard layout',
    (word) => {
      expect(search.search(word)).not.toHaveProperty('readAs');
      expect(search.search(word).verdict).not.toBe('answer');
    },
  );

  it.each(['게스트', '페이스', 'banquet', 'suppress', 'serialization'])(
    'leaves %s unanswered, which the thesaurus knows and another word sounds or looks like',
    (word) => {
      expect(search.search(word).verdict).not.toBe('answer');
    },
  );

  it.each([
    'Dataproc',
    'what is Dataproc',
    'which talk covers Dataproc',
    'Dataproc 다룬 발표 있어?',
    'can you explain Dataflow and Dataproc',
    'Dataflow와 Dataproc 설명해 주세요',
  ])('leaves %s unanswered: Dataprep is another word, and no slip of it', (question) => {
    expect(search.search(question, { language: 'en' }).verdict).not.toBe('answer');
  });

  it.each(['Dataflow', 'which talk covers Dataflow', 'BigTable 나온 세션 알려줘'])(
    'leaves %s unanswered, the words of which stand apart',
    (question) => {
      expect(search.search(question, { language: 'en' }).verdict).not.toBe('answer');
    },
  );

  it.each(['오라클 클라우드 뭐야', '네이버 클라우드 나온 세션 알려줘', 'what is oracle cloud'])(
    'leaves %s unanswered: another maker makes another thing of it',
    (question) => {
      expect(search.search(question, { language: 'ko' }).verdict).not.toBe('answer');
    },
  );

  it.each([
    '도커 이미지 용량 줄이는 법',
    '레디스 비용 아끼는 법',
    'how do I deploy a model with jenkins',
    'how to analyze logs with kafka',
  ])('leaves %s unanswered: no text that never says the name tells how', (question) => {
    expect(search.search(question, { language: 'ko' }).verdict).not.toBe('answer');
  });

  it.each([
    '쿠브플로우는 몇 년에 처음 공개됐나요',
    'when was AutoML first released',
    'what year was Kubeflow introduced',
  ])('leaves %s unanswered: what became of it later is another date', (question) => {
    expect(search.search(question, { language: 'ko' }).verdict).not.toBe('answer');
  });

  it.each([
    '비전 프로 다룬 발표',
    '앱 엔진이 뭐야',
    'how does Adobe Analytics work',
    '에어플로우 아직 쓸 수 있어?',
    '데이터플로우는 몇 년에 처음 공개됐나요',
  ])('leaves %s unanswered: the world knows it, and no post says it', (question) => {
    expect(search.search(question, { language: 'ko' }).verdict).not.toBe('answer');
  });

  it.each(['Datapep', 'Dataprpe'])('reads %s as a slip of Dataprep', (question) => {
    expect(search.search(question, { language: 'en' }).verdict).toBe('answer');
  });

  it.each(['네트워크 보안', 'file storage', 'connection failure', '데이터 복구', 'out of memory'])(
    'leaves %s unanswered: a name that the thesaurus knows is meant as a whole',
    (words) => {
      expect(search.search(words).verdict).not.toBe('answer');
    },
  );

  it.each([
    '데이터 접근 제어 사용법',
    '보안 내재화 장점',
    '작업 목록 종류 알려줘',
    'how to use image-to-image',
    'tell me about in-app message',
    'what is sql tuning',
    'what is connection failure',
    '소개팅 사용법',
    'train test split',
    'shopping cart price',
  ])('leaves %s unanswered: what is asked of a name needs the name as a whole', (question) => {
    expect(search.search(question, { language: 'ko' }).verdict).not.toBe('answer');
  });

  it.each([
    '느닷없이',
    '시범 뭐야',
    '등급 알려줘',
    'circuit',
    'genuinely 사용법',
    'dynamically',
    'canary 뭐야',
    '선제적 알려줘',
  ])('leaves %s unanswered, for which a text merely has a word of a like meaning', (question) => {
    expect(search.search(question, { language: 'ko' }).verdict).not.toBe('answer');
  });

  it.each([
    '러스트는 몇 년에 처음 공개됐나요',
    '파이어베이스는 몇 년에 처음 공개됐나요',
    'when was Unreal Engine first released',
    '보잉 왜 써요?',
    '데이터브릭스 만든 사람이 누구예요',
    '양자 컴퓨터는 어떤 원리로 움직입니까',
    '가상 메모리는 몇 년에 처음 공개됐나요',
    '정규 표현식은 어떤 원리로 움직입니까',
    'which talk covers Unity',
    'which talk covers circuit',
  ])('leaves %s unanswered: what it names is not there, whatever else is', (question) => {
    expect(search.search(question).verdict).not.toBe('answer');
  });

  it.each(['every year 뭐야', 'one year', 'work schedule', 'in the first place'])(
    'leaves %s unanswered: a name of several words asks for no fact of the talks',
    (question) => {
      expect(search.search(question, { language: 'ko' }).verdict).not.toBe('answer');
    },
  );

  it.each(['how many', 'key points', 'table of contents', 'target audience'])(
    'answers %s, which the thesaurus knows by another name for a fact of the talks',
    (question) => {
      expect(search.search(question, { language: 'ko' }).answer?.kind).toBe('facts');
    },
  );

  it.each(['tense', 'tenth', 'bosch'])('opens nothing for %s, a word of its own', (word) => {
    expect(opens(word)).toBe(false);
  });

  it.each(['advantages of membership fee', '고아 리소스 장점'])(
    'leaves %s unanswered: a word of the name is not there',
    (question) => {
      expect(search.search(question, { language: 'ko' }).verdict).not.toBe('answer');
    },
  );

  it.each([
    'Azure IoT Hub 연결하는 방법',
    'does bigquery run on azure',
    "What's the latest Kubeflow version?",
    '위메프 배달비 얼마 받아?',
    '데이터 웨어하우스를 MongoDB로 옮기는 방법',
    'yo anyone here',
    'test test',
  ])('leaves %s unanswered: no post names the thing, or tells the fact', (question) => {
    expect(search.search(question).verdict).not.toBe('answer');
  });

  it.each([
    '바나나 어떻게 써',
    '망고 장점',
    '벽지 장점',
    '양자 컴퓨터 뭐야',
    '양자컴퓨팅이 뭐야',
    '연합 뉴스가 뭐야',
  ])(
    'leaves %s unanswered: it is a word, and no syllable with particles, or the end of the name is not there',
    (question) => {
      expect(search.search(question).verdict).not.toBe('answer');
    },
  );

  it.each(['rate', 'rate limit', 'store', 'data', 'what is gas', 'grocery store'])(
    'takes nothing of %s for a topic whose name ends so',
    (text) => {
      expect(search.search(text).answer?.kind).not.toBe('topic');
      expect(search.search(text).verdict).not.toBe('answer');
      expect(opens(text)).toBe(false);
    },
  );

  it.each([
    '하이브 왜 써',
    '비전프로',
    'benefits of gopro',
    'jquery',
    '트리노 뭐야',
    '구찌',
    '넥스트 사용법',
  ])('leaves %s unanswered: the world knows it by that name, however near another one is', (question) => {
    expect(search.search(question).verdict).not.toBe('answer');
  });

  it.each(['공유기 추천해줘', '나고야 추천해줘', '나고야 어떻게 써', '노트패드 얼마야', 'how much is gopro'])(
    'leaves %s unanswered: no post holds it, whatever else is asked of it',
    (question) => {
      expect(search.search(question).verdict).not.toBe('answer');
    },
  );

  it.each([
    '쿠브플로우 카팁',
    '쿠브플로우 카팁 알려줘',
    '클라우드 아머 뭐야',
    '클라우드 아머 장점이 뭐예요',
    '데이터 레이크하우스 뭐야',
    '엣지 함수 뭐야',
  ])(
    'leaves %s unanswered: a word beside the name is another one, whatever it ends or sounds like',
    (question) => {
      expect(search.search(question, { language: 'ko' }).verdict).not.toBe('answer');
    },
  );

  it.each([
    'what is BigQuery BI Engine',
    'BigQuery BI Engine meaning',
    'benefits of BigQuery Data Transfer Service',
    'Is Cloud Build still available?',
    'how does Google Meet work',
    'Kubernetes Dashboard 뭐야',
    'Power BI 장점 알려줘',
  ])('leaves %s unanswered: a name with capitals is meant as a whole', (question) => {
    expect(search.search(question).verdict).not.toBe('answer');
  });

  it.each([
    '지퍼 라이브러리 뭐야',
    '지퍼 라이브러리 사용법',
    'is Notion still available',
    'is demonstration still available',
  ])('leaves %s unanswered: everybody’s word is a name there', (question) => {
    expect(search.search(question).verdict).not.toBe('answer');
  });

  it('says which name with capitals is not there', () => {
    expect(search.search('what is BigQuery BI Engine').absent).toEqual(['BigQuery BI Engine']);
  });

  it.each(['What Is BigQuery ML', 'what is Google BigQuery', 'Cloud Natural Language API 뭐야'])(
    'answers %s',
    (question) => {
      expect(search.search(question).verdict).toBe('answer');
    },
  );

  it.each(['쿠팡은 빅쿼리 어떻게 써', '토스는 빅쿼리 왜 써', '데이터플로우는 뭐야', '데이터로봇이 뭐야'])(
    'leaves %s unanswered: the posts hold a part of it alone',
    (question) => {
      expect(search.search(question).verdict).not.toBe('answer');
    },
  );

  it.each([
    '깃',
    '배그',
    '기아',
    'mssql',
    'kaggle',
    '데이터브릭스',
    '앤서블',
    '접근성',
    'HyperCLOVA',
    'TensorRT',
    'iphone',
  ])('leaves %s unanswered, which a word of the posts looks or sounds like, or is a part of', (word) => {
    for (const asked of [word, `${word} 뭐야`, `${word} 사용법`])
      expect(search.search(asked).verdict, asked).not.toBe('answer');
  });

  it.each(['how to use bus', 'how to use swift', '유튜브 사용법', '깃허브 사용법', '요가 사용법'])(
    'leaves %s unanswered: the way to use another thing',
    (question) => {
      expect(search.search(question).verdict).not.toBe('answer');
    },
  );

  it.each([
    '웹3',
    '웹3 뭐야',
    'tell me about S3',
    'how to use S3',
    'what is C++',
    'how to use washing machine',
  ])('leaves %s unanswered: a name is meant with its number, its sign and all of its words', (question) => {
    expect(search.search(question).verdict).not.toBe('answer');
  });

  it.each(['ㅅㄱ ㅅㅇㅇ', 'ㅋㅅㅇㅌ', 'ㅌㄹㅌㅇ', 'ㄷㅈㅌㅌㅇ'])(
    'asks back for %s, which fits a name a little',
    (initials) => {
      expect(search.search(initials).verdict).not.toBe('answer');
    },
  );

  it.each(['유튜브 뭐야', 'youtube', 'github', '깃허브 알려줘'])(
    'leaves %s unanswered: a site is meant and nothing that lies there',
    (question) => {
      expect(search.search(question).verdict).not.toBe('answer');
    },
  );

  it.each(['해시테이블', '동적계획법', '이진탐색 뭐야'])(
    'leaves %s unanswered: what is typed as one word is one',
    (question) => {
      expect(search.search(question).verdict).not.toBe('answer');
    },
  );

  it.each(['BigQuery BI Engine', 'kubeflow automl', 'cloud vision studio'])(
    'leaves %s unanswered: topics side by side are another thing where no section tells of all',
    (words) => {
      expect(search.search(words).verdict).not.toBe('answer');
    },
  );

  it.each(['포스코', 'bus', 'uber', '블랙핑크', '디파이'])('opens nothing for %s, but asks', (name) => {
    expect(opens(name)).toBe(false);
  });

  it.each(['하이퍼튠', '빅커리', '넷마불', 'kubeflwo', '위메브', '내추럴 랭귀지'])(
    'answers %s, which hardly anything else looks or sounds like',
    (name) => {
      expect(search.search(name).verdict).toBe('answer');
    },
  );

  it.each(['컨택센터', '트레이닝', 'speech to text', 'natural language', '머신 러닝'])(
    'answers %s, which the posts hold in this or another spelling',
    (words) => {
      expect(search.search(words).verdict).toBe('answer');
    },
  );

  it.each(['기계학습', '인공신경망', '사물인터넷', '에이비테스트', '퍼브섭', '중앙처리장치'])(
    'opens the topic that is also called %s',
    (name) => {
      expect(opens(name)).toBe(true);
    },
  );

  it('seldom open a topic, whatever the thesaurus knows', () => {
    expect(names.length).toBeGreaterThan(200);
    const opened = names.filter(opens);
    expect(opened.length / names.length, opened.join(', ')).toBeLessThan(0.01);
  });

  it('are seldom answered, but for other names of what the posts hold', () => {
    const answered = names.filter((name) => search.search(name).verdict === 'answer');
    expect(answered.length / names.length, answered.join(', ')).toBeLessThan(0.07);
  });
});
