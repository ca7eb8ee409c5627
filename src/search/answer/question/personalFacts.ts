/** People that posts on talks name: who spoke, and who made or founded something. */
const PERSON =
  /(?:발표자|발제자|연사|강연자|강사|진행자|사회자|창업자|창시자|설계자)(?!료)|(?:발표|강연|진행|강의|설계|개발)(?:한|하신|하셨던|했던)\s?(?:사람|분)|(?:만든|만드신|창업한|세운)\s?(?:사람|분)|\b(?:speakers?|presenters?|lecturers?|founders?|inventors?|creators?)\b|\bwho (?:spoke|presented|gave|made|created|invented|founded)\b|発表者|登壇者|講演者|講師|創業者|作者/iu;

/** What may be asked of anybody, and what tells it: age, looks, family, where they come from, how to reach them. */
const OF_ANYBODY =
  /나이|연세|연령|몇\s?살|생일|생년월일|(?<![가-힣])키[는가]?(?=\s?(?:몇|얼마|어느|커|크|\?|$))|몸무게|체중|mbti|혈액형|별자리|취미|특기|학력|학벌|대학|전공|학교|출신|고향|국적|종교|결혼|미혼|기혼|유부|애인|(?:여자|남자)\s?친구|[여남]친|자녀|가족|강아지|고양이|반려|연봉|월급|연락처|전화|핸드폰|휴대폰|이메일|메일|인스타|트위터|페이스북|페북|링크드인|sns|카톡|계정|(?<![가-힣])옷|신발|안경|헤어|억양|사투리|말투|외모|잘생|예쁘|이쁘|성격|(?<![가-힣])사진|프로필|[왼오][른]?손잡이|지금\s?(?:어디|뭐)\s?(?:다니|다녀|하[고는시])|\b(?:age|how old|birthday|born|height|how tall|weight|zodiac|star sign|blood type|hobb(?:y|ies)|degree|college|university|alma mater|hometown|nationality|religion|married|single|spouse|wife|husband|girlfriend|boyfriend|kids|dogs?|cats?|pets?|salary|phone|e-?mail|instagram|insta|twitter|facebook|linkedin|handle|accent|shirt|shoes|dress(?:ed)?|outfit|wear(?:ing)?|wore|glasses|photo|handed|favou?rite)\b|年齢|何歳|誕生日|身長|体重|血液型|星座|趣味|大学|専攻|出身|国籍|結婚|独身|彼女|彼氏|子供|家族|年収|電話|メール|住所|インスタ|ツイッター|アカウント|左利き|右利き|服|靴|髪|写真/iu;

/** What a text must hold that tells of a person what a question asks; undefined for any other question. */
export function personalFactIn(question: string): RegExp | undefined {
  const person = PERSON.exec(question)?.index;
  if (person === undefined) return undefined;
  // `경찰 출신 발표자`: what stands before a person says which one is meant.
  const asked = /[가-힣\u3041-\u30fa]/u.test(question) ? question.slice(person) : question;
  return OF_ANYBODY.test(asked) ? OF_ANYBODY : undefined;
}

/** `발표한 사람 이름이 뭐야`, `발표자분 성함이`, `name of the person who spoke`, `the speaker's name`, `発表者の名前`. */
const NAME_OF_PERSON =
  /성함|존함|(?:발표자|연사|강연자|강사|진행자|사람|분)(?:분|들|님)?의?\s?이름|\bnames? of the (?:\w+ )?(?:speakers?|presenters?|lecturers?|hosts?|person|people|man|woman|guy)\b|\b(?:speaker|presenter|lecturer|host|person)s?['’]s? (?:full )?names?\b|(?:発表者|登壇者|講演者|人)の(?:お)?名前/iu;

/** True for a question for the name of a person, which is not told by whom they work for. */
export const asksPersonName = (question: string): boolean => NAME_OF_PERSON.test(question);
