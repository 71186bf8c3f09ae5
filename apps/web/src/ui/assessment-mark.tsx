import type { TargetRow } from '@dabiao/contract/target';
import { useTranslation } from 'react-i18next';
import { VerdictMark } from './verdict-mark.tsx';

type Judged = Pick<TargetRow['assessment'], 'verdict' | 'early' | 'provisional' | 'caveats' | 'latest'>;

interface AssessmentMarkProps {
  assessment: Judged;
  /** Large, and a provisional verdict says why it is one. */
  large?: boolean;
}

/** The verdict of a target; one that rests on a figure with caveats says that it is provisional. */
export function AssessmentMark({ assessment, large = false }: AssessmentMarkProps) {
  const { t } = useTranslation();
  const { verdict, early, provisional, caveats, latest } = assessment;
  const explained = (): string => {
    const status = latest?.status === 'preliminary' || latest?.status === 'estimated' ? [latest.status] : [];
    const why = [...status, ...caveats].map((reason) => t(`verdict.because.${reason}`)).join(t('verdict.and'));
    return why === '' ? t('verdict.provisionalShort') : t('verdict.provisional', { why });
  };
  return (
    <VerdictMark
      verdict={verdict}
      early={early}
      large={large}
      provisional={provisional ? (large ? explained() : t('verdict.provisionalShort')) : undefined}
    />
  );
}
