/** Headings that name a part of a text, never its subject, folded. */
const KOREAN = `소개 개요 정리 요약 결론 마무리 마치며 마치면서 맺음말 나가며 나오며 들어가며 들어가기 들어가기전에 들어가는글 들어가는말 나가는글 나가는말 시작하며
  시작하기 시작하기전에 글을시작하며 글을마치며 서론 본론 서문 머리말 목차 차례 배경 도입 도입배경 참고 참고자료 참고문헌 참고링크 참고사이트 참고사항 출처 링크 관련링크
  관련글 관련자료 관련문서 자료 부록 후기 소감 회고 느낀점 느낌 배운점 배운것 아쉬운점 좋았던점 좋은점 나쁜점 잘한점 어려웠던점 궁금한점 고민 질문 질의응답 질문과답변
  자주묻는질문 데모 시연 예제 예제코드 예시 사례 사례소개 고객사례 고객사용사례 활용사례 사용예시 발표자료 발표내용 발표 발표자 발표자소개 연사 연사소개 강연자 세션
  세션소개 일정 장소 내용 본문 기타 추가 추가자료 문제 문제점 문제상황 문제정의 문제발생 문제해결 해결 해결방법 해결방안 해결책 해결과정 원인 원인분석 방법 특징 장점
  단점 장단점 강점 비교 차이점 목표 목적 필요성 핵심 핵심정리 한계 한계점 결과 실행결과 기능 설명 개념 정의 원리 동작원리 동작방식 구조 주의 주의사항 주의할점 안내
  공지 공지사항 다음 다음글 이전글 다음단계 이번포스트 준비 준비물 사전준비 설치 설치방법 설정 환경 환경설정 개발환경 사용법 사용방법 실습 실행 코드 전체코드 소스코드
  구현 적용 현황 상황 개선 개선점 개선방안 대안 향후계획 앞으로의계획 계획 팁 총평 평가 감사의글 감사의말 읽을거리 더읽을거리 더보기 더알아보기 변경사항 변경내역
  핵심내용 주요내용 관련노트 관련개념 한줄정리 타임테이블 시간표 행사소개 행사정보 행사개요 컨퍼런스소개 참여후기 참가후기 참석후기 참여계기 참여이유 신청계기 이메일 연락처 오시는길 찾아가는길 굿즈 점심 점심시간 키노트 네트워킹 인트로 아웃트로
  업데이트 한줄요약 세줄요약 마지막 마지막으로 끝 끝으로 끝맺음 아침 오전 오후 오전세션 오후세션 저녁 밤 첫날 둘째날 마지막날 등록 접수 오프닝 클로징 개회식 폐회식 쉬는시간 뒤풀이 부스 경품`;

const ENGLISH = `intro introduction overview summary recap conclusion conclusions wrapup wrappingup closing closingthoughts finalthoughts finalwords outro
  preface foreword contents tableofcontents toc agenda outline background context reference references sources links relatedlinks relatedposts related
  relatedwork furtherreading readmore seealso resources resource appendix notes note qa qanda questions faq demo demos example examples sample samples
  case casestudy casestudies customercase usecases features benefits advantages disadvantages drawbacks pros cons prosandcons tradeoffs goal goals nongoals
  idea ideas why what how when where who whatsnext next nextsteps futurework future roadmap results result evaluation comparison discussion tldr abstract
  motivation problem problems theproblem challenges challenge cause solution solutions thesolution limitations caveats thanks acknowledgements
  acknowledgments credits license about aboutme aboutus update updates changelog keytakeaways takeaways takeaway lessonslearned lessons whatilearned tip
  tips warning important gettingstarted quickstart setup installation install installing usage howtouse howitworks prerequisites prerequisite requirements
  environment configuration options parameters code sourcecode fullcode implementation approach method methods methodology steps step thebasics basics
  details speaker speakers schedule venue slides video videos pictures photos screenshots contact misc miscellaneous other others todo thoughts mythoughts
  phd general highlights talkhighlights highlight attendees participants email emails timetable program programme timeline keynote keynotes break lunch qna
  wrapup onelinesummary keypoints mainpoints review reviews impressions impression relatedreading reading links link url urls tags tag date author authors
  definition definitions terms glossary description feedback comments title heading header subtitle doc docs text test part other list
  morning afternoon evening night morningsessions afternoonsessions registration opening openingremarks closingremarks coffee coffeebreak dinner afterparty booths swag`;

