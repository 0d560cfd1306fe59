import { useTranslation } from 'react-i18next';
import { keyLabels, useActiveShortcuts, type Shortcut } from '@/lib/shortcuts';
import { Dialog } from '@/ui';
import css from './KeyboardHelp.module.css';

/** All that keys do on this page. */
export function KeyboardHelp({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const shortcuts = useActiveShortcuts();
  const groups = Map.groupBy(shortcuts, (shortcut) => shortcut.group);
  return (
    <Dialog title={t('keys.title')} isOpen={isOpen} onClose={onClose} size="l">
      <div className={css.groups}>
        {[...groups].reverse().map(([group, members]) => (
          <section key={group} className={css.group}>
            <h3 className={css.title}>{group}</h3>
            <dl className={css.list}>
              {members.map((shortcut) => (
                <Line key={shortcut.keys} shortcut={shortcut} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function Line({ shortcut }: { shortcut: Shortcut }) {
  return (
    <div className={css.line}>
      <dt>{shortcut.label}</dt>
      <dd className={css.keys}>
        {keyLabels(shortcut.keys).map((press, at) => (
          <span key={at} className={css.press}>
            {press.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </span>
        ))}
      </dd>
    </div>
  );
}
