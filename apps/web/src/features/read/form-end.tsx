import { useTranslation } from 'react-i18next';

interface FormEndProps {
  /** What has to be put right first, in words. */
  faults: readonly string[];
  busy: boolean;
  onCancel: () => void;
}

/** The end of a form on the desk: what is wrong with it, saving and leaving. */
export function FormEnd({ faults, busy, onCancel }: FormEndProps) {
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
          {t('read.save')}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {t('read.cancel')}
        </button>
      </p>
    </>
  );
}
