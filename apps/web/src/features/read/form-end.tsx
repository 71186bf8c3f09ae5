import { useTranslation } from 'react-i18next';

interface FormEndProps {
  /** What has to be put right first, in words. */
  faults: readonly string[];
  busy: boolean;
  /** What the button that ends it says, where that is not saving. */
  done?: string;
  onCancel: () => void;
}

/** The end of a form on the desk: what is wrong with it, saving and leaving. */
export function FormEnd({ faults, busy, done, onCancel }: FormEndProps) {
  const { t } = useTranslation();
  return (
    <>
      {faults.length > 0 ? (
        <ul className="read-form__faults" role="alert">
          {faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      ) : null}
      <p className="read-card__actions">
        <button type="submit" className="button button--main" disabled={busy}>
          {done ?? t('read.save')}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {t('read.cancel')}
        </button>
      </p>
    </>
  );
}
