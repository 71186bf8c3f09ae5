import { LABEL_WORDS, type Label } from '@dabiao/domain/label';
import { useLang } from './lang.ts';
import './label-mark.css';

/** 内部 or 敏感 beside what bears it; nothing where anyone may read it. */
export function LabelMark({ label }: { label: Label }) {
  const lang = useLang();
  if (label === 'public') return null;
  return <span className={`label-mark label-mark--${label}`}>{LABEL_WORDS[label][lang]}</span>;
}
