import type { FindingStrings } from '../model/findings.ts';
import { withParticle } from './particles.ts';

export const findings: FindingStrings = {
  'no-title': () => '제목이 없습니다. 맨 위의 두 줄 “---” 사이에 “title: …”을 쓰세요.',
  'no-text': () => '글에 내용이 없습니다. 내용을 쓰거나, 그때까지 “draft: true”로 두세요.',
  'bad-date': (what) =>
    `날짜 ${withParticle(`“${what}”`, '을/를')} 읽을 수 없습니다. 2018-10-25 10:00:00 +0900 같은 모양으로 쓰세요.`,
  'outline-differs': (what) =>
    `원문 “${what}”에 이 섹션과 짝이 되는 섹션이 없습니다. 원문에 추가하거나, 두 제목 뒤에 같은 {#id}를 쓰세요.`,
  'missing-image': (what) =>
    `그림 ${withParticle(`“${what}”`, '이/가')} 콘텐츠 폴더에 없습니다. png, jpg, gif, webp 파일을 넣거나 경로를 고치세요.`,
  'image-format': (what) => `그림 “${what}”의 형식은 보여 줄 수 없습니다. png, jpg, gif, webp로 바꾸세요.`,
  'unsafe-link': (what) => `“${what}” 링크는 보여 주지 않습니다. http나 https 주소로 바꾸세요.`,
  'no-original': (what) =>
    `번역의 원문 ${withParticle(`“${what}”`, '이/가')} 없습니다. translation_of를 고치세요.`,
  'same-number': (what) => `“${what}”에도 같은 번호가 있습니다. 둘 중 하나의 번호를 바꾸세요.`,
  'same-id': (what) =>
    `id ${withParticle(`“${what}”`, '을/를')} 다른 글도 쓰고 있어 어느 쪽에도 쓰이지 않습니다. 한쪽의 id를 바꾸세요.`,
  'dead-link': (what) =>
    `링크 ${withParticle(`“${what}”`, '이/가')} 가리키는 곳이 없습니다. 고치거나 지우세요.`,
  'unknown-author': (what) =>
    `글쓴이 목록에 ${withParticle(`“${what}”`, '이/가')} 없습니다. 목록에 추가하거나 이름을 여기에 쓰세요.`,
  'bad-link': (what) =>
    `주소 ${withParticle(`“${what}”`, '을/를')} 쓰려면 SITE_URL이 필요합니다. SITE_URL을 정하거나 https://로 시작하는 주소를 쓰세요.`,
  'bad-time': () => '발표가 시작하기 전에 끝납니다. “starts”나 “ends”를 고치세요.',
  'bad-number': () => '번호를 읽을 수 없습니다. 숫자로 쓰세요.',
  'duplicate-key': () => '앞머리에 같은 키가 두 번 있습니다. 하나를 지우세요.',
  'front-matter': () => '앞머리를 읽을 수 없습니다. 이 줄의 따옴표와 들여쓰기를 살펴보세요.',
  'unknown-tag': () => '무엇을 나타내는지 알 수 없어 뺐습니다. 보여 줄 내용을 Markdown으로 쓰세요.',
  'empty-section': (what) => `섹션 “${what}”에 내용이 없습니다. 내용을 쓰거나 제목을 지우세요.`,
  'long-section': (what) =>
    `섹션 ${withParticle(`“${what}”`, '이/가')} 한 쪽보다 깁니다. 안에 제목을 더 넣어 나누세요.`,
  'level-skipped': (what) => `제목 “${what}”의 단계가 건너뛰었습니다. 바로 아래 단계를 쓰세요.`,
  'open-fence': () => '여기서 시작한 코드가 닫히지 않았습니다. 마지막 줄 뒤에 같은 기호를 쓰세요.',
  encoding: () => '파일이 UTF-8이 아닙니다. UTF-8로 저장하세요.',
  'empty-post': () => '파일이 비어 있습니다. 제목과 내용을 쓰거나 파일을 지우세요.',
  markdown: () => 'Markdown으로 읽을 수 없습니다. 너무 깊은 인용이나 목록이 없는지 살펴보세요.',
  authors: () => '글쓴이 목록을 읽을 수 없습니다. 이 줄의 YAML을 고치세요.',
};
