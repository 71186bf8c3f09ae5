import { LABEL_WORDS, LABELS, type Label } from '@dabiao/domain/label';
import { Misuse } from './exit.ts';

/** What may be said after `--label`. */
export const LABEL_HELP = LABELS.map((label) => `${label} ${LABEL_WORDS[label].zh}`).join('、');

/** The label somebody gives; 公开 where they say nothing. Whoever uses the command line sees all: any may be given. */
export function readLabel(word: string | undefined): Label {
  const label = LABELS.find((one) => one === (word ?? 'public'));
  if (!label) throw new Misuse(`--label ${word}：只能是 ${LABEL_HELP} (must be one of ${LABELS.join(', ')})`);
  return label;
}
