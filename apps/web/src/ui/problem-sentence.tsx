import { useLang } from './lang.ts';

/** What is wrong with an uploaded figure, as the server says it. */
export interface Said {
  message: string;
  /** null: it is known in Chinese only. */
  messageEn: string | null;
}

/** The sentence in the reader's language; in Chinese where there is no other. */
export function saidIn({ message, messageEn }: Said, lang: 'zh' | 'en'): string {
  return lang === 'en' ? (messageEn ?? message) : message;
}

interface ProblemSentenceProps {
  problem: Said;
  /** What is left out of it, such as the place that stands beside it. */
  shorten?: (sentence: string) => string;
}

/** The sentence in the reader's language; marked as Chinese where it is that on an English page. */
export function ProblemSentence({ problem, shorten = (sentence) => sentence }: ProblemSentenceProps) {
  const lang = useLang();
  const sentence = shorten(saidIn(problem, lang));
  return lang === 'en' && problem.messageEn === null ? <span lang="zh-CN">{sentence}</span> : sentence;
}
