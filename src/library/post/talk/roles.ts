const NOUN =
  'engineers?|developers?|programmers?|architects?|managers?|lead|leader|director|scientist|researcher|analyst|designer|consultant|advocate|evangelist|(?:co-?)?founder|organi[sz]er|president|officer|professor|maintainer|contributor|(?:senior|research|distinguished|technical)\\s+fellow|C[TEIOPF]O|CISO|[SE]?VP|SRE|DBA|owner|specialist|administrator|ambassador|instructor|trainer|head|chief';
/** What somebody does: its noun ends it, or what it is done for stands behind. */
const ROLE = new RegExp(
  String.raw`^(?:.*[\s\-/&])?(?:${NOUN})(?:,?\s+(?:of|for|in|on)\s.+|\s*\(.*\))?$|^(?:[SE]?VP|director)\s`,
  'iu',
);
/** A surname too. */
const NAMED_HEAD = /^\p{Lu}\p{Ll}+\s(?:Head|Chief)$/u;
const KOREAN =
  /^(?:.{2,}|.*\s)?(?:대표(?:이사)?|이사|상무|전무|부사장|사장|본부장|실장|센터장|팀장|파트장|부장|차장|과장|매니저|연구원|교수|박사|엔지니어|개발자|디자이너|컨설턴트|아키텍트|리드|리더|기획자|창업자|강사)$/u;
/** Somebody with a role, where the first word is none of those that roles begin with: `홍길동 교수`. */
const KOREAN_NAME =
  /^(?!(?:백엔드|프론트(?:엔드)?|풀스택|서버|웹|앱|모바일|안드로이드|데이터|머신러닝|플랫폼|클라우드|인프라|보안|게임|소프트웨어|시니어|주니어|수석|선임|책임|공동|개발|기술|연구|마케팅|제품|서비스)\s)[가-힣]{2,4}\s/u;
const JAPANESE =
  /(?:エンジニア|開発者|代表(?:取締役)?|教授|マネージャー|デザイナー|アーキテクト|リーダー|コミッター)$/u;
const LONGEST = 100;

const AT = /\s+at\s+|\s*@\s*/u;

/** True for a text that says what somebody does, as `Senior Engineer at Acme`, and not who it is. */
function isRole(text: string): boolean {
  if (text.length > LONGEST || /\s[-–—|]\s/u.test(text)) return false;
  const [role = ''] = text.split(AT);
  return (
    (ROLE.test(role) && !NAMED_HEAD.test(role)) ||
    (KOREAN.test(role) && !KOREAN_NAME.test(role)) ||
    JAPANESE.test(role)
  );
}

const COMMA = /^\s*[,，、·]\s*$/u;
const AND = /^\s+(?:and|&|및)\s+$/u;

/** A piece of a list of people, and what parts it from the one before. */
interface Piece {
  readonly text: string;
  readonly by: string;
}

/** `Data & AI Lead` is one role, since its last piece is no name. */
function withWholeRoles(pieces: readonly Piece[]): readonly Piece[] {
  const whole: Piece[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    if (last && whole.length > 1 && AND.test(piece.by) && isRole(piece.text))
      whole[whole.length - 1] = { text: `${last.text}${piece.by}${piece.text}`, by: last.by };
    else whole.push(piece);
  }
  return whole;
}

/**
 * Joins to each name the role behind it and whom it is done for: `Jane Doe, Engineer, Acme`. `pieces` are texts and what
 * parts them by turns. Undefined where nobody has a role.
 */
export function peopleWithRoles(pieces: readonly string[]): readonly string[] | undefined {
  const parts = withWholeRoles(
    pieces.flatMap((text, at) => (at % 2 === 0 ? [{ text: text.trim(), by: pieces[at - 1] ?? '' }] : [])),
  );
  const people: string[] = [];
  let placeless = false;
  parts.forEach(({ text, by }, at) => {
    const next = parts[at + 1];
    const behind = people.length > 0 && COMMA.test(by);
    const role = behind && isRole(text);
    const place = behind && placeless && !(next && COMMA.test(next.by) && isRole(next.text));
    if (role || place) people.push(`${people.pop() ?? ''}, ${text}`);
    else people.push(text);
    placeless = role && !AT.test(text);
  });
  return people.length < parts.length ? people.filter((one) => one !== '') : undefined;
}

/** Someone and what they do, and where. */
interface WithRole {
  readonly name: string;
  readonly role: string;
  readonly place: string | undefined;
}

/** Takes `Jane Doe, Engineer at Acme` and `Jane Doe, Engineer, Acme` apart; undefined for any other text. */
export function withRole(text: string): WithRole | undefined {
  const [, name = '', said = ''] =
    /^([^,，、·(（@]+(?:[(（][^()（）]*[)）])?)\s*[,，、·]\s*(.+)$/u.exec(text) ?? [];
  const [before = '', ...behind] = said.split(/\s*[,，、·]\s*(?![^(（]*[)）])/u);
  if (name === '' || AT.test(name) || !isRole(before)) return undefined;
  const [role = '', ...places] = before.split(AT);
  return {
    name,
    role,
    place: [places.join(' at '), ...behind].filter((one) => one !== '').join(', ') || undefined,
  };
}
