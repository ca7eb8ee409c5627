import type { CommandStrings } from '../model/commands.ts';

const isPrivate = { name: '自分だけ', description: '自分だけに見えるように答えます' };
const language = { name: '言語', description: '記事を読む言語' };
const what = {
  name: '種類',
  description: '何を紹介するか (既定: 1日1セッション)',
  choices: {
    session: '1日1セッション',
    topic: '1日1トピック',
    new: '新しい記事',
    digest: 'ダイジェスト',
  },
};
const unit = {
  name: '種類',
  description: 'セッションまたはトピック',
  choices: { session: 'セッション', topic: 'トピック' },
};
const whichChannel = { name: 'チャンネル', description: 'どのチャンネルのリキャップか (既定: ここ)' };
const whichRecap = {
  channel: whichChannel,
  what: { ...what, description: '何を紹介するリキャップか' },
};

export const commands: CommandStrings = {
  session: {
    name: 'セッション',
    description: 'セッションの一覧を見る、絞り込む、または1つを開きます',
    options: {
      name: { name: '名前', description: 'セッションの番号やタイトル、その一部、または登壇者' },
      section: { name: 'セクション', description: '開くセクション' },
      event: { name: 'イベント', description: 'このイベントのセッションだけ' },
      year: { name: '年', description: 'この年のセッションだけ' },
      tag: { name: 'タグ', description: 'このタグが付いたセッションだけ' },
      speaker: { name: '登壇者', description: 'この人が登壇したセッションだけ' },
      private: isPrivate,
      language,
    },
  },
  topic: {
    name: 'トピック',
    description: 'あるトピックを扱うセクションをまとめて見ます',
    options: {
      name: { name: '名前', description: 'トピックの名前や別名、または登壇者' },
      private: isPrivate,
      language,
    },
  },
  ask: {
    name: '質問',
    description: 'セッションの内容について質問します',
    options: {
      question: { name: '質問', description: '知りたいことを自由な言葉で' },
      private: isPrivate,
    },
  },
  help: {
    name: 'ヘルプ',
    description: 'できることを見ます',
    options: {},
  },
  'Find in sessions': {
    name: 'セッションから探す',
    description: 'そのメッセージに関係するセクションを探します',
  },
  Save: { name: '保存', description: 'そのページを自分のDMに送ります' },
  gaps: {
    name: '不足',
    description: '質問されたのに見つからなかったことを見ます',
    options: {
      action: {
        name: '操作',
        description: '質問を保存する、やめて削除する、これまでのものを削除する',
        choices: { start: '質問を保存する', stop: 'やめて削除する', forget: 'すべて削除する' },
      },
    },
  },
  recap: { name: 'リキャップ', description: 'セッションを毎日、または記事が出るたびに紹介します' },
  'recap subscribe': {
    name: '登録',
    description: 'リキャップを登録します。何も入力しなければフォームが開きます',
    options: {
      channel: { name: 'チャンネル', description: 'リキャップを投稿するチャンネル (既定: ここ)' },
      what,
      time: { name: '時刻', description: '投稿する時刻、例: 午前9時 (既定: 09:00、新しい記事はすぐに)' },
      timezone: { name: 'タイムゾーン', description: '都市または国の名前、例: 東京' },
      days: { name: '曜日', description: '毎日、平日、週末、月,木 (既定: 毎日)' },
      items: { name: '件数', description: 'ダイジェスト1回に紹介するセッションの数、2〜7 (既定: 5)' },
      filter: { name: '絞り込み', description: '特定のイベント、タグ、登壇者、トピックだけ' },
      language,
      mention: { name: 'メンション', description: 'リキャップのたびにメンションするロール' },
      thread: { name: 'スレッド', description: 'リキャップごとに話し合うスレッドを作ります' },
      tags: { name: 'タグ', description: 'フォーラムの投稿に付けるタグの名前' },
      repeat: {
        name: '繰り返し',
        description: 'すべて紹介した後 (既定: 最初から繰り返す)',
        choices: { again: '最初から繰り返す', stop: '止める' },
      },
    },
  },
  'recap edit': { name: '変更', description: 'リキャップの設定をフォームで変えます', options: whichRecap },
  'recap list': { name: '一覧', description: '登録したリキャップをすべて見ます', options: {} },
  'recap preview': {
    name: 'プレビュー',
    description: '次のリキャップを投稿されるとおりに見ます',
    options: whichRecap,
  },
  'recap pause': { name: '一時停止', description: 'リキャップを一時停止します', options: whichRecap },
  'recap resume': { name: '再開', description: '止めたリキャップを再開します', options: whichRecap },
  'recap unsubscribe': { name: '解除', description: 'リキャップの登録を解除します', options: whichRecap },
  'recap history': {
    name: '履歴',
    description: 'いつ何を投稿したか、なぜ投稿できなかったかを見ます',
    options: whichRecap,
  },
  'recap now': {
    name: '今日',
    description: '今日のリキャップを自分だけで見ます',
    options: { what: unit, language },
  },
};
