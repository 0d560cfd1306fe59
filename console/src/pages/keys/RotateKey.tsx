import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, once } from '@/api/answers';
import { api } from '@/api/client';
import { problemText } from '@/api/problems';
import type { ApiKey } from '@/api/tenancy';
import { useOnceKey } from '@/lib/onceKey';
import { Button, Dialog, FormProblem, Select } from '@/ui';
import { MadeKey } from './MadeKey';

const OVERLAPS = ['PT0S', 'PT1H', 'PT24H', 'PT168H', 'PT720H'] as const;
type Overlap = (typeof OVERLAPS)[number];

/** Puts another key in the place of one; both work for a while, so that nothing stops. */
export function RotateKey({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const { t } = useTranslation(['keys', 'common']);
  const queries = useQueryClient();
  const keyFor = useOnceKey();
  const [overlap, setOverlap] = useState<Overlap>('PT24H');
  const rotate = useMutation({
    mutationFn: () =>
      answer<ApiKey>(
        api.POST('/api/v1/api-keys/{id}/rotate', {
          params: { path: { id: apiKey.id }, header: once(keyFor({ overlap })) },
          body: { overlap },
        }),
      ),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['api-keys'] }),
  });
  const made = rotate.data;
  if (made?.key !== undefined) return <MadeKey name={made.name} secret={made.key} onClose={onClose} />;
  return (
    <Dialog
      title={t('rotateTitle', { name: apiKey.name })}
      isOpen
      onClose={onClose}
      size="s"
      footer={
        <>
          <Button onPress={onClose}>{t('common:actions.cancel')}</Button>
          <Button variant="primary" isPending={rotate.isPending} onPress={() => rotate.mutate()}>
            {t('rotate')}
          </Button>
        </>
      }
    >
      <p>{t('rotateText')}</p>
      <Select
        label={t('overlap')}
        value={overlap}
        onChange={setOverlap}
        options={OVERLAPS.map((id) => ({ id, label: t(`overlaps.${id}`) }))}
      />
      <FormProblem text={rotate.error ? problemText(rotate.error) : undefined} />
    </Dialog>
  );
}
