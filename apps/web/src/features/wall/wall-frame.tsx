import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { chinaMoment } from '../../ui/china-time.ts';
import type { WallAction } from './turning.ts';
import type { Turning } from './use-turning.ts';
import './wall.css';

interface WallFrameProps {
  turning: Turning;
  /** How many screens there are. */
  count: number;
  /** What is told of, and as of when; null before that is known. */
  about: string | null;
  /** When what is shown was got (milliseconds since 1970), and whether that is too long ago. */
  updated: number | null;
  old: boolean;
  band: ReactNode;
  children: ReactNode;
}

/** What stands around every screen: of what, since when, which of how many, and the buttons. */
export function WallFrame({ turning, count, about, updated, old, band, children }: WallFrameProps) {
  const { t } = useTranslation();
  const at = updated === null ? null : chinaMoment(new Date(updated).toISOString());
  return (
    <div className="wall" {...turning.swipe}>
      {band}
      <header className="wall__head">
        <p>
          <b>{t('product')}</b> {about}
        </p>
        {at === null ? null : (
          <p className={old ? 'wall__old' : undefined}>{t(old ? 'wall.old' : 'wall.updated', { at })}</p>
        )}
      </header>
      {/* On a phone it scrolls, and a region that scrolls must be reached by keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1 asks for it where a region scrolls. */}
      <main className="wall__screen" tabIndex={0} aria-live={turning.playing ? 'off' : 'polite'}>
        {children}
      </main>
      {count > 1 ? <WallFoot turning={turning} count={count} /> : null}
    </div>
  );
}

function WallFoot({ turning, count }: { turning: Turning; count: number }) {
  const { t } = useTranslation();
  const { place, playing, seconds, act } = turning;
  const places = Array.from({ length: count }, (_, index) => `place-${index}`);
  return (
    <footer className="wall__foot no-print">
      <span className="unseen">{t('wall.place', { n: place + 1, of: count })}</span>
      <span className="wall__places" aria-hidden="true">
        {places.map((key, index) => (
          <i key={key} className={index < place ? 'wall__passed' : undefined}>
            {index === place ? (
              <i
                className={playing ? 'wall__running' : 'wall__passed'}
                style={playing ? { animationDuration: `${seconds}s` } : undefined}
              />
            ) : null}
          </i>
        ))}
      </span>
      <WallButton action="previous" act={act} label={t('wall.previous')} d="M15 5L8 12L15 19" />
      <WallButton
        action="toggle"
        act={act}
        label={t(playing ? 'wall.pause' : 'wall.play')}
        d={playing ? 'M8 5V19M16 5V19' : 'M7 5L18 12L7 19Z'}
      />
      <WallButton action="next" act={act} label={t('wall.next')} d="M9 5L16 12L9 19" />
      <WallButton
        action="fullscreen"
        act={act}
        label={t('wall.fullscreen')}
        d="M4 9V4H9M15 4H20V9M20 15V20H15M9 20H4V15"
      />
    </footer>
  );
}

interface WallButtonProps {
  action: WallAction;
  act: (action: WallAction) => void;
  label: string;
  /** Its picture as path data, in a box of 24 × 24. */
  d: string;
}

function WallButton({ action, act, label, d }: WallButtonProps) {
  return (
    <button type="button" aria-label={label} title={label} onClick={() => act(action)}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={d} />
      </svg>
    </button>
  );
}
