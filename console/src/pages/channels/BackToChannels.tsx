import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import css from './Channels.module.css';

export function BackToChannels() {
  const { t } = useTranslation('channels');
  return (
    <Link to="/channels" className={css.back ?? ''}>
      <ArrowLeft size={16} aria-hidden="true" />
      {t('title')}
    </Link>
  );
}
