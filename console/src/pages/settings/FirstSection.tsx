import { Navigate } from '@tanstack/react-router';
import { PageNotFound } from '@/app/ErrorBoundary';
import { useSections } from './SettingsFrame';

/** Leads to the first part that the person may see. */
export function FirstSection() {
  const [first] = useSections();
  return first ? <Navigate to={first.to as '/'} replace /> : <PageNotFound />;
}
