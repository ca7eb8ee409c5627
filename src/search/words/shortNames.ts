/** Vendor names that people omit before a product name: `Lambda` for `AWS Lambda`. */
export const VENDORS: ReadonlySet<string> = new Set(
  `aws amazon google gcp cloud microsoft ms azure apache oracle ibm meta facebook apple adobe sap vmware nvidia intel redhat hashicorp elastic confluent naver kakao line samsung lg sk kt alibaba tencent salesforce github gitlab open
  아마존 구글 클라우드 마이크로소프트 애저 아파치 오라클 메타 페이스북 애플 네이버 카카오 라인 삼성 엔비디아 인텔`
    .split(/\s+/)
    .filter(Boolean),
);

/** A shorter name in common use, with its certainty. */
export interface ShortName {
  readonly text: string;
  /** 0 to 1. */
  readonly weight: number;
}

const NO_MAKER = 0.985;
const HEAD = 0.94;
const PART = 0.9;
/** Separators between the parts of a heading: `고객 사례 - 한빛마트`, `사례(넷마블)`. */
const APART = /\s+[-–—|/]\s+|\s*[:：()（）[\]·]\s*/;
const LATIN = /^[A-Za-z0-9.+#-]+$/;

/**
 * Short names of a thing: without the vendor; a Latin name of several words without the first, since the last one says
 * what it is; or one part of a heading with separators.
 */
export function shortNames(name: string): readonly ShortName[] {
  const parts = name.split(APART).filter((part) => part.length > 1);
  const inner = parts.length > 1 ? parts.map((text): ShortName => ({ text, weight: PART })) : [];
  return [...withoutFront(name), ...inner];
}

function withoutFront(name: string): ShortName[] {
  const words = name.split(/\s+/);
  let from = 0;
  while (from < words.length - 1 && VENDORS.has((words[from] ?? '').toLowerCase())) from += 1;
  const out: ShortName[] = [];
  const add = (start: number, weight: number): void => {
    const text = words.slice(start).join(' ');
    if (text.length > 2) out.push({ text, weight });
  };
  if (from > 0) add(from, NO_MAKER);
  if (words.length - from > 1 && words.slice(from).every((word) => LATIN.test(word))) add(from + 1, HEAD);
  return out;
}
