import type { SheetView } from '@dabiao/domain/sheet-view';
import { useTranslation } from 'react-i18next';
import { BAND_ROLES } from './drawn-sheet.ts';

/** The colours of what was understood, each with its word; those that this sheet has. */
export function SheetLegend({ view }: { view: SheetView }) {
  const { t } = useTranslation();
  const present = new Set(view.marks.map(({ role }) => role));
  const roles = BAND_ROLES.filter((role) => present.has(role));
  if (roles.length === 0) return null;
  return (
    <p className="sheet-legend note">
      {t('sheet.legend')}
      {roles.map((role) => (
        <span key={role} className={`sheet__tag sheet__tag--${role}`}>
          {t(`sheet.role.${role}`)}
        </span>
      ))}
    </p>
  );
}
