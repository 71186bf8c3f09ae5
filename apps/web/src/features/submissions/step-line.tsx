import { Steps } from 'antd';
import { useTranslation } from 'react-i18next';

interface StepLineProps {
  /** 0 choosing, 1 looking it over, 2 handing in, 3 done. */
  step: number;
  /** Goes to a step; absent where there is nowhere to go. */
  onStep?: (step: number) => void;
}

/** The three steps, and where one is. */
export function StepLine({ step, onStep }: StepLineProps) {
  const { t } = useTranslation();
  const titles = [t('submit.step.choose'), t('submit.step.check'), t('submit.step.done')];
  return (
    <Steps
      className="submit-steps"
      current={step}
      responsive={false}
      items={titles.map((title) => ({ title }))}
      {...(onStep ? { onChange: onStep } : {})}
    />
  );
}