const JAPANESE = `はじめに 初めに まえがき 前書き 概要 目次 背景 目的 前提 前提条件 環境 動作環境 開発環境 実行環境 準備 事前準備 手順 方法 やり方 使い方 インストール 設定
  実装 実行 実行結果 結果 考察 結論 課題 問題 問題点 原因 解決 解決策 解決方法 対策 対応 対処法 感想 所感 参考 参考文献 参考資料 参考リンク 参考サイト 参考記事 参考url 関連
  関連記事 関連リンク リンク 補足 余談 注意 注意点 注意事項 メモ 備考 質問 質疑応答 よくある質問 デモ サンプル サンプルコード コード 例 内容 本題 登壇 登壇資料 発表 発表資料 資料
  スライド おわりに 終わりに さいごに 最後に 最後 あとがき まとめ おまけ ポイント メリット デメリット 特徴 比較 動機 きっかけ 今後 今後の課題 今後の展望 次回 次回予告 自己紹介
  対象 対象読者 この記事について やったこと やりたいこと わかったこと 学んだこと 追記 更新履歴 イントロダクション 導入 つまずいたところ 午前 午後 午前の部 午後の部 朝 昼 昼食 夜 受付 開会 閉会 休憩 懇親会 二次会`;

const CHINESE = `总结 小结 前言 简介 介绍 概述 概要 概览 总览 引言 引入 背景 目的 目标 目录 环境 准备 准备工作 前置条件 步骤 方法 使用 使用方法 用法 安装 配置 实现 结果 讨论 结论
  问题 问题描述 原因 原因分析 分析 解决 解决方案 解决方法 解决办法 方案 参考 参考资料 参考文献 参考链接 参考文章 相关 相关链接 相关文章 相关阅读 延伸阅读 链接 附录 注意 注意事项
  说明 备注 补充 示例 例子 实例 代码 特点 特性 优点 缺点 优缺点 优势 对比 比较 动机 展望 未来展望 后记 结语 写在前面 写在最后 写在后面 最后 感想 心得 收获 问答 常见问题 更新
  更新日志 效果 演示 總結 小結 簡介 介紹 概覽 引言 結論 參考 參考資料 參考連結 參考文獻 結語 問題 解決 解決方案 說明 備註 範例 安裝 設定 環境 準備 步驟 心得 後記 延伸閱讀 相關連結 目錄`;

const STRUCTURAL: ReadonlySet<string> = new Set(
  [KOREAN, ENGLISH, JAPANESE, CHINESE].flatMap((words) => words.split(/\s+/u)),
);

/** Headings that count: `Step 1`, `1단계`, `Day 2`, `第3章`, `part two`. */
const COUNTED =
  /^(?:step|part|day|chapter|phase|week|lesson|section|episode|case|example|option|round|task|no|파트|단계|예제|예시|사례|실습|방법|第|ステップ|その|例|방안|문제|원인|해결책)\p{N}+\p{L}{0,2}$|^\p{N}+(?:단계|부|장|주차|일차|회차|편|章|回|日目|つ目|步)$|^(?:part|step|chapter)(?:one|two|three|i{1,3}|iv|v)$/iu;

/** True for a folded heading that only names a part of a text (`정리`, `Overview`, `まとめ`, `step1`). */
export const isStructural = (folded: string): boolean => STRUCTURAL.has(folded) || COUNTED.test(folded);
