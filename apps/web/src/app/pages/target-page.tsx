import type { TargetDetail } from '@dabiao/contract/target';
import { isNarrative } from '@dabiao/domain/target';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { Downloads } from '../../features/targets/downloads.tsx';
import { FiguresTable } from '../../features/targets/figures-table.tsx';
import { findingOf } from '../../features/targets/finding.ts';
import { HowJudged } from '../../features/targets/how-judged.tsx';
import { LookingAhead } from '../../features/targets/looking-ahead.tsx';
import { NarrativeGoal } from '../../features/targets/narrative-goal.tsx';
import { targetQuery } from '../../features/targets/queries.ts';
import { ChartFoot, TargetHead } from '../../features/targets/target-head.tsx';
import { RelatedTargets, TargetDepartments, TargetQuote } from '../../features/targets/target-origin.tsx';
import { Trajectory, TrajectoryTable } from '../../features/targets/trajectory.tsx';
import { drawable } from '../../features/targets/trajectory-of.ts';
import type { Trial } from '../../features/targets/trial.ts';
import { VerdictYears } from '../../features/targets/verdict-years.tsx';
import { WhatIf } from '../../features/targets/what-if.tsx';
import '../../features/targets/targets.css';
import { Answer } from '../../ui/answer.tsx';
import { useLang } from '../../ui/lang.ts';
import { usePageTitle } from '../../ui/page-title.ts';
import { useUrlState } from '../../ui/use-url-state.ts';

/** `/targets/:id`: the finding, the picture, the sentence it comes from, how it was judged, the figures. */
export function TargetPage() {
  const { id = '' } = useParams();
  const { year } = useUrlState();
  const query = useQuery(targetQuery(id, year));
  const lang = useLang();
  usePageTitle(query.data ? findingOf(query.data.row, lang) : null);
  return (
    <Answer whole query={query} lines={12}>
      {(detail) =>
        isNarrative(detail.row) ? <NarrativeGoal detail={detail} /> : <Shown key={detail.row.id} detail={detail} />
      }
    </Answer>
  );
}

function Shown({ detail }: { detail: TargetDetail }) {
  const finding = findingOf(detail.row, useLang());
  const [trial, setTrial] = useState<Trial | null>(null);
  return (
    <article>
      <TargetHead detail={detail} />
      {drawable(detail) ? (
        <>
          <figure className="target-chart">
            <Trajectory detail={detail} label={finding} trial={trial} />
            <ChartFoot detail={detail} />
          </figure>
          <Downloads detail={detail} />
          <TrajectoryTable detail={detail} />
          <VerdictYears detail={detail} />
          <WhatIf key={detail.row.assessment.asOf} detail={detail} trial={trial} onTrial={setTrial} />
        </>
      ) : null}
      <div className="target-body">
        <div>
          <HowJudged detail={detail} />
          <FiguresTable figures={detail.figures} />
        </div>
        <div>
          <TargetQuote detail={detail} />
          <LookingAhead detail={detail} />
          <TargetDepartments detail={detail} />
          <RelatedTargets detail={detail} />
        </div>
      </div>
    </article>
  );
}
