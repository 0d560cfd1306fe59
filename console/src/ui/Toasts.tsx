import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from '@/lib/store';
import { Button, IconButton } from './Button';
import { dismiss, toasts, type Toast } from './toast';
import css from './Toasts.module.css';

/** Where toasts appear, and are said to those who hear. Once in the application. */
export function Toasts() {
  const shown = useStore(toasts);
  const { t } = useTranslation();
  return (
    <section className={css.region} aria-label={t('toasts')} aria-live="polite" aria-relevant="additions">
      {shown.map((one) => (
        <One key={one.id} toast={one} />
      ))}
    </section>
  );
}

function One({ toast }: { toast: Toast }) {
  const { t } = useTranslation();
  const { action } = toast;
  return (
    <div className={`${css.toast} ${css[toast.tone]}`} role={toast.tone === 'danger' ? 'alert' : 'status'}>
      {toast.tone === 'danger' && <CircleAlert size={18} aria-hidden="true" />}
      {toast.tone === 'success' && <CircleCheck size={18} aria-hidden="true" />}
      <p className={css.text}>{toast.text}</p>
      {action && (
        <Button
          size="s"
          variant="ghost"
          onPress={() => {
            dismiss(toast.id);
            action.run();
          }}
        >
          {action.label}
          {action.shortcut && <kbd>{action.shortcut}</kbd>}
        </Button>
      )}
      <IconButton
        size="s"
        label={t('actions.dismiss')}
        icon={<X size={16} />}
        onPress={() => dismiss(toast.id)}
      />
    </div>
  );
}
