import type { Submission } from '@dabiao/contract/submission';
import type { SheetView } from '@dabiao/domain/sheet-view';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '../../ui/answer.tsx';
import { useLang } from '../../ui/lang.ts';
import { CheckHead } from './check-head.tsx';
import { FiguresList } from './figures-list.tsx';
import type { ListedProblem, ProblemKind } from './problem-groups.ts';
import { ProblemList } from './problem-list.tsx';
import { sheetsQuery, typedRowsQuery } from './queries.ts';
import { DrawnSheetBox } from './sheet/drawn-sheet-box.tsx';
import { SheetPane } from './sheet/sheet-pane.tsx';
import { typedView } from './sheet/typed-view.ts';
import type { SubmitAddress } from './submit-address.ts';
import { useJump } from './use-jump.ts';

type Changes = Partial<Record<'step' | 'look' | 'sheet' | 'cell' | 'problems', string | number | null>>;

export interface CheckStepProps {
  submission: Submission;
  address: SubmitAddress;
  onChange: (changes: Changes) => void;
  /** What stands below: the way on, or nothing. */
  children?: ReactNode;
}

/** Looking over what was read: the sheet as it is with what was understood, the figures, and every problem. */
export function CheckStep({ submission, address, onChange, children }: CheckStepProps) {
  const { t } = useTranslation();
  const { kind } = submission;
  const look = kind === 'correction' ? 'figures' : address.look;
  return (
    <div className="check">
      <CheckHead submission={submission} />
      {kind === 'correction' ? null : (
        <nav className="look-strip" aria-label={t('submit.look.label')}>
          {(['sheet', 'figures'] as const).map((one) => (
            <button
              key={one}
              type="button"
              aria-current={look === one ? 'true' : undefined}
              onClick={() => onChange({ look: one === 'sheet' ? null : one })}
            >
              {one === 'sheet' && kind === 'rows' ? t('submit.look.typed') : t(`submit.look.${one}`)}
            </button>
          ))}
        </nav>
      )}
      {kind === 'file' ? (
        <FileCheck {...{ submission, address, onChange, look }} />
      ) : (
        <TypedCheck {...{ submission, address, onChange, look }} />
      )}
      {children}
    </div>
  );
}

type LookProps = Omit<CheckStepProps, 'children'> & { look: SubmitAddress['look'] };

/** The sheets of a file beside its problems. */
function FileCheck({ submission, address, onChange, look }: LookProps) {
  const { id, problems, may } = submission;
  const query = useQuery(sheetsQuery(id));
  const jump = useJump(submission, onChange);
  const views = query.data?.items ?? [];
  return (
    <Beside problems={problems} views={views} address={address} onChange={onChange} onJump={jump}>
      {look === 'figures' ? (
        <FiguresList id={id} onJump={jump} />
      ) : (
        <Answer query={query} lines={10}>
          {({ items }) => (
            <SheetPane
              submission={submission}
              views={items}
              sheet={address.sheet}
              cell={address.cell}
              editable={may.includes('correct')}
              onChoose={(sheet, cell) => onChange({ sheet: sheet || null, cell })}
            />
          )}
        </Answer>
      )}
    </Beside>
  );
}

/** Rows that were typed in, beside their problems. */
function TypedCheck({ submission, address, onChange, look }: LookProps) {
  const lang = useLang();
  const { id, kind, problems } = submission;
  const query = useQuery({ ...typedRowsQuery(id), enabled: kind === 'rows' });
  const view = query.data ? typedView(query.data.rows, lang) : null;
  const jump = ({ cell }: { cell: string | null }) => onChange({ look: null, cell });
  const isTyped = kind === 'rows';
  return (
    <Beside problems={problems} views={view ? [view] : []} address={address} onChange={onChange} onJump={jump}>
      {look === 'figures' ? (
        <FiguresList id={id} {...(isTyped ? { onJump: jump } : {})} />
      ) : (
        <Answer query={query} lines={10}>
          {({ rows }) => (
            <DrawnSheetBox
              view={typedView(rows, lang)}
              problems={problems}
              cell={address.cell}
              onChange={null}
              running={false}
              onCell={(cell) => onChange({ cell })}
            />
          )}
        </Answer>
      )}
    </Beside>
  );
}

interface BesideProps extends Pick<CheckStepProps, 'address' | 'onChange'> {
  problems: readonly ListedProblem[];
  views: readonly SheetView[];
  onJump: (problem: ListedProblem) => void;
  children: ReactNode;
}

/** What is looked at, and beside it (below on narrow screens) the problems. */
function Beside({ problems, views, address, onChange, onJump, children }: BesideProps) {
  const sheet = views[address.sheet]?.sheet;
  const chosen = sheet !== undefined && address.cell !== null ? { sheet, cell: address.cell } : null;
  return (
    <div className="check__panes">
      <div className="check__main">{children}</div>
      <ProblemList
        problems={problems}
        kind={address.problems}
        onKind={(kind: ProblemKind | null) => onChange({ problems: kind })}
        chosen={chosen}
        onJump={onJump}
      />
    </div>
  );
}
