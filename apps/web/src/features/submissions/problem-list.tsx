import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang } from '../../ui/lang.ts';
import { ProblemSentence, saidIn } from '../../ui/problem-sentence.tsx';
import type { ProblemGroup } from './problem-groups.ts';
import {
  countKinds,
  groupProblems,
  kindOf,
  type ListedProblem,
  PROBLEM_KINDS,
  type ProblemKind,
  saysPlace,
} from './problem-groups.ts';

/** Shape of each kind beside its word, so that colour is not needed. */
export const KIND_SHAPES: Record<ProblemKind, string> = { error: '✕', confirm: '◆', note: '●' };

/** Problems of a group drawn before "show all". */
const FIRST = 20;

interface ProblemListProps {
  problems: readonly ListedProblem[];
  /** The kind shown; null for all. */
  kind: ProblemKind | null;
  onKind: (kind: ProblemKind | null) => void;
  /** Place that is chosen in the sheet. */
  chosen: { sheet: string; cell: string } | null;
  onJump: (problem: ListedProblem) => void;
}

/** Every problem with its place, errors first, in groups of one kind and code; a click leads to the cell. */
export function ProblemList({ problems, kind, onKind, chosen, onJump }: ProblemListProps) {
  const { t } = useTranslation();
  const counts = countKinds(problems);
  const groups = groupProblems(problems.filter((problem) => kind === null || kindOf(problem) === kind));
  return (
    <section aria-labelledby="problems" className="problem-list">
      <h2 id="problems">{t('submit.problemsTitle', { n: problems.length })}</h2>
      {problems.length === 0 ? <p className="note">{t('submit.noProblems')}</p> : null}
      {problems.length === 0 ? null : (
        <>
          <KindFilter counts={counts} kind={kind} onKind={onKind} />
          <div className="problem-list__groups">
            {groups.map((group) => (
              <Group key={`${group.kind}${group.code}`} group={group} chosen={chosen} onJump={onJump} />
            ))}
          </div>
        </>
      )}
    </section>
  );
}

interface KindFilterProps {
  counts: Record<ProblemKind, number>;
  kind: ProblemKind | null;
  onKind: (kind: ProblemKind | null) => void;
}

function KindFilter({ counts, kind, onKind }: KindFilterProps) {
  const { t } = useTranslation();
  const kinds = PROBLEM_KINDS.filter((one) => counts[one] > 0);
  return (
    <fieldset className="kind-filter">
      <legend className="unseen">{t('submit.filter')}</legend>
      <button type="button" aria-pressed={kind === null} onClick={() => onKind(null)}>
        {t('filter.every')}
      </button>
      {kinds.map((one) => (
        <button key={one} type="button" aria-pressed={kind === one} onClick={() => onKind(one)}>
          <span aria-hidden="true" className={`kind--${one}`}>
            {KIND_SHAPES[one]}
          </span>{' '}
          {t(`submit.kind.${one}`)} {counts[one]}
        </button>
      ))}
    </fieldset>
  );
}

type GroupProps = Pick<ProblemListProps, 'chosen' | 'onJump'> & { group: ProblemGroup };

function Group({ group, chosen, onJump }: GroupProps) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const shown = all ? group.problems : group.problems.slice(0, FIRST);
  return (
    <details open={group.kind !== 'note'}>
      <summary>
        <span className={`kind kind--${group.kind}`}>
          <span aria-hidden="true">{KIND_SHAPES[group.kind]}</span> {t(`submit.kind.${group.kind}`)}
        </span>{' '}
        {t(`submit.code.${group.code}`)} <span className="note">{group.problems.length}</span>
      </summary>
      <ul>
        {shown.map((problem) => (
          <li key={`${problem.sheet}${problem.cell}${problem.message}`}>
            <ProblemLine problem={problem} chosen={chosen} onJump={onJump} />
          </li>
        ))}
      </ul>
      {shown.length < group.problems.length ? (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          {t('submit.allOfGroup', { n: group.problems.length })}
        </button>
      ) : null}
    </details>
  );
}

interface ProblemLineProps {
  problem: ListedProblem;
  chosen: ProblemListProps['chosen'];
  onJump: (problem: ListedProblem) => void;
}

/** One problem; leads to its cell where it has one. */
export function ProblemLine({ problem, chosen, onJump }: ProblemLineProps) {
  const { t } = useTranslation();
  const lang = useLang();
  const { sheet, cell } = problem;
  const place = [sheet, cell].filter((part) => part !== null).join('!') || t('submit.wholeFile');
  // Most messages say the place themselves.
  const said = saysPlace(saidIn(problem, lang));
  const here = chosen !== null && chosen.sheet === sheet && chosen.cell === cell;
  const text = (
    <>
      {said ? null : <b>{place} </b>}
      <ProblemSentence problem={problem} />
    </>
  );
  if (sheet === null) return <p className="listed-problem">{text}</p>;
  return (
    <button
      type="button"
      className="listed-problem"
      aria-current={here ? 'location' : undefined}
      onClick={() => onJump(problem)}
    >
      {text}
    </button>
  );
}
