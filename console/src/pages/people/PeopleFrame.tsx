import { UserPlus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePerson } from '@/app/me';
import { Button, PageFrame, TabNav } from '@/ui';
import { InviteDialog } from './InviteDialog';

/** What stands around the members, the invitations and the roles. */
export function PeopleFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation(['people', 'common', 'rights']);
  const { may } = usePerson();
  const [inviting, setInviting] = useState(false);
  const mayInvite = may('invitations:manage');
  return (
    <PageFrame
      title={t('title')}
      description={t('description')}
      actions={
        mayInvite && (
          <Button variant="primary" icon={<UserPlus size={16} />} onPress={() => setInviting(true)}>
            {t('invite')}
          </Button>
        )
      }
    >
      <TabNav
        label={t('tabs.label')}
        entries={[
          { to: '/people', label: t('tabs.members') },
          ...(mayInvite ? [{ to: '/people/invitations', label: t('tabs.invitations') }] : []),
          { to: '/people/roles', label: t('tabs.roles') },
        ]}
      />
      {children}
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </PageFrame>
  );
}
